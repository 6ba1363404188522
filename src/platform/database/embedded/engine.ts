import { type messages, PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { amcheck } from "@electric-sql/pglite/contrib/amcheck";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { readMessages } from "./messages.ts";
import { EngineStopped } from "./problems.ts";

/** PGlite's code for the jump that ends a statement with an ordinary error; anything else thrown is the end. */
const ORDINARY_ERROR = 100;

type Hear = (channel: string, payload: string) => void;

/** What `create extension` can find, as on a server. amcheck is for whoever suspects damage, our tests first. */
const extensions = { amcheck, pg_trgm, unaccent };

/**
 * PGlite that knows when it is dead. PostgreSQL answers a failed log write or sync with a PANIC, which ends a
 * server process; PGlite swallows it and goes on with memory in an unknown state, answering nothing or nonsense.
 */
export class Engine extends PGlite {
  /** Why it stopped; from then on it refuses every query. */
  stopped: EngineStopped | undefined;
  readonly #hearers = new Set<Hear>();

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
    const [message, { syncToFs } = {}] = call;
    const parts: Uint8Array[] = [];
    // Each part lies in the engine's own memory, which the next one overwrites.
    const onRawData = (part: Uint8Array) => parts.push(Uint8Array.from(part));
    await this.execProtocolRawStream(message, { syncToFs, onRawData });
    const answered = readMessages(parts.length === 1 ? parts[0]! : Buffer.concat(parts));
    if (this.#hasStopped() && !answered.some(({ name }) => name === "error")) throw this.stopped;
    for (const one of answered)
      if (one.name === "notification") this.#tell(one as messages.NotificationResponseMessage);
    return answered as Awaited<ReturnType<PGlite["execProtocolStream"]>>;
  }

  /** PGlite itself hears only of what comes by its other ways of asking. */
  override onNotification(hear: Hear): () => void {
    const stop = super.onNotification(hear);
    this.#hearers.add(hear);
    return () => {
      this.#hearers.delete(hear);
      stop();
    };
  }

  #tell({ channel, payload }: messages.NotificationResponseMessage): void {
    for (const hear of this.#hearers) queueMicrotask(() => hear(channel, payload));
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
