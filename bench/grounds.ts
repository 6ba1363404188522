import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { createDatabase, startPostgres, type ThrowAwayPostgres } from "#kit/postgres.ts";
import { kyselyOn } from "#platform/database/database.ts";
import { openEmbedded } from "#platform/database/embedded/embedded.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";
import type { DatabaseKind } from "./report.ts";

/** A place for one site: its settings, and its database as long as no server stands on it. */
export interface Plot {
  env: Record<string, string>;
  /** Hands over the database, migrated; the server must not run meanwhile where the database is embedded. */
  prepare(work: (pool: pg.Pool) => Promise<void>): Promise<void>;
}

export interface Grounds {
  newPlot(kind: DatabaseKind, name: string): Promise<Plot>;
  clear(): Promise<void>;
}

/** Where the sites of one run stand: a temporary folder and, where it is asked for, a PostgreSQL of its own. */
export async function openGrounds(): Promise<Grounds> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const migrations = await readMigrations(join(import.meta.dirname, "../migrations"));
  let postgres: ThrowAwayPostgres | undefined;

  async function onServer(env: Record<string, string>, name: string): Promise<Plot> {
    postgres ??= await startPostgres();
    const url = await createDatabase(postgres.url, name);
    return {
      env: { ...env, DATABASE_URL: url },
      async prepare(work) {
        const pool = new pg.Pool({ connectionString: url, max: 1 });
        await migrate(kyselyOn(pool), migrations);
        await work(pool);
        await pool.end();
      },
    };
  }

  return {
    async newPlot(kind, name) {
      const env = { DATA_DIR: join(folder, `${kind}-${name}`) };
      if (kind === "postgres") return onServer(env, name);
      return {
        env,
        async prepare(work) {
          const database = await openEmbedded({ folder: env.DATA_DIR });
          await migrate(kyselyOn(database.pool), migrations);
          await work(database.pool);
          await database.close();
        },
      };
    },
    async clear() {
      await postgres?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
