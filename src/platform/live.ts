import { sql } from "kysely";
import type { Ctx } from "./context.ts";
import type { Database } from "./database/database.ts";
import type { Logger } from "./log.ts";

const CHANNEL = "live";
/** A comment now and then keeps proxies from taking a quiet line for a dead one. */
const HEARTBEAT_MS = 20_000;

/**
 * Says that what stands under `topic` looks different now, to every screen that watches it, in this process and in
 * others. Inside a transaction it is heard after the commit, and not at all where that fails.
 *
 * @param topic at most a few hundred characters; no secrets and nothing about a person, because nothing but "look
 *   again" is passed on
 */
export async function announce(ctx: Pick<Ctx, "db">, topic: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${topic})`.execute(ctx.db);
}

/** What open screens watch: they are told that something changed and ask for it again by themselves. */
export interface Live {
  /**
   * Keeps an answer open as server-sent events: `changed` at once and after each change of the topic. It ends when the
   * reader goes, or when the house closes; browsers then come back by themselves.
   *
   * @param signal the request's own, which says that the reader went
   */
  watch(topic: string, signal: AbortSignal): Response;
  /** Screens that are open now. */
  readonly watching: number;
  close(): Promise<void>;
}

export async function openLive(database: Database, log: Logger): Promise<Live> {
  const topics = new Map<string, Set<Screen>>();
  let stopHearing: (() => Promise<void>) | undefined;
  let closing = false;
  const tellAll = () => {
    for (const screens of topics.values()) for (const screen of screens) screen.changed();
  };

  async function hear(): Promise<void> {
    if (closing) return;
    try {
      stopHearing = await database.listen(
        CHANNEL,
        (topic) => {
          for (const screen of topics.get(topic) ?? []) screen.changed();
        },
        again,
      );
      // What was said while nobody heard is not lost: every screen looks again.
      tellAll();
    } catch (error) {
      log.warn({ err: error }, "cannot hear of live changes; trying again");
      again();
    }
  }
  function again(): void {
    if (!closing) setTimeout(hear, 1_000).unref();
  }
  await hear();

  const heartbeat = setInterval(() => {
    for (const screens of topics.values()) for (const screen of screens) screen.beat();
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return {
    get watching() {
      return [...topics.values()].reduce((sum, screens) => sum + screens.size, 0);
    },
    watch(topic, signal) {
      const screens = topics.get(topic) ?? new Set<Screen>();
      topics.set(topic, screens);
      const screen = new Screen(() => {
        screens.delete(screen);
        if (screens.size === 0) topics.delete(topic);
      });
      screens.add(screen);
      signal.addEventListener("abort", () => screen.end(), { once: true });
      if (closing) screen.end();
      return new Response(screen.stream, {
        headers: {
          "content-type": "text/event-stream; charset=utf-8",
          "cache-control": "private, no-store",
          // For proxies that would gather an answer before they pass it on.
          "x-accel-buffering": "no",
        },
      });
    },
    async close() {
      closing = true;
      clearInterval(heartbeat);
      for (const screens of topics.values()) for (const screen of [...screens]) screen.end();
      await stopHearing?.();
    },
  };
}

/** One open answer. */
class Screen {
  readonly stream: ReadableStream<Uint8Array>;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #ended = false;
  readonly #gone: () => void;

  constructor(gone: () => void) {
    this.#gone = gone;
    this.stream = new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
        this.#write("retry: 1000\n\n");
        this.changed();
      },
      cancel: () => this.end(),
    });
  }

  changed(): void {
    this.#write("event: changed\ndata:\n\n");
  }

  beat(): void {
    this.#write(":\n\n");
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#gone();
    try {
      this.#controller.close();
    } catch {
      // The reader had gone already, which closes it as well.
    }
  }

  #write(text: string): void {
    if (!this.#ended) this.#controller.enqueue(new TextEncoder().encode(text));
  }
}
