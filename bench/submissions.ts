import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { makeParcel, takeStock } from "#kit/parcels.ts";
import { openFileStore } from "#platform/files/store.ts";
import { residentMegabytes } from "./accounting.ts";
import type { Grounds } from "./grounds.ts";
import { startSite } from "./processes.ts";
import { type DatabaseKind, milliseconds, type Row, SHOWN_DATABASE } from "./report.ts";
import { markOf, type SendOrder, type SendReport } from "./send-main.ts";

const FILE_BYTES = 1024 * 1024;
const CLIENTS = 16;

/** Many updates at once, one file of 1 MB each: what was acknowledged is held against what is there afterwards. */
export async function measureSubmissions(grounds: Grounds, kind: DatabaseKind, count: number): Promise<Row> {
  const plot = await grounds.newPlot(kind, "submissions");
  const site = await startSite({ ...plot.env, TRUSTED_PROXIES: "1" });
  const report = await sendAll({ origin: site.origin, count, clients: CLIENTS, fileBytes: FILE_BYTES });
  const resident = residentMegabytes(site.pid);
  await site.stop();

  const receipts = new Map(report.receipts.map(({ mark, receipt }) => [mark, receipt]));
  const sent = Array.from({ length: count }, (_, index) => {
    const parcel = makeParcel(markOf(index), FILE_BYTES);
    return { parcel, receipt: receipts.get(parcel.mark) };
  });
  const wrong: string[] = [];
  const files = await openFileStore({ folder: join(plot.env.DATA_DIR!, "uploads") });
  await plot.prepare(async (pool) => {
    wrong.push(...(await takeStock(pool, files, sent)).wrong);
  });
  for (const words of [...report.failures, ...wrong].slice(0, 5)) process.stderr.write(`  ${words}\n`);
  return {
    what: `${count.toLocaleString("en-US")} updates with a file of 1 MB, ${CLIENTS} clients`,
    database: SHOWN_DATABASE[kind],
    happenings: null,
    measured:
      `${report.receipts.length} acknowledged, ${report.failures.length} refused, ${wrong.length} lost, doubled or broken; ` +
      `${(count / report.seconds).toFixed(0)}/s, p99 ${milliseconds(report.p99)}, ${resident} MB resident`,
    target: "all, 0, 0",
    passes: report.receipts.length === count && wrong.length === 0,
  };
}

async function sendAll(order: SendOrder): Promise<SendReport> {
  const child = fork(join(import.meta.dirname, "send-main.ts"), { execArgv: [] });
  try {
    child.send(order);
    const [report] = (await once(child, "message")) as [SendReport];
    return report;
  } finally {
    child.disconnect();
  }
}
