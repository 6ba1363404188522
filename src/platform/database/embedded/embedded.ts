import { resolve } from "node:path";
import pg from "pg";
import { type Claim, claimFolder } from "./claim.ts";
import { prepareFolder } from "./create.ts";
import { type Disk, realDisk } from "./disk.ts";
import { DurableFs } from "./durable-fs.ts";
import { Engine } from "./engine.ts";
import { Keeper } from "./keeper.ts";
import { drain, poolOver } from "./pool.ts";
import { UnusableFolder } from "./problems.ts";
import { durableStart, fleetingStart, making } from "./settings.ts";
import { spareSmallMachine } from "./small-machine.ts";
import { checkpointWhenDue, vacuumWorn } from "./upkeep.ts";

export interface EmbeddedDatabase {
  /** One connection: who asks for a second one while holding the first waits for ever. */
  pool: pg.Pool;
  /**
   * Hears `NOTIFY channel` once the notifying transaction has committed. Resolves when listening, with a
   * function that stops it.
   */
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  /**
   * Vacuums and analyzes what changed much; cheap when nothing did. Nobody else does it here: call it every few
   * minutes and after a large import. Answers the tables it touched.
   */
  maintain(): Promise<string[]>;
  /** The data folder as an uncompressed tar, taken between two transactions; `openInMemory` opens it. */
  snapshot(): Promise<Blob>;
  /** Finishes what runs and what waits, then shuts down cleanly. Safe to call twice. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Made when missing; the database lives in `postgres` inside it. Claimed until `close` unless `claim` is given. */
  folder: string;
  /** The caller's own claim, which covers `folder` and outlives the database. */
  claim?: Claim;
  /** The bundled `create-main.ts`; used when this module runs bundled itself, so that its source is not beside it. */
  createScript?: string;
  disk?: Disk;
  /** PostgreSQL's `shared_buffers`. */
  sharedBuffers?: string;
}

/**
 * Opens the folder's database, and makes it first when there is none (about four seconds, once).
 *
 * @throws FolderInUse when another process holds the folder
 * @throws UnusableFolder when something else lives there
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  spareSmallMachine();
  const folder = resolve(options.folder);
  const claim = options.claim ?? (await claimFolder(folder));
  const giveBack = async () => {
    if (!options.claim) await claim.release();
  };
  try {
    const place = await prepareFolder(folder, options.createScript);
    return await serve(place, options, giveBack);
  } catch (error) {
    await giveBack();
    throw error;
  }
}

async function serve(
  place: string,
  { disk = realDisk, sharedBuffers }: EmbeddedOptions,
  giveBack: () => Promise<void>,
): Promise<EmbeddedDatabase> {
  const log = { logged: 0 };
  let files: DurableFs | undefined;
  const start = async () => {
    files?.abandon();
    files = new DurableFs(place, disk, log);
    return started(place, files, durableStart(sharedBuffers));
  };
  const database = databaseOn(new Keeper(await start(), start), giveBack);
  checkpointWhenDue(database.pool, log);
  return database;
}

async function started(place: string, files: DurableFs, startParams: string[]): Promise<Engine> {
  let complaint = "";
  const engine = new Engine({
    fs: files,
    startParams,
    onStderr: (line) => {
      if (/FATAL|PANIC|ERROR|DETAIL|HINT/.test(line)) complaint += ` ${line.trim()}`;
      return false;
    },
  });
  try {
    await engine.waitReady;
  } catch (error) {
    files.abandon();
    throw new UnusableFolder(
      place,
      `The database in ${place} does not start.${complaint} Make room if the disk is full; otherwise restore a backup ` +
        "into an empty folder, or set DATA_DIR to another one.",
      { cause: error },
    );
  }
  return engine;
}

/** A database in memory that dies with the process: for tests. `snapshot` comes from `EmbeddedDatabase.snapshot`. */
export async function openInMemory(options: { snapshot?: Blob } = {}): Promise<EmbeddedDatabase> {
  const engine = new Engine({
    ...(options.snapshot ? { loadDataDir: options.snapshot } : {}),
    startParams: fleetingStart(),
    initDbStartParams: making,
  });
  await engine.waitReady;
  return databaseOn(new Keeper(engine));
}

function databaseOn(keeper: Keeper, afterClose = async () => {}): EmbeddedDatabase {
  const pool = poolOver(keeper);
  let closed: Promise<void> | undefined;
  const close = async () => {
    try {
      await drain(pool);
      // A stopped engine must not shut down: it would write what it has in its broken memory.
      await keeper.living?.close();
    } finally {
      await afterClose();
    }
  };
  return {
    pool,
    async listen(channel, onPayload) {
      const stop = keeper.hear(channel, onPayload);
      // Not `engine.listen`: its messages would slip between those of whoever holds the connection.
      await pool.query(`listen ${pg.escapeIdentifier(channel)}`);
      return async () => stop();
    },
    maintain: () => vacuumWorn(pool),
    async snapshot() {
      const client = await pool.connect();
      try {
        await client.query("checkpoint");
        return await keeper.living!.dumpDataDir("none");
      } finally {
        client.release();
      }
    },
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
