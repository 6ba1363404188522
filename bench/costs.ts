import { processorSeconds } from "./accounting.ts";
import { BROWSER_HEADERS } from "./answer.ts";
import { growingPages, type Page, searches } from "./pages.ts";
import type { RunningServer } from "./processes.ts";
import type { Bench } from "./rates.ts";
import { type DatabaseKind, milliseconds, type Row, SHOWN_DATABASE } from "./report.ts";

export interface Cost {
  page: string;
  isSearch: boolean;
  database: DatabaseKind;
  happenings: number;
  /** Milliseconds. */
  median: number;
  p99: number;
  processor: number;
}

/** What each page costs one client at a time, with every answer made afresh. */
export async function measureCosts(bench: Bench, site: RunningServer, permalinks: string[]): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const page of growingPages(permalinks)) costs.push(await measureCost(bench, site, page, false));
  for (const page of searches()) costs.push(await measureCost(bench, site, page, true));
  return costs;
}

async function measureCost(bench: Bench, site: RunningServer, page: Page, isSearch: boolean): Promise<Cost> {
  const order = { origin: site.origin, paths: page.paths, headers: BROWSER_HEADERS };
  await bench.loader.run({ ...order, how: { requests: Math.max(30, page.paths.length), atMostSeconds: 3 } });
  const before = processorSeconds(site.pid);
  const requests = bench.quick ? 100 : 300;
  const report = await bench.loader.run({ ...order, how: { requests, atMostSeconds: 8 } });
  if (report.failed > 0)
    throw new Error(`${report.failed} of ${report.requests} requests like ${page.paths[0]} failed`);
  return {
    page: page.name,
    isSearch,
    database: bench.database,
    happenings: bench.happenings,
    median: report.median,
    p99: report.p99,
    processor: ((processorSeconds(site.pid) - before) / report.requests) * 1000,
  };
}

const MOST_GROWTH = 1.5;
const SLOWEST_SEARCH = 200;

/** The costs as rows: how each page grows from the smallest site to the largest, and how slow a search gets. */
export function costRows(costs: readonly Cost[]): Row[] {
  const largest = Math.max(...costs.map(({ happenings }) => happenings));
  const smallest = Math.min(...costs.map(({ happenings }) => happenings));
  return costs
    .filter(({ happenings }) => happenings === largest)
    .map((large) => {
      const small = costs.find(
        (cost) =>
          cost.page === large.page && cost.database === large.database && cost.happenings === smallest,
      )!;
      return large.isSearch ? searchRow(large, small) : growthRow(large, small);
    });
}

function growthRow(large: Cost, small: Cost): Row {
  const growth = large.median / small.median;
  return {
    what: `${large.page}, cost against ${small.happenings.toLocaleString("en-US")}`,
    database: SHOWN_DATABASE[large.database],
    happenings: large.happenings,
    measured: `${growth.toFixed(2)} times: ${milliseconds(large.median)} for ${milliseconds(small.median)}, p99 ${milliseconds(large.p99)}`,
    target: `≤ ${MOST_GROWTH}`,
    passes: growth <= MOST_GROWTH,
  };
}

function searchRow(large: Cost, small: Cost): Row {
  return {
    what: `${large.page}, one client`,
    database: SHOWN_DATABASE[large.database],
    happenings: large.happenings,
    measured: `p99 ${milliseconds(large.p99)}, median ${milliseconds(large.median)} (at ${small.happenings.toLocaleString("en-US")}: ${milliseconds(small.median)})`,
    target: `p99 ≤ ${SLOWEST_SEARCH} ms`,
    passes: large.p99 <= SLOWEST_SEARCH,
  };
}
