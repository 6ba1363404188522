import { fork } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { memoryOptions } from "../../bin/node24.mjs";
import type { Grounds } from "../grounds.ts";
import { type DatabaseKind, type Row, rate, SHOWN_DATABASE } from "../report.ts";
import { median } from "../statistics.ts";
import type { LettersOrder, LettersReport } from "./letters-main.ts";

const LEAST_SHARE = 0.7;
const LONGEST_PRINT = 60;
const MOST_MEGABYTES = 600;

/** Follow-ups to a mail server on this machine, beside nodemailer alone; and letters on paper. */
export async function measureLetters(grounds: Grounds, kind: DatabaseKind, quick: boolean): Promise<Row[]> {
  const plot = await grounds.newPlot(kind, "letters");
  await plot.prepare(async () => {});
  const mails = quick ? 300 : 2_000;
  const letters = quick ? 60 : 500;
  const report = await carryOut({ env: plot.env, mails, letters });
  const share = median(report.ours) / median(report.alone);
  const row = { database: SHOWN_DATABASE[kind], happenings: null };
  return [
    {
      ...row,
      what: `${mails.toLocaleString("en-US")} follow-ups to a mail server on this machine`,
      measured: `${rate(median(report.ours))}, ${share.toFixed(2)} of nodemailer alone with a pool (${rate(median(report.alone))})`,
      target: `≥ ${LEAST_SHARE}`,
      passes: share >= LEAST_SHARE,
    },
    {
      ...row,
      what: `${letters} letters as Word and PDF`,
      measured: `${report.printed.toFixed(1)} s, ${report.peak} MB at most`,
      target: `≤ ${LONGEST_PRINT} s, < ${MOST_MEGABYTES} MB`,
      passes: report.printed <= LONGEST_PRINT && report.peak < MOST_MEGABYTES,
    },
  ];
}

/** The site's pages are TSX, which Node does not read: the process that measures is built as the server is. */
async function built(): Promise<string> {
  const outfile = resolve(import.meta.dirname, "../../dist/bench-letters.js");
  await build({
    entryPoints: [join(import.meta.dirname, "letters-main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "error",
  });
  return outfile;
}

async function carryOut(order: Omit<LettersOrder, "smtpUrl">): Promise<LettersReport> {
  const program = await built();
  const smtp = fork(join(import.meta.dirname, "smtp-main.ts"), { execArgv: [] });
  const worker = fork(program, { execArgv: [...memoryOptions] });
  try {
    const [{ port }] = (await once(smtp, "message")) as [{ port: number }];
    worker.send({ ...order, smtpUrl: `smtp://127.0.0.1:${port}` });
    const ended = once(worker, "exit").then(([code]) => {
      throw new Error(`The process that measures letters ended with ${code}.`);
    });
    const [report] = (await Promise.race([once(worker, "message"), ended])) as [LettersReport];
    ended.catch(() => undefined);
    return report;
  } finally {
    worker.disconnect();
    smtp.disconnect();
  }
}
