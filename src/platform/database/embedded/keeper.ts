import pg from "pg";
import type { Engine } from "./engine.ts";
import { EngineStopped } from "./problems.ts";

/** How long a failed restart is believed before the next client tries again, in milliseconds. */
const RETRY_AFTER = 2_000;

type Hear = (payload: string) => void;

/**
 * Keeps one engine running, as the postmaster does for a server: when it has stopped, the next client gets a
 * new one, which recovers from the log.
 */
export class Keeper {
  #engine: Engine;
  #restart: Promise<Engine> | undefined;
  #used = false;
  readonly #start: (() => Promise<Engine>) | undefined;
  readonly #hearers = new Map<string, Set<Hear>>();

  /** @param start makes the next engine; without it (a database in memory) a stop is for good */
  constructor(engine: Engine, start?: () => Promise<Engine>) {
    this.#engine = this.#adopt(engine);
    this.#start = start;
  }

  /** The engine, or `undefined` when it has stopped and no client came since. */
  get living(): Engine | undefined {
    return this.#engine.stopped ? undefined : this.#engine;
  }

  /** A running engine whose session is as good as new: all clients, one after the other, share one session. */
  async freshSession(): Promise<Engine> {
    if (this.#engine.stopped) return this.#running();
    if (this.#used) await this.#engine.exec("rollback; reset all; deallocate all");
    this.#used = true;
    return this.#engine;
  }

  /** From now on `hear` gets the channel's payloads, once the session listens to it. */
  hear(channel: string, hear: Hear): () => void {
    const hearers = this.#hearers.get(channel) ?? new Set();
    this.#hearers.set(channel, hearers.add(hear));
    return () => hearers.delete(hear);
  }

  #running(): Promise<Engine> {
    this.#restart ??= this.#startAgain().catch((error: unknown) => {
      setTimeout(() => {
        this.#restart = undefined;
      }, RETRY_AFTER).unref();
      throw new EngineStopped(error);
    });
    return this.#restart;
  }

  async #startAgain(): Promise<Engine> {
    if (!this.#start) throw new Error("A database in memory does not outlive its engine.");
    const engine = this.#adopt(await this.#start());
    for (const channel of this.#hearers.keys()) await engine.exec(`listen ${pg.escapeIdentifier(channel)}`);
    this.#engine = engine;
    this.#restart = undefined;
    return engine;
  }

  #adopt(engine: Engine): Engine {
    engine.onNotification((channel, payload) => {
      for (const hear of this.#hearers.get(channel) ?? []) hear(payload);
    });
    return engine;
  }
}
