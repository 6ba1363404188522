import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dumpDatabase } from "#platform/backup/dump.ts";
import type { Database } from "#platform/database/database.ts";

/** A hash for each table's rows, and where each sequence stands: two databases that hold the same have the same. */
export async function fingerprint(database: Database): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "fingerprint-"));
  try {
    const { tables, sequences } = await dumpDatabase(database, folder);
    return Object.fromEntries([
      ...tables.map(({ name, rows, sha256 }) => [name, `${rows} rows ${sha256}`]),
      ...sequences.map(({ name, last }) => [`sequence ${name}`, last]),
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
