import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { link, mkdtemp, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { NotFound } from "#base/surprises.ts";
import type { Database } from "../database/database.ts";
import type { FigureStore } from "../figures/store.ts";
import type { FileStore } from "../files/store.ts";
import { type Dump, dumpDatabase } from "./dump.ts";
import { entryName, type FigurePart, FORMAT, type Manifest, type UploadPart } from "./manifest.ts";
import { openPack, type Pack } from "./pack.ts";
import { BackupProblem } from "./problems.ts";

/** All that a site consists of, and so all that a backup holds. */
export interface SiteParts {
  database: Database;
  files: FileStore;
  figures: FigureStore;
  /** Signs the links that are out there; without it they would stop working. */
  secret: string;
  /** Of the program, such as `0.1.0`. */
  release: string;
}

export interface WrittenBackup {
  path: string;
  bytes: number;
  rows: number;
  uploads: number;
  /** Uploads whose content no longer fits their name: this disk has damaged them. They are kept as they are. */
  damaged: string[];
}

/**
 * Writes the whole site into one new file at `path`, readable by its owner alone, while the site goes on. The
 * database is read as of one moment and the uploads after it, so none that it names is missed. The file gets its
 * name once it is whole and flushed.
 *
 * @throws BackupProblem when the file is there already or its folder cannot be written to
 */
export async function writeBackup(
  site: SiteParts,
  path: string,
  options: { now: Date; signal?: AbortSignal },
): Promise<WrittenBackup> {
  refuseTaken(path);
  const room = await makeRoom(path);
  try {
    const draft = join(room, "backup");
    const dump = await dumpDatabase(site.database, room, options.signal);
    const uploads = await packSite(site, dump, draft, options);
    const bytes = await settle(draft, path);
    return {
      path,
      bytes,
      rows: dump.tables.reduce((sum, { rows }) => sum + rows, 0),
      uploads: uploads.length,
      damaged: uploads.filter(({ name, sha256 }) => name !== sha256).map(({ name }) => name),
    };
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

function refuseTaken(path: string): void {
  if (existsSync(path))
    throw new BackupProblem(`${path} exists already. Name another file; backups are never overwritten.`);
}

/** A private folder beside the target, so that the finished file only has to be renamed. */
async function makeRoom(path: string): Promise<string> {
  try {
    return await mkdtemp(join(dirname(path), `.${basename(path)}-`));
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "does not exist" : "cannot be written to";
    throw new BackupProblem(`The folder ${dirname(path)} ${reason}. Name a file in another folder.`, {
      cause: error,
    });
  }
}

async function packSite(
  site: SiteParts,
  dump: Dump,
  draft: string,
  { now, signal }: { now: Date; signal?: AbortSignal },
): Promise<UploadPart[]> {
  const pack = openPack(now);
  const uploads: UploadPart[] = [];
  const fill = async () => {
    for await (const { sha256 } of site.files.list()) {
      signal?.throwIfAborted();
      const part = await packUpload(pack, site.files, sha256);
      if (part) uploads.push(part);
    }
    for (const { name, path, bytes } of dump.tables)
      await pack.add(entryName.table(name), bytes, createReadStream(path));
    const figures = await packFigures(pack, site.figures, signal);
    const secret = Buffer.from(`${site.secret}\n`);
    const { sha256 } = await pack.add(entryName.secret, secret.length, Readable.from([secret]));
    const manifest: Manifest = {
      format: figures ? FORMAT : 1,
      madeAt: now.toISOString(),
      release: site.release,
      databaseKind: site.database.kind,
      migrations: dump.migrations,
      tables: dump.tables.map(({ path: _, ...part }) => part),
      sequences: dump.sequences,
      uploads,
      ...(figures ? { figures } : {}),
      secret: { bytes: secret.length, sha256 },
    };
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    await pack.add(entryName.manifest, text.length, Readable.from([text]));
    pack.finish();
  };
  // Most uploads are compressed already: trying harder than this costs time and saves nothing.
  const written = pipeline(
    pack.stream,
    createGzip({ level: 3 }),
    createWriteStream(draft, { flags: "wx", mode: 0o600 }),
    {
      signal,
    },
  );
  const filled = fill().catch((error: Error) => {
    pack.stream.destroy(error);
    throw error;
  });
  await Promise.all([written, filled]);
  return uploads;
}

/** Undefined where the content has gone since it was listed: nothing named it any more. */
async function packUpload(pack: Pack, files: FileStore, sha256: string): Promise<UploadPart | undefined> {
  const found = await files.open(sha256).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
  if (!found) return undefined;
  const written = await pack.add(entryName.upload(sha256), found.size, found.stream);
  return { name: sha256, bytes: found.size, sha256: written.sha256 };
}

/** The set of figures that counts, where somebody imported it; what the project brings along comes back by itself. */
async function packFigures(
  pack: Pack,
  store: FigureStore,
  signal: AbortSignal | undefined,
): Promise<Manifest["figures"]> {
  const held = await store.imported();
  if (!held) return undefined;
  const files: FigurePart[] = [];
  for (const { name, path, bytes } of held.files) {
    signal?.throwIfAborted();
    const { sha256 } = await pack.add(entryName.figures(name), bytes, createReadStream(path));
    files.push({ name, bytes, sha256 });
  }
  return { set: held.id, files };
}

/** Flushes the draft and gives it its name, without ever replacing what came there meanwhile. */
async function settle(draft: string, path: string): Promise<number> {
  const file = await open(draft, "r+");
  const { size } = await file.stat();
  await file.sync().finally(() => file.close());
  try {
    await link(draft, path);
  } catch (error) {
    refuseTaken(path);
    // Not every disk has links: memory sticks and some network shares do not.
    if (!["EPERM", "ENOTSUP", "ENOSYS", "EMLINK"].includes((error as NodeJS.ErrnoException).code ?? ""))
      throw error;
    await rename(draft, path);
  }
  if (process.platform !== "win32") {
    const folder = await open(dirname(path), "r");
    await folder.sync().finally(() => folder.close());
  }
  return size;
}
