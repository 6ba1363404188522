import { resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type Claim, claimFolder } from "./claim.ts";
import { type Disk, realDisk } from "./disk.ts";
import { DurableFs } from "./durable-fs.ts";
import { type EmbeddedDatabase, extensions, serve } from "./engine.ts";
import { durableStartParams, fleetingStartParams } from "./settings.ts";

export interface EmbeddedOptions {
  /** The data folder; the database lives in `postgres` inside it. Made when missing. */
  folder: string;
  /** The caller's claim of `folder`; without it one is taken, and released on close. */
  claim?: Claim;
  disk?: Disk;
  /** PostgreSQL's `shared_buffers`. */
  sharedBuffers?: string;
}

/** Opens the folder's database, making it first when missing. Throws `FolderInUse` or `UnusableFolder`. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = resolve(options.folder);
  const ownClaim = options.claim ? undefined : await claimFolder(folder);
  const engine = await PGlite.create({
    fs: new DurableFs(`${folder}/postgres`, options.disk ?? realDisk),
    startParams: durableStartParams(options.sharedBuffers),
    extensions,
  });
  return serve(engine, async () => ownClaim?.release());
}

/** A database that lives in memory and dies with the process: for tests. `snapshot` is one of `snapshot()`. */
export async function openInMemory(options: { snapshot?: Blob } = {}): Promise<EmbeddedDatabase> {
  const engine = await PGlite.create({
    ...(options.snapshot ? { loadDataDir: options.snapshot } : {}),
    startParams: fleetingStartParams(),
    extensions,
  });
  return serve(engine);
}
