import { BROWSER_HEADERS } from "./answer.ts";
import { growingPages, type Page, searches } from "./pages.ts";
import { permalinksOf } from "./population.ts";
import type { RunningServer } from "./processes.ts";
import type { Bench } from "./rates.ts";
import { milliseconds, type Row, SHOWN_DATABASE } from "./report.ts";
import { median } from "./statistics.ts";

/** A running site that makes every page afresh, and how many happenings it has. */
export interface Sized {
  site: RunningServer;
  happenings: number;
}

const MOST_GROWTH = 1.5;
const SLOWEST_SEARCH = 200;
const TURNS = 3;

interface Cost {
  /** Milliseconds, one client at a time. */
  median: number;
  p99: number;
  requests: number;
  /** Answers other than 200. */
  failed: number;
}

/** What pages cost on the largest site beside the smallest, in turns, so that both meet the same machine. */
export async function measureCosts(bench: Bench, small: Sized, large: Sized): Promise<Row[]> {
  const rows: Row[] = [];
  const inSmall = growingPages(permalinksOf(small.happenings));
  for (const [index, page] of growingPages(permalinksOf(large.happenings)).entries()) {
    rows.push(await measureGrowth(bench, { ...small, page: inSmall[index]! }, { ...large, page }));
  }
  for (const page of searches()) rows.push(await measureSearch(bench, { ...large, page }));
  return rows;
}

type Asked = Sized & { page: Page };

async function measureGrowth(bench: Bench, small: Asked, large: Asked): Promise<Row> {
  const turns: { small: Cost; large: Cost }[] = [];
  for (const asked of [small, large]) await ask(bench, asked, 40);
  for (let turn = 0; turn < TURNS; turn += 1) {
    const requests = bench.quick ? 60 : 150;
    turns.push({ small: await ask(bench, small, requests), large: await ask(bench, large, requests) });
  }
  const growth = median(turns.map((turn) => turn.large.median / turn.small.median));
  const failed = turns.reduce((sum, turn) => sum + turn.small.failed + turn.large.failed, 0);
  const middle = (size: "small" | "large", figure: "median" | "p99") =>
    milliseconds(median(turns.map((turn) => turn[size][figure])));
  return {
    what: `${large.page.name}, cost against ${small.happenings.toLocaleString("en-US")}`,
    database: SHOWN_DATABASE[bench.database],
    happenings: large.happenings,
    measured: `${failures(failed)}${growth.toFixed(2)} times: ${middle("large", "median")} for ${middle("small", "median")}, p99 ${middle("large", "p99")}`,
    target: `≤ ${MOST_GROWTH}`,
    passes: growth <= MOST_GROWTH && failed === 0,
  };
}

async function measureSearch(bench: Bench, asked: Asked): Promise<Row> {
  await ask(bench, asked, 20);
  const cost = await ask(bench, asked, bench.quick ? 100 : 300);
  return {
    what: `${asked.page.name}, one client`,
    database: SHOWN_DATABASE[bench.database],
    happenings: asked.happenings,
    measured: `${failures(cost.failed)}p99 ${milliseconds(cost.p99)}, median ${milliseconds(cost.median)} of ${cost.requests}`,
    target: `p99 ≤ ${SLOWEST_SEARCH} ms`,
    passes: cost.p99 <= SLOWEST_SEARCH && cost.failed === 0,
  };
}

function ask(bench: Bench, { site, page }: Asked, requests: number): Promise<Cost> {
  return bench.loader.run({
    origin: site.origin,
    paths: page.paths,
    headers: BROWSER_HEADERS,
    how: { requests, atMostSeconds: 10 },
  });
}

function failures(count: number): string {
  return count > 0 ? `${count} answers failed; ` : "";
}
