import type pg from "pg";
import { voteTogether } from "#kit/launch-crowd.ts";
import { type LaidLaunch, layLaunch } from "#kit/launch-site.ts";
import type { Plot } from "../grounds.ts";
import { startSite } from "../processes.ts";
import { type DatabaseKind, milliseconds, type Row, SHOWN_DATABASE } from "../report.ts";
import { median, quantile } from "../statistics.ts";

const COMPANIES = 120;
const MINUTE = 60_000;
const SLOWEST_VOTE = 300;
const SLOWEST_WALL = 1_000;
const TITLES = [
  "Find welders",
  "Share freight",
  "Sell together",
  "Fix the road",
  "Childcare",
  "Cheaper power",
  "One voice",
];

/** A launch in which 120 companies vote within a minute, each with its page open, and some of them twice. */
export async function measureLaunch(
  { database, quick }: { database: DatabaseKind; quick: boolean },
  plot: Plot,
): Promise<Row[]> {
  let launch: LaidLaunch | undefined;
  await plot.prepare(async (pool: pg.Pool) => {
    launch = await layLaunch(pool, {
      name: "Southwest Wyoming Manufacturing Partnership",
      companies: Array.from({ length: COMPANIES }, (_, index) => `Company ${index}`),
      groups: TITLES,
    });
  });
  const site = await startSite({ ...plot.env, STARTER: "no" });
  const { waits, lags, wrong } = await voteTogether(site.origin, launch!, quick ? MINUTE / 4 : MINUTE);
  await site.stop();
  const row = { database: SHOWN_DATABASE[database], happenings: null };
  const [p99, furthest] = [quantile(waits, 0.99), Math.max(...lags)];
  return [
    {
      ...row,
      what: `bench/launch: ${COMPANIES} companies vote within ${quick ? "15 s" : "a minute"}, p99 until acknowledged`,
      measured: `${milliseconds(p99)} (median ${milliseconds(median(waits))}, ${waits.length} sendings)`,
      target: `≤ ${SLOWEST_VOTE} ms`,
      passes: p99 <= SLOWEST_VOTE,
    },
    {
      ...row,
      what: "bench/launch: the wall behind the votes, at most",
      measured: milliseconds(furthest),
      target: `≤ ${SLOWEST_WALL / 1000} s`,
      passes: furthest <= SLOWEST_WALL,
    },
    {
      ...row,
      what: "bench/launch: votes lost or doubled",
      measured: wrong.length === 0 ? "none" : wrong.slice(0, 2).join(" "),
      target: "none",
      passes: wrong.length === 0,
    },
  ];
}
