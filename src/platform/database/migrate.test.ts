import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "#kit/database.ts";
import type { Database } from "./database.ts";
import { type Migration, migrate, readMigrations } from "./migrate.ts";

const step = (number: number, text: string): Migration => ({
  number,
  name: `${String(number).padStart(3, "0")}_step.sql`,
  text,
  checksum: String(number).repeat(64).slice(0, 64),
});

const BIRDS = step(1, "create table birds (name text)");
const WREN = step(2, "insert into birds values ('wren')");

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await database.pool.query("drop schema public cascade; create schema public");
});
afterAll(() => database.close());

describe("bringing the database up to date", () => {
  async function tables(): Promise<string[]> {
    const { rows } = await database.pool.query(
      "select tablename from pg_tables where schemaname = 'public' order by 1",
    );
    return rows.map(({ tablename }) => tablename);
  }

  it("runs what is new, in order and once", async () => {
    expect(await migrate(database.db, [BIRDS])).toEqual(["001_step.sql"]);
    expect(await migrate(database.db, [BIRDS, WREN])).toEqual(["002_step.sql"]);
    expect(await migrate(database.db, [BIRDS, WREN])).toEqual([]);
    expect((await database.pool.query("select name from birds")).rows).toEqual([{ name: "wren" }]);
  });

  it("leaves everything as it was when any of several fails", async () => {
    await migrate(database.db, [BIRDS]);
    const broken = step(3, "create table nests (id int); insert into no_such_table values (1)");
    await expect(migrate(database.db, [BIRDS, WREN, broken])).rejects.toThrow("no_such_table");
    expect(await tables()).toEqual(["birds", "schema_migrations"]);
    expect((await database.pool.query("select * from birds")).rows).toEqual([]);
    // The mended one runs as if nothing had been.
    expect(await migrate(database.db, [BIRDS, WREN, step(3, "create table nests (id int)")])).toHaveLength(2);
  });

  it("runs each once when several servers start at the same time", async () => {
    const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(database.db, [BIRDS, WREN])));
    expect(ran.flat().toSorted()).toEqual(["001_step.sql", "002_step.sql"]);
    expect((await database.pool.query("select name from birds")).rows).toEqual([{ name: "wren" }]);
  });

  it("refuses a database that a newer release has written, and says what to do", async () => {
    await migrate(database.db, [BIRDS, WREN]);
    await expect(migrate(database.db, [BIRDS])).rejects.toThrow(
      "The database is at schema 2, but this release knows only up to 1. Start the newer release again, or restore",
    );
  });

  it("refuses when a migration that ran reads differently now", async () => {
    await migrate(database.db, [BIRDS, WREN]);
    const changed = { ...BIRDS, checksum: "f".repeat(64) };
    await expect(migrate(database.db, [changed, WREN])).rejects.toThrow(
      "001_step.sql has been changed after it ran",
    );
  });

  it("goes as far as it is told", async () => {
    expect(await migrate(database.db, [BIRDS, WREN], 1)).toEqual(["001_step.sql"]);
  });
});

describe("the migrations of this release", () => {
  it("build the same schema one by one, as releases did, as all at once", async () => {
    const migrations = await readMigrations("migrations");
    const columns = async () => {
      const { rows } = await database.pool.query(
        "select table_name, column_name, data_type, column_default from information_schema.columns where table_schema = 'public' order by 1, 2",
      );
      return rows;
    };
    for (const { number } of migrations) await migrate(database.db, migrations, number);
    const slowly = await columns();
    await database.pool.query("drop schema public cascade; create schema public");
    await migrate(database.db, migrations);
    expect(await columns()).toEqual(slowly);
  });
});

describe("the folder of migrations", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "migrations-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("is read by number; other files are none of its business", async () => {
    for (const name of ["002_b.sql", "001_a.sql", "README.md"])
      await writeFile(join(folder, name), "select 1");
    expect((await readMigrations(folder)).map(({ name }) => name)).toEqual(["001_a.sql", "002_b.sql"]);
  });

  it("may have neither a gap nor a number twice", async () => {
    await writeFile(join(folder, "001_a.sql"), "");
    await writeFile(join(folder, "003_c.sql"), "");
    await expect(readMigrations(folder)).rejects.toThrow("003_c.sql should have number 2");
    await writeFile(join(folder, "001_b.sql"), "");
    await expect(readMigrations(folder)).rejects.toThrow("001_b.sql should have number 2");
  });
});
