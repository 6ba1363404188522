import { Kysely } from "kysely";
import pg from "pg";
import { GuardedDialect } from "./guarded-dialect.ts";
import type { Tables } from "./tables.ts";
import { typeParsers } from "./type-parsers.ts";

/** An open database, embedded or on a server: one driver, one dialect, one set of value parsers. */
export interface Database {
  readonly kind: "embedded" | "server";
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  /** Hears NOTIFY on a channel until the returned function is called. */
  listen(channel: string, hear: (payload: string) => void, lost?: () => void): Promise<() => Promise<void>>;
  /** Vacuums and analyzes what changed much, where nobody else does it. @returns the tables it touched */
  maintain?(): Promise<string[]>;
  close(): Promise<void>;
}

/** Wraps a pool in Kysely, guarded against using a second connection inside a transaction. */
export function kyselyOn(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new GuardedDialect({ pool }) });
}

export class ServerTooOld extends Error {
  override name = "ServerTooOld";
  constructor(version: number) {
    super(`The database server in DATABASE_URL is PostgreSQL ${version}; version 15 or newer is needed.`);
  }
}

/**
 * Connects to a PostgreSQL 15 or newer.
 *
 * @param url a `postgres://` address
 * @param poolSize most connections at once
 */
export async function openServer(url: string, poolSize = 10): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types: typeParsers,
    connectionTimeoutMillis: 10_000,
    application_name: "sector-commons",
  });
  // An idle connection that the server cut is replaced at the next query; without a hearer Node would exit.
  pool.on("error", () => {});
  // So would one that dies while somebody holds it; their query fails and tells them.
  pool.on("connect", (client) => client.on("error", () => {}));
  const { rows } = await pool.query<{ server_version_num: string }>("show server_version_num");
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (version < 15) {
    await pool.end();
    throw new ServerTooOld(version);
  }
  return {
    kind: "server",
    db: kyselyOn(pool),
    pool,
    listen: (channel, hear, lost) => listenOn(url, channel, hear, lost),
    close: () => pool.end(),
  };
}

async function listenOn(
  url: string,
  channel: string,
  hear: (payload: string) => void,
  lost?: () => void,
): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: "sector-commons listening" });
  let closing = false;
  client.on("notification", (message) => hear(message.payload ?? ""));
  client.on("error", () => {});
  client.on("end", () => {
    if (!closing) lost?.();
  });
  await client.connect();
  await client.query(`listen ${client.escapeIdentifier(channel)}`);
  return async () => {
    closing = true;
    await client.end();
  };
}
