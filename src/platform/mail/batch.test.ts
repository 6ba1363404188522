import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { startSmtp, type ThrowAwaySmtp } from "#kit/smtp.ts";
import { openWorld, type World } from "#kit/world.ts";
import { transact } from "../database/transact.ts";
import { type Letter, mailStates, queueMail, queueMails } from "./mail.ts";
import { openPostOffice } from "./post-office.ts";

const SENDER = "Commons <commons@commons.test>";

let smtp: ThrowAwaySmtp;
let world: World;
beforeAll(async () => {
  smtp = await startSmtp();
  world = await openWorld({ postOffice: openPostOffice(smtp.url, SENDER) });
});
afterEach(() => {
  smtp.messages.length = 0;
  smtp.decide(() => undefined);
});
afterAll(async () => {
  await world.close();
  await smtp.stop();
});

const letterTo = (index: number): Letter => ({
  kind: "test",
  to: `reader-${index}@readers.test`,
  subject: `Letter ${index}`,
  text: "Dear reader",
  html: "<p>Dear reader</p>",
});

/** Jobs go by the database's own clock, so this world's is set by it. */
async function queue(letters: Letter[]): Promise<string[]> {
  world.clock.set(new Date());
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  return transact(ctx, (inner) => queueMails(inner, letters));
}
const states = async (ids: string[]) => mailStates(await world.ctx(), ids);
const hurry = () =>
  world.house.ground.database.pool.query(
    "update jobs.job set start_after = now() where state in ('retry', 'created')",
  );

it("many mails go out over a few lines, each once, and each is noted", async () => {
  const ids = await queue(Array.from({ length: 130 }, (_, index) => letterTo(index)));
  await world.runJobs();
  expect(new Set(smtp.messages.map(({ recipients }) => recipients[0])).size).toBe(130);
  expect(smtp.messages).toHaveLength(130);
  const after = await states(ids);
  expect(ids.every((id) => after.get(id)?.state === "sent" && after.get(id)?.tries === 1)).toBe(true);
});

it("one that is refused for the moment comes later by itself, one without a mailbox never, the others at once", async () => {
  smtp.refuseRecipient("reader-3@readers.test", 550);
  let refusals = 0;
  smtp.decide(({ subject }) => (subject === "Letter 5" && refusals++ < 1 ? 451 : undefined));
  const ids = await queue(Array.from({ length: 20 }, (_, index) => letterTo(index)));
  await world.runJobs();
  let now = await states(ids);
  expect(smtp.messages).toHaveLength(18);
  expect(now.get(ids[3]!)).toMatchObject({ state: "failed", lastProblem: expect.stringMatching(/550/) });
  expect(now.get(ids[5]!)).toMatchObject({ state: "queued", lastProblem: expect.stringMatching(/451/) });
  await hurry();
  await world.runJobs();
  now = await states(ids);
  expect(now.get(ids[5]!)).toMatchObject({ state: "sent", tries: 2 });
  expect(smtp.messages).toHaveLength(19);
});

it("a person's letter carries their name, answers go to a person, and a calendar entry goes along", async () => {
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  await transact(ctx, (inner) =>
    queueMail(inner, {
      ...letterTo(1),
      subject: "Come\r\nBcc: everyone@example.org",
      fromName: "Dana Ruiz, Platte Valley\r\nX-Evil: yes",
      replyTo: "dana@ruiz.test",
      replyToName: "Dana, of “Ruiz & Sons” <x@y.test>",
      personal: true,
      attachments: [
        { name: "meeting.ics", type: "text/calendar; charset=utf-8", bytes: Buffer.from("BEGIN:VCALENDAR") },
      ],
    }),
  );
  await transact(ctx, (inner) =>
    queueMail(inner, { ...letterTo(2), unsubscribeUrl: "http://commons.test/stop/1" }),
  );
  await world.runJobs();
  const [personal, other] = ["reader-1", "reader-2"].map((name) =>
    smtp.messages.find(({ recipients }) => recipients[0] === `${name}@readers.test`),
  );
  expect(personal!.recipients).toEqual(["reader-1@readers.test"]);
  expect(personal!.from?.value).toEqual([
    { name: "Dana Ruiz, Platte Valley X-Evil: yes", address: "commons@commons.test" },
  ]);
  expect(personal!.replyTo?.value).toEqual([
    { name: "Dana, of “Ruiz & Sons” <x@y.test>", address: "dana@ruiz.test" },
  ]);
  expect(personal!.headers.has("bcc")).toBe(false);
  expect(personal!.headers.has("x-evil")).toBe(false);
  expect(personal!.headers.has("auto-submitted")).toBe(false);
  expect(personal!.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
    ["meeting.ics", "BEGIN:VCALENDAR"],
  ]);
  expect(other!.headers.get("auto-submitted")).toBe("auto-generated");
  expect(other!.headers.get("list")).toMatchObject({ unsubscribe: { url: "http://commons.test/stop/1" } });
});

it("while no server answers, nothing is lost and nothing is tried a thousand times", async () => {
  const { url } = smtp;
  await smtp.stop();
  const ids = await queue(Array.from({ length: 50 }, (_, index) => letterTo(index)));
  await world.runJobs();
  const tries = [...(await states(ids)).values()].map((one) => one.tries);
  // No more than are in hand at the same time.
  expect(tries.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(6);
  smtp = await startSmtp(Number(new URL(url).port));
  await hurry();
  await world.runJobs();
  await hurry();
  await world.runJobs();
  expect(new Set(smtp.messages.map(({ recipients }) => recipients[0])).size).toBe(50);
  expect(smtp.messages).toHaveLength(50);
});
