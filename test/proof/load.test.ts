import { afterEach, beforeEach, expect, it } from "vitest";
import { makeParcel, type Receipt, sendParcel, takeStock } from "#kit/parcels.ts";
import { type ServerProcess, startServer } from "#kit/server-process.ts";
import { newStanding, type Standing } from "./testing/standing.ts";

// The same with a thousand, from a process of their own, is part of `npm run bench`.
const UPDATES = 120;
const CLIENTS = 16;
// More from one address within an hour would meet the gate, and rightly.
const PRESSES = 6;
const FILE_BYTES = 1024 * 1024;

let standing: Standing;
let server: ServerProcess;
beforeEach(async () => {
  standing = await newStanding();
  server = await startServer({
    dataDir: standing.dataDir,
    env: { ...standing.env, TRUSTED_PROXIES: "1" },
    readyWithin: 90_000,
  });
});
afterEach(async () => {
  await server.stop();
  await standing.clear();
});

/** `work` for each number below `count`, as many at once as there are clients. */
async function crowd(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const client = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

it("takes updates with a file each from sixteen people at once, and loses and doubles none", async () => {
  const sent: { parcel: ReturnType<typeof makeParcel>; receipt: Receipt }[] = [];
  await crowd(UPDATES, async (index) => {
    const parcel = makeParcel(`update-${index}`, FILE_BYTES);
    sent.push({ parcel, receipt: await sendParcel(server.origin, parcel, index) });
  });
  await server.kill("SIGTERM");
  const { wrong, stages } = await standing.look((pool, files) => takeStock(pool, files, sent));
  expect(wrong).toEqual([]);
  expect(stages.size).toBe(UPDATES);
});

it("takes the same form once, however often its button is pressed at the same time", async () => {
  const parcel = makeParcel("double-click", 50_000);
  const receipts: Receipt[] = [];
  await crowd(PRESSES, async (index) => receipts.push(await sendParcel(server.origin, parcel, index)));
  expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
  await server.kill("SIGTERM");
  const { wrong } = await standing.look((pool, files) =>
    takeStock(pool, files, [{ parcel, receipt: receipts[0] }]),
  );
  expect(wrong).toEqual([]);
});
