import { join } from "node:path";
import type { Logger } from "pino";
import type { Site } from "#base/site.ts";
import { ensureSettings } from "#features/site/actions.ts";
import { siteAt } from "#features/site/queries.ts";
import type { Clock } from "#platform/clock.ts";
import type { Actor, Ctx, Listener } from "#platform/context.ts";
import type { Database } from "#platform/database/database.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";
import { upkeepJobs } from "#platform/database/upkeep-jobs.ts";
import type { Feature } from "#platform/feature.ts";
import type { FigureStore } from "#platform/figures/store.ts";
import { type FileStore, LEAST_FREE_BYTES } from "#platform/files/store.ts";
import { apiRoute } from "#platform/http/api.ts";
import { gateRoute } from "#platform/http/gate.ts";
import { PageCache } from "#platform/http/page-cache.ts";
import type { Route } from "#platform/http/routes.ts";
import { type Jobs, openJobs } from "#platform/jobs.ts";
import { KeptValues } from "#platform/kept-values.ts";
import { type Live, openLive } from "#platform/live.ts";
import { mailJobs } from "#platform/mail/jobs.ts";
import type { PostOffice } from "#platform/mail/post-office.ts";
import { newId, newToken, sealer } from "#platform/secrets.ts";
import type { EventName, ToldEvent } from "#platform/telling.ts";
import { iconRoute } from "./icon-route.ts";
import { changesPages } from "./public-events.ts";

/** What the house is built on; tests hand in their own clock, mailbox and database. */
export interface Ground {
  /** Folder that holds `migrations/`, `content/` and `dist/`. */
  root: string;
  siteUrl: string;
  /** Zone of a new site, an IANA name; undefined leaves the choice to the editors. */
  firstTimeZone?: string;
  secret: string;
  database: Database;
  postOffice: PostOffice;
  clock: Clock;
  log: Logger;
  files: FileStore;
  figures: FigureStore;
  /** Bytes of finished pages to keep. */
  pageCacheBytes: number;
}

export interface House {
  ground: Ground;
  features: readonly Feature[];
  routes: readonly Route[];
  pages: PageCache;
  jobs: Jobs;
  live: Live;
  ctx(actor: Actor, log?: Logger): Promise<Ctx>;
  /** What works and what does not, part by part; "ok" or a few words. */
  readiness(): Promise<Record<string, string>>;
  /** Starts the jobs, and hears of changes that other processes make. */
  work(): Promise<void>;
  close(): Promise<void>;
}

const SYSTEM: Actor = { kind: "system", name: "Sector Commons" };

/**
 * The composition root: migrates the database, makes every part and passes it on. Reading this file from top to
 * bottom tells what the house consists of and who hears of what.
 */
export async function openHouse(ground: Ground, features: readonly Feature[]): Promise<House> {
  const { database, clock, log } = ground;
  const migrations = await readMigrations(join(ground.root, "migrations"));
  const ran = await migrate(database.db, migrations);
  if (ran.length > 0) log.info({ migrations: ran }, "the database is up to date now");

  const pages = new PageCache(ground.pageCacheBytes);
  const kept = new KeptValues();
  const jobs = await openJobs(
    database,
    [
      ...upkeepJobs(database),
      ...mailJobs(ground.postOffice),
      ...features.flatMap((feature) => feature.jobs ?? []),
    ],
    log,
  );
  const live = await openLive(database, log);
  const seal = sealer(ground.secret);
  const random = { token: newToken, id: newId };
  const listeners = collectListeners(features);

  let site: Site | undefined;
  const hear = (events: readonly Pick<ToldEvent, "name">[]) => {
    if (events.some(({ name }) => name === "site.changed")) site = undefined;
    if (!events.some(({ name }) => changesPages(name))) return;
    kept.clear();
    pages.clear();
  };

  async function ctx(actor: Actor, ownLog = log): Promise<Ctx> {
    site ??= await siteAt(database.db, ground.siteUrl);
    return {
      db: database.db,
      actor,
      now: clock.now(),
      site,
      jobs,
      files: ground.files,
      figures: ground.figures,
      log: ownLog,
      random,
      seal,
      listeners,
      committed: hear,
      keep: kept.keep,
    };
  }

  await ensureSettings(await ctx(SYSTEM), ground.firstTimeZone);
  site = undefined;

  let stopHearing: (() => Promise<void>) | undefined;
  let closing = false;
  async function hearOthers(): Promise<void> {
    // The embedded database has one process, whose own commits are heard in `committed`.
    if (database.kind === "embedded" || closing) return;
    try {
      stopHearing = await database.listen("events", (name) => hear([{ name: name as EventName }]), retry);
      site = undefined;
      kept.resume();
      pages.resume();
    } catch (error) {
      log.warn(
        { err: error },
        "cannot hear what other processes change; pages are made afresh until it works",
      );
      retry();
    }
  }
  function retry(): void {
    kept.pause();
    pages.pause();
    if (!closing) setTimeout(hearOthers, 2_000).unref();
  }

  return {
    ground,
    features,
    routes: [
      gateRoute,
      iconRoute,
      ...features.flatMap((feature) => feature.routes ?? []),
      ...features.flatMap((feature) => feature.api ?? []).map(apiRoute),
    ],
    pages,
    jobs,
    live,
    ctx,
    async readiness() {
      const [record, room] = await Promise.all([
        database.pool.query("select 1").then(
          () => "ok",
          () => "not answering",
        ),
        ground.files.freeBytes().then(
          (bytes) => (bytes > LEAST_FREE_BYTES ? "ok" : "almost full"),
          () => "not readable",
        ),
      ]);
      return { database: record, jobs: jobs.working() ? "ok" : "not working", disk: room };
    },
    async work() {
      await hearOthers();
      await jobs.work((name) => ctx({ kind: "system", name: "Sector Commons" }, log.child({ job: name })));
    },
    async close() {
      closing = true;
      await live.close();
      await jobs.stop();
      await stopHearing?.();
      ground.postOffice.close();
    },
  };
}

function collectListeners(features: readonly Feature[]): Map<EventName, Listener[]> {
  const listeners = new Map<EventName, Listener[]>();
  for (const feature of features) {
    for (const [name, listen] of Object.entries(feature.hears ?? {}) as [EventName, Listener][]) {
      listeners.set(name, [...(listeners.get(name) ?? []), listen]);
    }
  }
  return listeners;
}
