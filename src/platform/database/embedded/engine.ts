import type { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import { typeParsers } from "../type-parsers.ts";

/** Extensions that migrations may `create extension`; a PostgreSQL server ships the same ones. */
export const extensions = { pg_trgm, unaccent };

export interface EmbeddedDatabase {
  /** At most one connection: who needs a second one inside a transaction waits for ever. */
  pool: pg.Pool;
  /**
   * Hears `NOTIFY channel`, from this process alone (there is no other). Resolves once listening, with a
   * function that stops it. The payload comes after the notifying transaction has committed.
   */
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  /** The data folder as an uncompressed tar, taken between two transactions; `openInMemory` opens it. */
  snapshot(): Promise<Blob>;
  /** Finishes what runs and what waits, then shuts the engine down with a checkpoint. Safe to call twice. */
  close(): Promise<void>;
}

export function serve(engine: PGlite, afterClose: () => Promise<void> = async () => {}): EmbeddedDatabase {
  const pool = new pg.Pool({ ...createPgConfig(engine), max: 1, idleTimeoutMillis: 0, types: typeParsers });
  let closing: Promise<void> | undefined;

  // A server forgets a lost connection's transaction; here every client shares the one session.
  pool.on("connect", (client) => {
    if (engine.isInTransaction()) void client.query("rollback");
  });

  return {
    pool,
    listen: (channel, onPayload) => listen(engine, pool, channel, onPayload),
    async snapshot() {
      const client = await pool.connect();
      try {
        await client.query("checkpoint");
        return await engine.dumpDataDir("none");
      } finally {
        client.release();
      }
    },
    close() {
      closing ??= drain(pool)
        .then(() => engine.close())
        .finally(afterClose);
      return closing;
    },
  };
}

async function listen(
  engine: PGlite,
  pool: pg.Pool,
  channel: string,
  onPayload: (payload: string) => void,
): Promise<() => Promise<void>> {
  const stop = engine.onNotification((name, payload) => {
    if (name === channel) onPayload(payload);
  });
  // Through the pool, not `engine.listen`: that would slip between another caller's messages.
  await pool.query(`listen ${pg.escapeIdentifier(channel)}`);
  return async () => stop();
}

/** Waits until nobody holds or awaits a connection, then ends the pool, which by itself forgets who waits. */
async function drain(pool: pg.Pool): Promise<void> {
  for (;;) {
    const client = await pool.connect();
    if (pool.waitingCount > 0) {
      client.release();
      continue;
    }
    const ended = pool.end();
    client.release();
    return ended;
  }
}
