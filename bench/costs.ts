import { BROWSER_HEADERS } from "./answer.ts";
import type { LoadReport } from "./load-main.ts";
import { growingPages, type Page, searches } from "./pages.ts";
import { permalinksOf } from "./population.ts";
import type { RunningServer } from "./processes.ts";
import type { Bench } from "./rates.ts";
import { milliseconds, type Row, SHOWN_DATABASE } from "./report.ts";

/** A running site that makes every page afresh, and how many happenings it has. */
export interface Sized {
  site: RunningServer;
  happenings: number;
}

const MOST_GROWTH = 1.5;
const SLOWEST_SEARCH = 200;
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
  await ask(bench, large, 40, small);
  const cost = await ask(bench, large, bench.quick ? 100 : 300, small);
  const before = cost.beside!;
  const growth = cost.median / before.median;
  return {
    what: `${large.page.name}, cost against ${small.happenings.toLocaleString("en-US")}`,
    database: SHOWN_DATABASE[bench.database],
    happenings: large.happenings,
    measured:
      `${failures(cost.failed + before.failed)}${growth.toFixed(2)} times: ${milliseconds(cost.median)} for ` +
      `${milliseconds(before.median)}, fastest tenth ${milliseconds(cost.p10)} for ${milliseconds(before.p10)}`,
    target: large.page.growing ? "" : `≤ ${MOST_GROWTH}`,
    passes: large.page.growing ? null : growth <= MOST_GROWTH && cost.failed + before.failed === 0,
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

function ask(bench: Bench, { site, page }: Asked, requests: number, beside?: Asked): Promise<LoadReport> {
  return bench.loader.run({
    origin: site.origin,
    paths: page.paths,
    headers: BROWSER_HEADERS,
    how: { requests, atMostSeconds: 20 },
    ...(beside ? { beside: { origin: beside.site.origin, paths: beside.page.paths } } : {}),
  });
}

function failures(count: number): string {
  return count > 0 ? `${count} answers failed; ` : "";
}
