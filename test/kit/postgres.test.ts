import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, startPostgres, type ThrowAwayPostgres } from "./postgres.ts";

describe("the throw-away PostgreSQL", () => {
  let server: ThrowAwayPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  async function ask<T>(url: string, sql: string): Promise<T[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query(sql);
      return rows as T[];
    } finally {
      await client.end();
    }
  }

  it("is version 15 or newer, in UTF-8, and lowers letters with accents", async () => {
    const sql = "select current_setting('server_version_num')::int as version, lower('ÄÉ') as lowered";
    const [row] = await ask<{ version: number; lowered: string }>(server.url, sql);
    expect(row?.lowered).toBe("äé");
    expect(row?.version).toBeGreaterThanOrEqual(150_000);
  });

  it("copies a database from a template, and makes it anew when asked again", async () => {
    const template = await createDatabase(server.url, "template_of_birds");
    await ask(template, "create table birds as select 'wren' as name");
    const copy = await createDatabase(server.url, "worker_1", "template_of_birds");
    await ask(copy, "insert into birds values ('robin')");
    const anew = await createDatabase(server.url, "worker_1", "template_of_birds");
    expect(await ask(anew, "select name from birds")).toEqual([{ name: "wren" }]);
  });

  it("ends and clears up after itself", async () => {
    const other = await startPostgres();
    const [row] = await ask<{ folder: string }>(
      other.url,
      "select current_setting('data_directory') as folder",
    );
    await other.stop();
    await expect(ask(other.url, "select 1")).rejects.toThrow("ECONNREFUSED");
    const { existsSync } = await import("node:fs");
    expect(existsSync(row!.folder)).toBe(false);
  });
});
