import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { amcheck } from "@electric-sql/pglite/contrib/amcheck";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { EngineStopped } from "./problems.ts";

/** PGlite's code for the jump that ends a statement with an ordinary error; anything else thrown is the end. */
const ORDINARY_ERROR = 100;

/** What `create extension` can find, as on a server. amcheck is for whoever suspects damage, our tests first. */
const extensions = { amcheck, pg_trgm, unaccent };

/**
 * PGlite that knows when it is dead. PostgreSQL answers a failed log write or sync with a PANIC, which ends a
 * server process; PGlite swallows it and goes on with memory in an unknown state, answering nothing or nonsense.
 */
export class Engine extends PGlite {
  /** Why it stopped; from then on it refuses every query. */
  stopped: EngineStopped | undefined;

  constructor(options: PGliteOptions) {
    super({ ...options, extensions });
    // A failed start is heard by whoever waits for `waitReady`.
    this.waitReady.then(
      () => this.#watch(),
      () => {},
    );
  }

  override async execProtocolStream(...call: Parameters<PGlite["execProtocolStream"]>) {
    if (this.stopped) throw this.stopped;
    const messages = await super.execProtocolStream(...call);
    if (this.#hasStopped() && !messages.some((message) => message.name === "error")) throw this.stopped;
    return messages;
  }

  #hasStopped(): boolean {
    return this.stopped !== undefined;
  }

  #watch(): void {
    const module = this.Module;
    const step = module._PostgresMainLoopOnce;
    module._PostgresMainLoopOnce = () => {
      try {
        step();
      } catch (thrown) {
        if ((thrown as { status?: number }).status !== ORDINARY_ERROR)
          this.stopped ??= new EngineStopped(thrown);
        throw thrown;
      }
    };
  }
}
