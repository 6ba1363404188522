import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** An arbitrary number of ours that two starting servers both ask for. */
const MIGRATION_LOCK = 7_301_955;

export interface Migration {
  number: number;
  name: string;
  text: string;
  checksum: string;
}

/** The database was written by a newer release; going on could lose what this one does not know. */
export class SchemaIsNewer extends Error {
  override name = "SchemaIsNewer";
  constructor(found: number, known: number) {
    super(
      `The database is at schema ${found}, but this release knows only up to ${known}. ` +
        "Start the newer release again, or restore a backup made by this one.",
    );
  }
}

/** A migration that already ran reads differently now: the database and the code no longer agree on history. */
export class MigrationChanged extends Error {
  override name = "MigrationChanged";
  constructor(name: string) {
    super(`Migration ${name} has been changed after it ran. Migrations are only ever added.`);
  }
}

/** The numbered `NNN_name.sql` files of a folder, in order; numbers must run without a gap or a twin. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{3}_[a-z0-9_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.slice(0, 3));
      if (number !== index + 1) throw new Error(`Migration ${name} should have number ${index + 1}`);
      const text = await readFile(join(folder, name), "utf8");
      return { number, name, text, checksum: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

/**
 * Brings the database up to `upTo` (default: the newest) in one transaction, under a lock so that two servers
 * that start together do not both run it. Refuses a schema newer than this release.
 *
 * @returns the names of the migrations that ran now
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: Migration[],
  upTo = migrations.length,
): Promise<string[]> {
  return db.transaction().execute((trx) => migrateWithin(trx, migrations, upTo));
}

/** The same in the caller's transaction: other changes stand or fall with it. */
export async function migrateWithin(
  trx: Transaction<Tables>,
  migrations: Migration[],
  upTo = migrations.length,
): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx);
  await sql`create table if not exists schema_migrations (
    number integer primary key, name text not null, checksum text not null,
    ran_at timestamptz not null default now())`.execute(trx);
  const ran = await sql<{ number: number; name: string; checksum: string }>`
    select number, name, checksum from schema_migrations order by number`.execute(trx);
  const newest = ran.rows.at(-1)?.number ?? 0;
  if (newest > migrations.length) throw new SchemaIsNewer(newest, migrations.length);
  for (const row of ran.rows) {
    if (migrations[row.number - 1]?.checksum !== row.checksum) throw new MigrationChanged(row.name);
  }
  const waiting = migrations.slice(newest, upTo);
  for (const migration of waiting) {
    await sql.raw(migration.text).execute(trx);
    await sql`insert into schema_migrations (number, name, checksum)
      values (${migration.number}, ${migration.name}, ${migration.checksum})`.execute(trx);
  }
  return waiting.map((migration) => migration.name);
}
