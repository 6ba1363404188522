import { processorSeconds } from "./accounting.ts";
import { ask, BROWSER_HEADERS } from "./answer.ts";
import type { Page } from "./pages.ts";
import type { BareServer, Loader, RunningServer } from "./processes.ts";
import { type DatabaseKind, milliseconds, type Row, rate, SHOWN_DATABASE } from "./report.ts";
import { median } from "./statistics.ts";

export interface Bench {
  database: DatabaseKind;
  happenings: number;
  loader: Loader;
  bare: BareServer;
  quick: boolean;
}

const CLIENTS = 24;

export const KEPT = { name: "kept", target: 0.4 };
export const AFRESH = { name: "made afresh", target: 0.015 };

/** How many requests a second a page bears beside a bare server that sends the same bytes, in turns. */
export async function measureRate(
  bench: Bench,
  site: RunningServer,
  page: Page,
  mode: typeof KEPT,
): Promise<Row> {
  const path = page.paths[0]!;
  const headers = BROWSER_HEADERS;
  await ask(site.origin + path, { headers });
  const answer = await ask(site.origin + path, { headers });
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
  await bench.bare.learn(path, answer);
  const how = { clients: CLIENTS, seconds: bench.quick ? 1 : 1.25 };
  const run = (origin: string) => bench.loader.run({ origin, paths: [path], headers, how });
  const pairs = [];
  // Both have to be compiled and warm before the first pair counts.
  for (const origin of [site.origin, bench.bare.origin]) await run(origin);
  const before = processorSeconds(site.pid);
  for (let pair = 0; pair < 3; pair += 1) {
    const ours = await run(site.origin);
    const bare = await run(bench.bare.origin);
    if (ours.failed + bare.failed > 0) throw new Error(`${ours.failed} requests for ${path} failed`);
    pairs.push({ ours, bare, ratio: ours.perSecond / bare.perSecond });
  }
  const used = processorSeconds(site.pid) - before;
  const requests = pairs.reduce((sum, { ours }) => sum + ours.requests, 0);
  const ratio = median(pairs.map((pair) => pair.ratio));
  const [perSecond, p99, bareRate] = [
    median(pairs.map(({ ours }) => ours.perSecond)),
    median(pairs.map(({ ours }) => ours.p99)),
    median(pairs.map(({ bare }) => bare.perSecond)),
  ];
  return {
    what: `${page.name}, ${mode.name}`,
    database: SHOWN_DATABASE[bench.database],
    happenings: bench.happenings,
    measured:
      `${ratio.toFixed(mode === KEPT ? 2 : 3)} of bare: ${rate(perSecond)} beside ${rate(bareRate)}, ` +
      `p99 ${milliseconds(p99)}, ${((used / requests) * 1e6).toFixed(0)} µs of processor each`,
    target: `≥ ${mode.target}`,
    passes: ratio >= mode.target,
  };
}
