import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { amcheck } from "@electric-sql/pglite/contrib/amcheck";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { EngineStopped } from "./problems.ts";

/** PGlite's code for the jump that ends a statement with an ordinary error; anything else thrown is the end. */
const ORDINARY_ERROR = 100;

/** What `create extension` can find; a PostgreSQL server ships the same ones. */
const extensions = { amcheck, pg_trgm, unaccent };

type Answer = ReturnType<PGlite["execProtocolStream"]>;

/**
 * PGlite that knows when it is dead. PostgreSQL answers a failed log write or sync with a PANIC, which ends a
 * server process; PGlite swallows it and goes on with memory in an unknown state, answering nothing or nonsense.
 */
export class Engine extends PGlite {
  /** Why it stopped; from then on every query is refused with it. */
  stopped: EngineStopped | undefined;
  /** Called once, after the failing statement's own answer has been delivered. */
  onStopped: (reason: EngineStopped) => void = () => {};

  constructor(options: PGliteOptions) {
    super({ ...options, extensions });
    // Whoever waits for `waitReady` hears of a failed start.
    this.waitReady.then(
      () => this.#watch(),
      () => {},
    );
  }

  override async execProtocolStream(...call: Parameters<PGlite["execProtocolStream"]>): Answer {
    if (this.stopped) throw this.stopped;
    const messages = await super.execProtocolStream(...call);
    const stopped = this.#reason();
    if (!stopped) return messages;
    const complaint = messages.find((message) => message.name === "error");
    stopped.cause = complaint ?? stopped.cause;
    setImmediate(() => this.onStopped(stopped));
    if (!complaint) throw stopped;
    return messages;
  }

  #reason = () => this.stopped;

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
