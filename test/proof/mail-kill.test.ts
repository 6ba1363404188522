import { resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeParcel, sendParcel } from "#kit/parcels.ts";
import { startServer } from "#kit/server-process.ts";
import { startSmtp, type ThrowAwaySmtp } from "#kit/smtp.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { queueMails } from "#platform/mail/mail.ts";
import { readConfig } from "../../src/app/config.ts";
import { features } from "../../src/app/features.ts";
import { layGround } from "../../src/app/ground.ts";
import { type House, openHouse } from "../../src/app/house.ts";
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

/** The same site, opened here, with a clock that is ahead. */
async function inTheHouse(
  minutes: number,
  work: (house: House, makeCtx: (name: string) => Promise<Ctx>) => Promise<void>,
): Promise<void> {
  const config = readConfig({ ...env(), DATA_DIR: standing.dataDir, LOG_LEVEL: "silent" });
  const clock = { now: () => new Date(Date.now() + minutes * MINUTE) };
  const given = { root: resolve("."), siteUrl: "http://commons.test", clock };
  const { ground, release } = await layGround(config, given);
  const house = await openHouse(ground, await features(ground));
  await work(house, (name) => house.ctx({ kind: "system", name }));
  await house.close();
  await release();
}

/** Its jobs run until nothing is due. */
function workLater(minutes: number): Promise<void> {
  return inTheHouse(minutes, async (house, makeCtx) => {
    await house.jobs.enqueue(await makeCtx("Test"), "mail.sweep", {});
    await house.jobs.drain(makeCtx);
  });
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

/** `MAIL_KILLS=50` for the whole of it; a few show the same in the time that everybody has. */
const KILLS = Number(process.env.MAIL_KILLS ?? 3);
/** As many as a batch claims ahead. */
const IN_HAND = 40;

it(`killed ${KILLS} times in the middle of many letters, the site misses nobody, and knows who may have got one twice`, async () => {
  const letters = Array.from({ length: KILLS * (IN_HAND + 20) }, (_, index) => ({
    kind: "test",
    to: `reader-${index}@readers.test`,
    subject: `Letter ${index}`,
    text: "Dear reader",
    html: "<p>Dear reader</p>",
  }));
  await inTheHouse(0, async (_house, makeCtx) => {
    await transact(await makeCtx("Test"), async (ctx) => void (await queueMails(ctx, letters)));
  });
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await startServer({ dataDir: standing.dataDir, env: env(), readyWithin: 90_000 });
    // Each time at another place of a statement's or a line's work.
    const goal = smtp.messages.length + 8 + ((kill * 7) % 13);
    await smtp.waitFor(() => smtp.messages.length >= goal, 60_000);
    await server.kill("SIGKILL");
    // What the embedded database does by itself at the next start, a server does once the job's time is over.
    await standing.look((pool) =>
      pool.query("update jobs.job set state = 'retry', start_after = now() where state = 'active'"),
    );
  }
  // Each kill leaves what was in hand to the sweep, which takes 200 at a time.
  const sweeps = 2 + Math.ceil((KILLS * IN_HAND) / 200);
  for (let sweep = 1; sweep <= sweeps; sweep += 1) await workLater(10 * sweep);

  const rows = await standing.look(
    async (pool) =>
      (
        await pool.query<{ recipient: string; state: string; doubtful: boolean }>(
          "select recipient, state, retaken_at is not null as doubtful from mails where kind = 'test'",
        )
      ).rows,
  );
  expect(rows.filter(({ state }) => state !== "sent")).toEqual([]);
  const arrived = new Map<string, Set<string>>();
  const twice: string[] = [];
  for (const { recipients, messageId } of smtp.messages) {
    const [to = ""] = recipients;
    const before = arrived.get(to);
    if (before) twice.push(to);
    // A second delivery carries the first one's number, so that a mailbox can tell.
    if (before && !before.has(messageId ?? "")) twice.push(`another mail to ${to}`);
    arrived.set(to, (before ?? new Set()).add(messageId ?? ""));
  }
  expect(arrived.size).toBe(letters.length);
  const doubtful = new Set(rows.filter((row) => row.doubtful).map(({ recipient }) => recipient));
  expect(twice.filter((to) => !doubtful.has(to))).toEqual([]);
  // Never more than what the lines and one statement hold at that moment.
  expect(twice.length).toBeLessThanOrEqual(KILLS * 12);
}, 600_000);
