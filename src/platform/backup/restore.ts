import { sql, type Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { type Migration, migrateWithin } from "../database/migrate.ts";
import type { Db, Tables } from "../database/tables.ts";
import type { FigureStore } from "../figures/store.ts";
import type { FileStore } from "../files/store.ts";
import { DiskFull } from "../files/surprises.ts";
import { migrationsOf, relationsOf, speakPlainly } from "./catalog.ts";
import { dropEverything } from "./clear.ts";
import { loadTable, openForLoading, setSequences } from "./load.ts";
import { entryName, type Manifest } from "./manifest.ts";
import { BackupProblem, DamagedBackup } from "./problems.ts";
import { gather, readBackup } from "./read.ts";
import type { Content } from "./unpack.ts";

export interface RestoredSite {
  manifest: Manifest;
  secret: string;
  rows: number;
  /** Migrations that the backup's database had not seen yet. */
  migrated: string[];
  /** Uploads that the backup holds as its own disk had damaged them; they were left out. */
  damaged: string[];
  /** Tables in the backup that no migration makes; they were left out. */
  unknownTables: string[];
}

/**
 * Reads the whole file without touching anything, and answers what it holds.
 *
 * @throws BackupProblem when it is damaged, or of a newer or another schema than this release knows
 */
export async function verifyBackup(path: string, migrations: readonly Migration[]): Promise<Manifest> {
  const manifest = await readBackup(path);
  const schema = manifest.migrations.length;
  if (schema > migrations.length) {
    throw new BackupProblem(
      `${path} is at schema ${schema} (release ${manifest.release}), but this release knows only up to ` +
        `${migrations.length}. Restore it with that release or a newer one. Nothing was changed.`,
    );
  }
  for (const { number, name, checksum } of manifest.migrations) {
    if (migrations[number - 1]?.checksum !== checksum) {
      throw new BackupProblem(
        `${path} was made by a program whose migration ${name} differs from this one's, so it cannot be restored here.`,
      );
    }
  }
  return manifest;
}

/**
 * Puts a verified backup in the place of what is there. Uploads come first, which harms nobody; then, in one
 * transaction, the old tables go, those of the backup's schema come, are filled and brought up to date. Whatever
 * happens meanwhile, the database is the old one or the new one. Figures lie there before that, unseen, and count right
 * after it.
 *
 * @param beforeCommit runs inside the transaction as its last step
 */
export async function restoreBackup(
  site: { database: Database; files: FileStore; figures: FigureStore; migrations: Migration[] },
  path: string,
  manifest: Manifest,
  beforeCommit: (trx: Transaction<Tables>, secret: string) => Promise<void>,
): Promise<RestoredSite> {
  await makeSureOfRoom(site.files, manifest);
  const figures = new Map(manifest.figures?.files.map(({ name }) => [entryName.figures(name), name]));
  const damaged = manifest.uploads.filter(({ name, sha256 }) => name !== sha256).map(({ name }) => name);
  let secret = "";
  let filling: Filling | undefined;
  try {
    const again = await readBackup(path, async (entry, content) => {
      const upload = /^uploads\/([0-9a-f]{64})$/.exec(entry)?.[1];
      if (entry === entryName.secret) secret = (await gather(content)).trim();
      else if (figures.has(entry)) await site.figures.put(figures.get(entry) ?? "", content);
      else if (upload) damaged.includes(upload) || (await keepUpload(site.files, path, upload, content));
      else {
        filling ??= await beginFilling(site.database, site.migrations, manifest);
        await filling.load(entry, content);
      }
    });
    if (JSON.stringify(again) !== JSON.stringify(manifest) || !filling)
      throw new DamagedBackup(path, "it was changed while it was read");
    const { migrated, unknownTables } = await filling.finish((trx) => beforeCommit(trx, secret));
    await site.figures.pointTo(manifest.figures?.set);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { manifest, secret, rows, migrated, damaged, unknownTables };
  } catch (error) {
    await filling?.giveUp();
    throw inWords(error);
  }
}

async function makeSureOfRoom(files: FileStore, manifest: Manifest): Promise<void> {
  let missing = 0;
  for (const { name, bytes } of manifest.uploads) if (!(await files.has(name))) missing += bytes;
  for (const { bytes } of manifest.figures?.files ?? []) missing += bytes;
  if (missing > (await files.freeBytes())) throw new DiskFull();
}

async function keepUpload(files: FileStore, path: string, name: string, content: Content): Promise<void> {
  if ((await files.verify(name)) === "whole") return;
  const incoming = await files.receive(content, { limitBytes: Number.POSITIVE_INFINITY });
  try {
    if (incoming.sha256 !== name) throw new DamagedBackup(path, `the upload ${name} has been changed`);
    await incoming.keep();
  } finally {
    await incoming.drop();
  }
}

interface Filling {
  load(entry: string, content: Content): Promise<void>;
  finish(
    beforeCommit: (trx: Transaction<Tables>) => Promise<void>,
  ): Promise<{ migrated: string[]; unknownTables: string[] }>;
  giveUp(): Promise<void>;
}

async function beginFilling(
  database: Database,
  migrations: Migration[],
  manifest: Manifest,
): Promise<Filling> {
  const trx = await database.db.startTransaction().execute();
  const giveUp = async () => {
    if (trx.isCommitted || trx.isRolledBack) return;
    // Where even this fails the connection is gone, and with it the transaction.
    await trx
      .rollback()
      .execute()
      .catch(() => undefined);
  };
  try {
    await speakPlainly(trx);
    await sql`set local lock_timeout = '15s'`.execute(trx);
    const before = await relationsOf(trx);
    const upToDate = (await migrationsOf(trx))?.length === migrations.length;
    await dropEverything(trx);
    await migrateWithin(trx, migrations, manifest.migrations.length);
    const { tables, finish: close } = await openForLoading(trx);
    const parts = new Map(manifest.tables.map((part) => [entryName.table(part.name), part]));
    const unknownTables: string[] = [];
    return {
      giveUp,
      async load(entry, content) {
        const part = parts.get(entry);
        const table = part && tables.get(part.name);
        if (!part || !table) {
          unknownTables.push(part?.name ?? entry);
          return;
        }
        await loadTable(trx, table, part, content);
        await boundLog(database, trx);
      },
      async finish(beforeCommit) {
        await close();
        await setSequences(trx, manifest.sequences);
        const migrated = await migrateWithin(trx, migrations);
        if (upToDate) await refuseLoss(trx, before);
        await beforeCommit(trx);
        await sql`analyze`.execute(trx);
        await trx.commit().execute();
        return { migrated, unknownTables };
      },
    };
  } catch (error) {
    await giveUp();
    throw error;
  }
}

/** The embedded database keeps its whole log until somebody asks for a checkpoint. */
async function boundLog(database: Database, trx: Db): Promise<void> {
  if (database.kind === "embedded") await sql`checkpoint`.execute(trx);
}

/** Tables or views that others put into the site's database would be gone: better nothing happens. */
async function refuseLoss(trx: Db, before: readonly { name: string }[]): Promise<void> {
  const after = new Set((await relationsOf(trx)).map(({ name }) => name));
  const lost = before.filter(({ name }) => !after.has(name)).map(({ name }) => name);
  if (lost.length === 0) return;
  throw new BackupProblem(
    `The database holds what is not the site's (${lost.join(", ")}) and would be lost. Move it elsewhere first. Nothing was changed.`,
  );
}

function inWords(error: unknown): unknown {
  if ((error as { code?: string }).code !== "55P03") return error;
  return new BackupProblem(
    "Another program is using the database, perhaps a second server of this site. Stop it first. Nothing was changed.",
    { cause: error },
  );
}
