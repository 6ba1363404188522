import { gzipSync } from "node:zlib";
import type pg from "pg";
import { ask, BROWSER_HEADERS } from "../answer.ts";
import { fill } from "../fill.ts";
import type { Plot } from "../grounds.ts";
import type { Page } from "../pages.ts";
import { type RunningServer, startSite } from "../processes.ts";
import { VOCABULARY } from "../prose.ts";
import { AFRESH, type Bench, KEPT, measureRate } from "../rates.ts";
import { milliseconds, type Row, SHOWN_DATABASE } from "../report.ts";
import { NETWORK, organizations, partnerships } from "./directory.ts";
import { fillNetwork } from "./fill.ts";
import { measureImport } from "./import.ts";

const HEAVIEST_MAP_KILOBYTES = 120;
const DEAREST_MAP = 1.5;
const SLOWEST_SEARCH = 150;

/** A site whose directory is as large as we promise to bear. */
export async function measureNetwork(bench: Bench, plot: Plot): Promise<Row[]> {
  await plot.prepare(async (pool: pg.Pool) => {
    await fill(pool, bench.happenings);
    await fillNetwork(pool, NETWORK);
  });
  const rows: Row[] = [];
  for (const mode of [AFRESH, KEPT]) {
    const site = await startSite({ ...plot.env, ...(mode === AFRESH ? { PAGE_CACHE_MB: "0" } : {}) });
    for (const page of networkPages()) rows.push(await measureRate(bench, site, page, mode));
    if (mode === AFRESH) {
      rows.push(await weighMap(bench, site), await compareMap(bench, site));
      for (const page of directorySearches()) rows.push(await measureDirectory(bench, site, page));
    }
    await site.stop();
  }
  rows.push(...(await measureImport(bench, plot, NETWORK.organizations)));
  return rows;
}

function networkPages(): Page[] {
  const [one] = partnerships(NETWORK.partnerships, organizations(NETWORK.organizations));
  return [
    { name: "list of partnerships", paths: ["/partnerships"] },
    { name: "a partnership", paths: [`/partnerships/${one!.slug}`] },
    { name: "national map", paths: ["/map"] },
    { name: "a state's map", paths: ["/map?state=ne"] },
    { name: "state page with partnerships", paths: ["/states/ne"] },
    { name: "directory of people", paths: ["/people"] },
    { name: "directory of organizations", paths: ["/organizations"] },
  ];
}

function directorySearches(): Page[] {
  const words = [3, 40, 400, 4000].map((rank) => VOCABULARY[rank]!);
  const asked = (path: string) => words.map((word) => `${path}${word}`);
  return [
    { name: "people by word", paths: asked("/people?q=") },
    { name: "people by state and word", paths: asked("/people?state=ne&q=") },
    {
      name: "people by state and phase",
      paths: ["/people?state=ne&phase=launch", "/people?state=co&phase=act"],
    },
    { name: "organizations by word", paths: asked("/organizations?q=") },
    { name: "partnerships by word", paths: asked("/partnerships?q=") },
    {
      name: "partnerships by state, sector and stage",
      paths: ["ne", "co", "pa"].map((state) => `/partnerships?state=${state}&sector=healthcare&stage=active`),
    },
  ];
}

function row(bench: Bench, what: string, measured: string, target: string, passes: boolean): Row {
  return {
    what: `${what}, ${NETWORK.partnerships.toLocaleString("en-US")} partnerships`,
    database: SHOWN_DATABASE[bench.database],
    happenings: bench.happenings,
    measured,
    target,
    passes,
  };
}

async function weighMap(bench: Bench, site: RunningServer): Promise<Row> {
  // What is made afresh goes out as it is; the proxy in front, or the kept page, compresses it.
  const { body } = await ask(`${site.origin}/map`);
  const kilobytes = gzipSync(body).length / 1024;
  return row(
    bench,
    "national map, gzip",
    `${kilobytes.toFixed(1)} KB`,
    `≤ ${HEAVIEST_MAP_KILOBYTES} KB`,
    kilobytes <= HEAVIEST_MAP_KILOBYTES,
  );
}

/** The map beside the list of happenings, in turns, both made afresh. */
async function compareMap(bench: Bench, site: RunningServer): Promise<Row> {
  const { origin } = site;
  const compare = (requests: number) =>
    bench.loader.run({
      origin,
      paths: ["/map"],
      headers: BROWSER_HEADERS,
      how: { requests, atMostSeconds: 20 },
      beside: { origin, paths: ["/happenings"] },
    });
  await compare(40);
  const map = await compare(bench.quick ? 100 : 300);
  const list = map.beside!;
  const ratio = map.median / list.median;
  return row(
    bench,
    "national map, cost against the list of happenings",
    `${ratio.toFixed(2)} times: ${milliseconds(map.median)} for ${milliseconds(list.median)}`,
    `≤ ${DEAREST_MAP}`,
    ratio <= DEAREST_MAP && map.failed + list.failed === 0,
  );
}

async function measureDirectory(bench: Bench, site: RunningServer, page: Page): Promise<Row> {
  const run = (requests: number) =>
    bench.loader.run({
      origin: site.origin,
      paths: page.paths,
      headers: BROWSER_HEADERS,
      how: { requests, atMostSeconds: 20 },
    });
  await run(20);
  const cost = await run(bench.quick ? 100 : 300);
  return row(
    bench,
    `${page.name}, one client`,
    `p99 ${milliseconds(cost.p99)}, median ${milliseconds(cost.median)} of ${cost.requests}`,
    `p99 ≤ ${SLOWEST_SEARCH} ms`,
    cost.p99 <= SLOWEST_SEARCH && cost.failed === 0,
  );
}
