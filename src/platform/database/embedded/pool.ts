import { once } from "node:events";
import type { PGlite } from "@electric-sql/pglite";
import { PglitePgConnection } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import { typeParsers } from "../type-parsers.ts";
import type { Engine } from "./engine.ts";
import type { Keeper } from "./keeper.ts";
import { KeptPlans } from "./kept-plans.ts";

/**
 * A pool of one over the keeper's engine. What differs from a server: `statement_timeout` and query cancelling
 * never fire, because a statement runs on this thread from beginning to end.
 */
export function poolOver(keeper: Keeper): pg.Pool {
  let last: Promise<unknown> = Promise.resolve();

  class OneSessionClient extends pg.Client {
    readonly #plans = new KeptPlans();

    constructor(config: pg.ClientConfig) {
      const connection = new Line(last.then(() => keeper.freshSession()));
      last = connection.gone;
      super({ ...config, connection } as pg.ClientConfig);
      // Its queries are told when the engine stops; a client that nobody listens to would end the process.
      this.on("error", () => {});
    }

    // biome-ignore lint/suspicious/noExplicitAny: one signature stands for the nine that node-postgres declares
    override query(...call: any[]): any {
      const [text, values, ...rest] = call;
      // Without values a text may hold several statements, which cannot have a name.
      const name = typeof text === "string" && values?.length > 0 ? this.#plans.nameFor(text) : undefined;
      const send = super.query as (...call: unknown[]) => unknown;
      return name ? send.call(this, { name, text, values }, ...rest) : send.apply(this, call);
    }
  }

  const pool = new pg.Pool({
    Client: OneSessionClient as unknown as pg.PoolConfig["Client"],
    user: "postgres",
    database: "postgres",
    max: 1,
    idleTimeoutMillis: 0,
    types: typeParsers,
  });
  // node-postgres reports a lost idle client here and replaces it; without a hearer Node would exit.
  pool.on("error", () => {});
  return pool;
}

/** Parse, Bind, Describe, Execute and Close: PostgreSQL answers them when Sync or Flush comes. */
const PARTS = new Set(Buffer.from("PBDEC"));

/**
 * PGlite's adapter, one per client. Shared by all clients (`createPgConfig` for the whole pool) it lets a new
 * client read the last messages of the one before, its open transaction and its prepared statements.
 */
class Line extends PglitePgConnection {
  /** Settled once its client has ended and its last message is through. */
  readonly gone: Promise<void>;
  #left: () => void = () => {};

  constructor(session: Promise<Engine>) {
    let engine: Engine | undefined;
    let refusal: unknown;
    const waitReady = session.then(
      (fresh) => {
        engine = fresh;
      },
      (error: unknown) => {
        // The adapter has nobody to tell before the first message, which then meets it.
        refusal = error;
      },
    );
    let held: Uint8Array[] = [];
    const execProtocolStream: PGlite["execProtocolStream"] = async (message, options) => {
      if (!engine) throw refusal;
      held.push(message);
      if (PARTS.has(message[0]!)) return [];
      const whole = held.length === 1 ? message : Buffer.concat(held);
      held = [];
      const messages = await engine.execProtocolStream(whole, options);
      if (engine.stopped) setImmediate(() => this.#lose(engine?.stopped));
      return messages;
    };
    super({ pglite: { waitReady, execProtocolStream } as unknown as PGlite });
    this.gone = new Promise((resolve) => {
      this.#left = resolve;
    });
  }

  override end(): void {
    super.end();
    // After `super.end()`, which takes all listeners off before it announces the end.
    this.once("end", this.#left);
  }

  /** The engine died after its answer: nothing more will come, not even the word that it is ready. */
  #lose(reason: unknown): void {
    if (this.listenerCount("error") > 0) this.emit("error", reason);
  }
}

/** Ends the pool when nobody holds or awaits a connection; `pool.end()` alone leaves who waits waiting. */
export async function drain(pool: pg.Pool): Promise<void> {
  while (!pool.ending) {
    const client = await pool.connect();
    if (pool.waitingCount === 0) void pool.end();
    client.release();
  }
  // Also when somebody else ended it, as Kysely's `destroy` does, while a client was out.
  while (!pool.ended) await once(pool, "remove");
}
