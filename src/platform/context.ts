import type { Logger } from "pino";
import type { Site } from "#base/site.ts";
import type { Actor } from "./actor.ts";
import type { Db } from "./database/tables.ts";
import type { FigureStore } from "./figures/store.ts";
import type { FileStore } from "./files/store.ts";
import type { JobQueue } from "./job-queue.ts";
import type { EventName, ToldEvent } from "./telling.ts";

export type { Actor, Role } from "./actor.ts";

/** What hears of an event inside the transaction that told it. */
export type Listener = (ctx: Ctx, event: ToldEvent) => Promise<void>;

/**
 * All that an action or query may know, made anew for each request, job and command, and passed first.
 * Actions never see HTTP, so the web, the API, jobs and the command line share them.
 */
export interface Ctx {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  readonly site: Site;
  readonly jobs: JobQueue;
  readonly files: FileStore;
  /** Figures of industries, in files beside the database. */
  readonly figures: FigureStore;
  readonly log: Logger;
  /** Fresh secrets and ids; the only source of chance. */
  readonly random: { token(): string; id(): string };
  /** Keyed hashes: signed links and addresses that must be comparable but not readable. */
  readonly seal: (purpose: string, text: string) => string;
  readonly listeners: ReadonlyMap<EventName, readonly Listener[]>;
  /** Called once after the outermost commit, with what was told inside. */
  readonly committed: (events: readonly ToldEvent[]) => void;
  /**
   * Makes a value once and hands it out again until anything public changes. Only for what is the same for every
   * actor and small, such as the list of sectors. Inside `transact` the value is always made afresh.
   */
  readonly keep: <T>(key: string, make: () => Promise<T>) => Promise<T>;
  /** Set inside `transact` only: what has been told so far. */
  readonly told?: ToldEvent[];
}
