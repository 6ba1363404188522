import { resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeParcel, sendParcel } from "#kit/parcels.ts";
import { startServer } from "#kit/server-process.ts";
import { startSmtp, type ThrowAwaySmtp } from "#kit/smtp.ts";
import { readConfig } from "../../src/app/config.ts";
import { features } from "../../src/app/features.ts";
import { layGround } from "../../src/app/ground.ts";
import { openHouse } from "../../src/app/house.ts";
import { newStanding, type Standing } from "./testing/standing.ts";

const MINUTE = 60_000;

let standing: Standing;
let smtp: ThrowAwaySmtp;
beforeEach(async () => {
  standing = await newStanding();
  smtp = await startSmtp();
});
afterEach(async () => {
  await smtp.stop();
  await standing.clear();
});

const env = () => ({ ...standing.env, SMTP_URL: smtp.url, SITE_URL: "http://commons.test" });

/** The same site, opened here, with a clock that is ahead; its jobs run until nothing is due. */
async function workLater(minutes: number): Promise<void> {
  const config = readConfig({ ...env(), DATA_DIR: standing.dataDir, LOG_LEVEL: "silent" });
  const clock = { now: () => new Date(Date.now() + minutes * MINUTE) };
  const given = { root: resolve("."), siteUrl: "http://commons.test", clock };
  const { ground, release } = await layGround(config, given);
  const house = await openHouse(ground, await features(ground));
  const makeCtx = (name: string) => house.ctx({ kind: "system", name });
  const ctx = await makeCtx("Test");
  await house.jobs.enqueue(ctx, "mail.sweep", {});
  await house.jobs.drain(makeCtx);
  await house.close();
  await release();
}

it("a mail whose server was killed in mid-sentence goes out again, under the same number", async () => {
  // The mail server takes the mail, and its yes never arrives.
  smtp.decide(() => "silence");
  const server = await startServer({ dataDir: standing.dataDir, env: env(), readyWithin: 90_000 });
  const parcel = makeParcel("cut-short", 2_000);
  await sendParcel(server.origin, parcel, 1);
  const first = await smtp.waitFor(({ recipients }) => recipients.includes(parcel.email), 30_000);
  await server.kill("SIGKILL");

  smtp.decide(() => undefined);
  // Soon after, the dead server's claim still holds: it might be alive and waiting.
  await workLater(1);
  expect(smtp.messages).toHaveLength(1);

  await workLater(10);
  expect(smtp.messages).toHaveLength(2);
  expect(smtp.messages[1]?.messageId).toBe(first.messageId);
  await workLater(20);
  expect(smtp.messages).toHaveLength(2);

  const states = await standing.look(
    async (pool) => (await pool.query<{ state: string }>("select state from mails")).rows,
  );
  expect(states).toEqual([{ state: "sent" }]);
});
