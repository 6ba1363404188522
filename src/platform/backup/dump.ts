import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { Db } from "../database/tables.ts";
import { migrationsOf, sequencesOf, speakPlainly, type TableShape, tablesOf } from "./catalog.ts";
import type { Manifest, TablePart } from "./manifest.ts";
import { BackupProblem } from "./problems.ts";

const ROWS_AT_ONCE = 200;

export type Dump = Pick<Manifest, "migrations" | "sequences"> & { tables: (TablePart & { path: string })[] };

/**
 * Writes every table into a file of its own in `folder`, all as of one moment: a line of JSON per row, each value as
 * PostgreSQL writes it as text, so that nothing is rounded on the way. The embedded database answers nobody else
 * meanwhile, which is why this packs and computes nothing that can be done afterwards.
 */
export async function dumpDatabase(database: Database, folder: string, signal?: AbortSignal): Promise<Dump> {
  return database.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (db) => {
      await speakPlainly(db);
      const migrations = await migrationsOf(db);
      if (!migrations?.length)
        throw new BackupProblem("There is no site in this database yet, so there is nothing to back up.");
      const tables: Dump["tables"] = [];
      for (const [index, table] of (await tablesOf(db)).entries()) {
        const path = join(folder, `${index}.jsonl`);
        tables.push({ ...(await dumpTable(db, table, path, signal)), path });
      }
      return { migrations, tables, sequences: await sequencesOf(db) };
    });
}

async function dumpTable(
  db: Db,
  table: TableShape,
  path: string,
  signal: AbortSignal | undefined,
): Promise<TablePart> {
  const columns = table.columns.map(({ name }) => sql`${sql.id(name)}::text as ${sql.id(name)}`);
  const order = table.order.map(({ name, collated }) =>
    collated ? sql`t.${sql.id(name)} collate "C"` : sql`t.${sql.id(name)}`,
  );
  await sql`declare rows_of_table no scroll cursor for
    select ${sql.join(columns)} from ${sql.id(table.name)} t
    ${order.length > 0 ? sql`order by ${sql.join(order)}` : sql``}`.execute(db);
  const file = await open(path, "wx", 0o600);
  try {
    const written = await copyRows(db, file, signal);
    await sql`close rows_of_table`.execute(db);
    return { name: table.name, columns: table.columns.map(({ name }) => name), ...written };
  } finally {
    await file.close();
  }
}

async function copyRows(db: Db, file: FileHandle, signal: AbortSignal | undefined) {
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  for (;;) {
    signal?.throwIfAborted();
    const batch = await sql`fetch ${sql.lit(ROWS_AT_ONCE)} from rows_of_table`.execute(db);
    if (batch.rows.length === 0) return { rows, bytes, sha256: hash.digest("hex") };
    const lines = Buffer.from(batch.rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    hash.update(lines);
    await file.writeFile(lines);
    rows += batch.rows.length;
    bytes += lines.length;
  }
}
