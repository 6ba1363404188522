import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { peakMegabytes, residentMegabytes } from "./accounting.ts";
import { measureBudgets } from "./budgets.ts";
import { measureCosts } from "./costs.ts";
import { fillDesk, measureDesk } from "./desk.ts";
import { fill } from "./fill.ts";
import { type Grounds, openGrounds, type Plot } from "./grounds.ts";
import { measureIndustry } from "./industry/measure.ts";
import { measureLaunch } from "./launch/measure.ts";
import { measureLetters } from "./letters/measure.ts";
import { describeLoad, describeMachine } from "./machine.ts";
import { measureNetwork } from "./network/measure.ts";
import { type Options, PARTS, type Part, readOptions } from "./options.ts";
import { growingPages, readingPages } from "./pages.ts";
import { permalinksOf } from "./population.ts";
import { type RunningServer, startBare, startLoader, startSite } from "./processes.ts";
import { AFRESH, type Bench, KEPT, measureRate } from "./rates.ts";
import {
  type DatabaseKind,
  markdownTable,
  milliseconds,
  plainTable,
  type Row,
  SHOWN_DATABASE,
} from "./report.ts";
import { median } from "./statistics.ts";
import { measureSubmissions } from "./submissions.ts";

const MOST_RESIDENT = { embedded: 450, postgres: 250 };
const LONGEST_START = 3000;
const WAITING = 500;

const began = performance.now();
function say(words: string): void {
  process.stderr.write(`[${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s] ${words}\n`);
}

async function fillPlot(plot: Plot, happenings: number): Promise<string> {
  let version = "";
  await plot.prepare(async (pool: pg.Pool) => {
    await fill(pool, happenings);
    const { rows } = await pool.query<{ server_version: string }>("show server_version");
    version = rows[0]!.server_version.split(" ")[0]!;
  });
  return version;
}

async function measureStart(plot: Plot, bench: Bench): Promise<Row> {
  const times: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const site = await startSite(plot.env);
    times.push(site.readyAfter);
    await site.stop();
  }
  return {
    what: "start to the first page",
    database: SHOWN_DATABASE[bench.database],
    happenings: bench.happenings,
    measured: `${milliseconds(median(times))}, median of ${times.length} (${times.map(Math.round).join(", ")})`,
    target: `≤ ${LONGEST_START / 1000} s`,
    passes: median(times) <= LONGEST_START,
  };
}

/** Every kind of page in turn, by many at once. */
function askEverything(bench: Bench, site: RunningServer, permalinks: string[], seconds: number) {
  const paths = growingPages(permalinks).flatMap((page) => page.paths);
  return bench.loader.run({ origin: site.origin, paths, headers: {}, how: { clients: 24, seconds } });
}

/** What the server holds once it has made, or sent, every kind of page to many at once. */
async function measureMemory(
  bench: Bench,
  site: RunningServer,
  permalinks: string[],
  mode: { name: string },
): Promise<Row> {
  await askEverything(bench, site, permalinks, bench.quick ? 3 : 6);
  const resident = residentMegabytes(site.pid);
  return {
    what: `resident memory after the load, pages ${mode.name}`,
    database: SHOWN_DATABASE[bench.database],
    happenings: bench.happenings,
    measured: `${resident} MB (at most ever: ${peakMegabytes(site.pid)} MB)`,
    target: `≤ ${MOST_RESIDENT[bench.database]} MB`,
    passes: resident <= MOST_RESIDENT[bench.database],
  };
}

async function measureSize(bench: Bench, plot: Plot, rows: Row[]): Promise<void> {
  const permalinks = permalinksOf(bench.happenings);
  for (const mode of [AFRESH, KEPT]) {
    say(`${SHOWN_DATABASE[bench.database]}, ${bench.happenings}: pages ${mode.name}`);
    const site = await startSite({ ...plot.env, ...(mode === AFRESH ? { PAGE_CACHE_MB: "0" } : {}) });
    // The first thousand pages also pay for compiling what makes them.
    await askEverything(bench, site, permalinks, bench.quick ? 5 : 8);
    for (const page of readingPages(permalinks)) rows.push(await measureRate(bench, site, page, mode));
    rows.push(await measureMemory(bench, site, permalinks, mode));
    if (mode === KEPT && bench.happenings === 1000) {
      for (const page of readingPages(permalinks).slice(0, 3)) {
        rows.push(...(await measureBudgets(site.origin, page)));
      }
    }
    await site.stop();
  }
}

async function compareSizes(bench: Bench, plots: readonly Plot[], { sizes }: Options): Promise<Row[]> {
  say(`${SHOWN_DATABASE[bench.database]}: what pages cost at ${sizes[0]} and at ${bench.happenings}`);
  const [small, large] = await Promise.all(
    [plots[0]!, plots.at(-1)!].map((plot) => startSite({ ...plot.env, PAGE_CACHE_MB: "0" })),
  );
  const rows = await measureCosts(
    bench,
    { site: small!, happenings: sizes[0]! },
    { site: large!, happenings: bench.happenings },
  );
  await Promise.all([small!.stop(), large!.stop()]);
  return rows;
}

/** What a part of the table with a site of its own is called while it runs. */
const PART_WORDS: Record<Part, string> = {
  network: "the network",
  industry: "figures of industries",
  launch: "a launch",
  letters: "letters",
};

const PART_MEASURES: Record<Part, (grounds: Grounds, bench: Bench, options: Options) => Promise<Row[]>> = {
  network: async (grounds, bench) => measureNetwork(bench, await grounds.newPlot(bench.database, "network")),
  industry: async (grounds, bench, { figures }) =>
    measureIndustry(bench, await grounds.newPlot(bench.database, "industry"), figures),
  launch: async (grounds, bench) => measureLaunch(bench, await grounds.newPlot(bench.database, "launch")),
  letters: (grounds, { database, quick }) => measureLetters(grounds, database, quick),
};

async function measureDatabase(
  grounds: Grounds,
  tools: Pick<Bench, "loader" | "bare" | "quick">,
  database: DatabaseKind,
  options: Options,
  rows: Row[],
): Promise<string> {
  const measurePart = (part: Part) => {
    say(`${SHOWN_DATABASE[database]}: ${PART_WORDS[part]}`);
    return PART_MEASURES[part](grounds, { ...tools, database, happenings: options.sizes[0]! }, options);
  };
  if (options.only) {
    rows.push(...(await measurePart(options.only)));
    return SHOWN_DATABASE[database];
  }
  const plots: Plot[] = [];
  let version = "";
  for (const happenings of options.sizes) {
    const bench = { ...tools, database, happenings };
    const plot = await grounds.newPlot(database, `size${happenings}`);
    say(`${SHOWN_DATABASE[database]}: filling in ${happenings} happenings`);
    version = await fillPlot(plot, happenings);
    if (happenings === options.sizes[0]) rows.push(await measureStart(plot, bench));
    await measureSize(bench, plot, rows);
    plots.push(plot);
    if (happenings === options.sizes[0]) {
      say(`${SHOWN_DATABASE[database]}: the desk`);
      await plot.prepare((pool) => fillDesk(pool, WAITING));
      rows.push(await measureDesk(bench, plot, WAITING));
    }
  }
  rows.push(
    ...(await compareSizes({ ...tools, database, happenings: options.sizes.at(-1)! }, plots, options)),
  );
  for (const part of PARTS) rows.push(...(await measurePart(part)));
  const count = options.quick ? 100 : 1000;
  say(`${SHOWN_DATABASE[database]}: ${count} updates`);
  rows.push(await measureSubmissions(grounds, database, count));
  return `${SHOWN_DATABASE[database]} (PostgreSQL ${version})`;
}

async function writePage(machine: string, rows: readonly Row[]): Promise<void> {
  const path = join(import.meta.dirname, "../docs/benchmarks.md");
  const page = await readFile(path, "utf8");
  const start = "<!-- measured: npm run bench -- --write puts the last run between these two lines -->";
  const end = "<!-- end of measured -->";
  const before = page.slice(0, page.indexOf(start) + start.length);
  const after = page.slice(page.indexOf(end));
  await writeFile(path, `${before}\n\n${machine}\n\n${markdownTable(rows)}\n\n${after}`);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const load = describeLoad();
  const grounds = await openGrounds();
  const [loader, bare] = [startLoader(), await startBare()];
  const rows: Row[] = [];
  const databases: string[] = [];
  try {
    const tools = { loader, bare, quick: options.quick };
    for (const database of options.databases) {
      databases.push(await measureDatabase(grounds, tools, database, options, rows));
    }
  } finally {
    await Promise.all([loader.stop(), bare.stop()]);
    await grounds.clear();
  }
  const date = new Date().toISOString().slice(0, 10);
  const machine =
    `Measured on ${date}${options.quick ? " in a quick run" : ""} on ${describeMachine()}, ${databases.join(" and ")}. ` +
    `Load average before the run: ${load}. The run took ${Math.round((performance.now() - began) / 60_000)} minutes.`;
  process.stdout.write(`\n${machine}\n\n${plainTable(rows)}\n`);
  if (options.write) await writePage(machine, rows);
  const failed = rows.filter(({ passes }) => passes === false).length;
  process.stdout.write(`\n${rows.length - failed} of ${rows.length} rows are as they should be.\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main();
