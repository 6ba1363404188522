import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { createDatabase, dropDatabase } from "#kit/postgres.ts";
import { openEmbedded } from "#platform/database/embedded/embedded.ts";
import { type FileStore, openFileStore } from "#platform/files/store.ts";

/** Where a server of a test stands: a data folder and, with `TEST_DATABASE=postgres`, a database on the server. */
export interface Standing {
  dataDir: string;
  /** Settings for the server. */
  env: Record<string, string>;
  kind: "embedded" | "postgres";
  /** Looks at what is there while no server runs. */
  look<T>(work: (pool: pg.Pool, files: FileStore) => Promise<T>): Promise<T>;
  clear(): Promise<void>;
}

let made = 0;

export async function newStanding(): Promise<Standing> {
  const dataDir = await mkdtemp(join(tmpdir(), "proof-"));
  const server = process.env.TEST_POSTGRES_URL;
  made += 1;
  const name = `proof_${process.pid}_${made}`;
  const url = server && (await createDatabase(server, name));

  async function openPool(): Promise<{ pool: pg.Pool; close: () => Promise<void> }> {
    if (!url) return openEmbedded({ folder: dataDir });
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    return { pool, close: () => pool.end() };
  }

  return {
    dataDir,
    kind: url ? "postgres" : "embedded",
    env: { STARTER: "no", LOG_LEVEL: "warn", ...(url ? { DATABASE_URL: url } : {}) },
    async look(work) {
      const { pool, close } = await openPool();
      try {
        return await work(pool, await openFileStore({ folder: join(dataDir, "uploads") }));
      } finally {
        await close();
      }
    },
    async clear() {
      if (server) await dropDatabase(server, name);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
