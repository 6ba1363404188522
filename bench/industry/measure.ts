import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { peakMegabytes } from "../accounting.ts";
import { BROWSER_HEADERS } from "../answer.ts";
import { fill } from "../fill.ts";
import type { Plot } from "../grounds.ts";
import type { LoadReport } from "../load-main.ts";
import { permalinksOf } from "../population.ts";
import { type RunningServer, startSite } from "../processes.ts";
import type { Bench } from "../rates.ts";
import { milliseconds, type Row, SHOWN_DATABASE } from "../report.ts";
import { median } from "../statistics.ts";
import { measureAnalysis } from "./analysis.ts";

const MOST_TIMES = 2.5;
const MOST_MEGABYTES = 1536;
const MOST_SLOWER = 3;
/** Between two pages that readers ask for: fifty a second are more than a site like this has. */
const PAUSE = 20;

const here = import.meta.dirname;
/**
 * How long an import of all counties and states takes beside DuckDB alone reading the same files, what it holds in
 * memory, and how readers fare meanwhile; then what analyses of these figures cost.
 */
export async function measureIndustry(bench: Bench, plot: Plot, folder: string): Promise<Row[]> {
  if (!existsSync(folder)) return [notHere(bench, folder)];
  const files = readdirSync(folder)
    .filter((name) => /\.csv(\.gz)?$/.test(name))
    .map((name) => join(folder, name));
  await plot.prepare((pool) => fill(pool, bench.happenings));
  const rows = await measureImports(bench, plot, files);
  return [...rows, ...(await measureAnalysis(bench, plot))];
}

async function measureImports(bench: Bench, plot: Plot, files: readonly string[]): Promise<Row[]> {
  const site = await startSite(plot.env);
  try {
    const readers = (seconds: number) =>
      bench.loader.run({
        origin: site.origin,
        paths: permalinksOf(bench.happenings),
        headers: BROWSER_HEADERS,
        how: { requests: 1_000_000, atMostSeconds: seconds, pauseMilliseconds: PAUSE },
      });
    await readers(3);
    const idle = await readers(bench.quick ? 4 : 10);
    const reads: number[] = [];
    const imports: { milliseconds: number; peak: number }[] = [];
    for (let turn = 0; turn < (bench.quick ? 1 : 3); turn += 1) {
      reads.push(await readAlone(files));
      imports.push(await importInto(plot, site, files));
    }
    // Once more with readers: they would take their share of the processor from the comparison above.
    const seconds = Math.min(...imports.map((one) => one.milliseconds)) / 1000;
    const [meanwhile] = await Promise.all([readers(seconds), importInto(plot, site, files)]);
    return rowsOf(bench, files.length, { reads, imports, idle, meanwhile });
  } finally {
    await site.stop();
  }
}

function notHere({ database, happenings }: Bench, folder: string): Row {
  return {
    what: "import of figures",
    database: SHOWN_DATABASE[database],
    happenings,
    measured: `not measured: there is no folder ${folder}; --figures names another`,
    target: "",
    passes: null,
  };
}

function rowsOf(
  { database, happenings }: Bench,
  files: number,
  found: {
    reads: number[];
    imports: { milliseconds: number; peak: number }[];
    idle: LoadReport;
    meanwhile: LoadReport;
  },
): Row[] {
  const { reads, imports, idle, meanwhile } = found;
  const ratios = imports.map((one, turn) => one.milliseconds / reads[turn]!);
  const seconds = (list: number[]) => `${(median(list) / 1000).toFixed(1)} s`;
  const most = Math.max(...imports.map(({ peak }) => peak));
  const common = { database: SHOWN_DATABASE[database], happenings };
  return [
    {
      ...common,
      what: `import of ${files} files of figures, 6.0 million rows, beside DuckDB alone reading them`,
      measured: `${median(ratios).toFixed(2)} times: ${seconds(imports.map((one) => one.milliseconds))} beside ${seconds(reads)}, medians of ${reads.length}`,
      target: `≤ ${MOST_TIMES}`,
      passes: median(ratios) <= MOST_TIMES,
    },
    {
      ...common,
      what: "memory of the import's own process, at most",
      measured: `${most} MB`,
      target: `≤ ${MOST_MEGABYTES} MB`,
      passes: most <= MOST_MEGABYTES,
    },
    {
      ...common,
      what: "a happening while figures are imported",
      measured: `p99 ${milliseconds(meanwhile.p99)} of ${meanwhile.requests} requests, idle p99 ${milliseconds(idle.p99)}`,
      target: `≤ ${MOST_SLOWER} times idle`,
      passes: meanwhile.p99 <= MOST_SLOWER * idle.p99 && meanwhile.failed === 0,
    },
  ];
}

async function readAlone(files: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(here, "read-main.ts"), ...files], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return Number(await text(child.stdout));
}

/** Imports by the command line, which the running site carries out. */
async function importInto(
  plot: Plot,
  site: RunningServer,
  files: readonly string[],
): Promise<{ milliseconds: number; peak: number }> {
  const since = performance.now();
  const child = spawn(
    process.execPath,
    [join(here, "../../dist/cli.js"), "industry", "import", ...files, "--json"],
    {
      env: { PATH: process.env.PATH ?? "", ...plot.env },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const output = text(child.stdout);
  let peak = 0;
  let over = false;
  const ended = once(child, "close").then(([code]) => {
    over = true;
    if (code !== 0) throw new Error(`The import ended with ${code}`);
  });
  while (!over) {
    for (const pid of childrenOf(site.pid)) peak = Math.max(peak, peakOf(pid));
    await Promise.race([pause(100), ended]);
  }
  await Promise.all([ended, output]);
  return { milliseconds: performance.now() - since, peak };
}

function childrenOf(pid: number): number[] {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, "utf8").split(" ").filter(Boolean).map(Number) : [];
}

function peakOf(pid: number): number {
  try {
    // Of a process that has ended and was not yet taken note of, nothing is told.
    return peakMegabytes(pid) || 0;
  } catch (error) {
    // It ended between two looks.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
}
