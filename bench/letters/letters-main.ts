import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { makePapers } from "#features/letters/paper/making.ts";
import { startPrint } from "#features/letters/paper/starting.ts";
import { noteApproval } from "#features/letters/reviews/asking.ts";
import { changeRound, openRound } from "#features/letters/rounds/actions.ts";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { workspaceById } from "#features/partnerships/public.ts";
import { findOrAddContact } from "#features/roster/public.ts";
import { systemClock } from "#platform/clock.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { openContent } from "#platform/files/content.ts";
import { type Letter, queueMails } from "#platform/mail/mail.ts";
import { readConfig } from "../../src/app/config.ts";
import { features } from "../../src/app/features.ts";
import { layGround } from "../../src/app/ground.ts";
import { openHouse } from "../../src/app/house.ts";
import { loadStarter } from "../../src/app/starter.ts";
import { forgetPeak, peakMegabytes } from "../accounting.ts";

// A process of its own, so that its memory is that of letters alone.

export interface LettersOrder {
  env: Record<string, string>;
  smtpUrl: string;
  mails: number;
  letters: number;
}

export interface LettersReport {
  /** Mails a second: nodemailer with a pool and nothing else, and the site. */
  alone: number[];
  ours: number[];
  /** Seconds for Word and PDF of all letters. */
  printed: number;
  /** At most ever, in megabytes. */
  peak: number;
}

const BODY = "Thank you for giving us your time and your plain words today. ".repeat(40);
const letterTo = (index: number): Letter => ({
  kind: "bench",
  to: `reader-${index}@readers.test`,
  fromName: "Dana Ruiz, Platte Valley Healthcare Partnership",
  replyTo: "dana@ruiz.test",
  subject: "Thank you for today, and what we decided",
  text: BODY,
  html: `<!doctype html><p>${BODY}</p>`,
});

async function sendAlone(url: string, count: number): Promise<number> {
  const pool = createTransport({ url, pool: true } as never);
  const since = performance.now();
  const from = { name: "Commons", address: "commons@commons.test" };
  await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const { to, subject, text, html, replyTo } = letterTo(index);
      return pool.sendMail({ from, to, subject, text, html, replyTo });
    }),
  );
  pool.close();
  return count / ((performance.now() - since) / 1000);
}

async function sendOurs(ctx: Ctx, count: number): Promise<number> {
  const letters = Array.from({ length: count }, (_, index) => letterTo(index));
  await transact(ctx, (inner) => queueMails(inner, letters));
  const since = performance.now();
  for (;;) {
    const { waiting } = await ctx.db
      .selectFrom("mails")
      .select((all) => all.fn.countAll<number>().as("waiting"))
      .where("state", "<>", "sent")
      .executeTakeFirstOrThrow();
    if (Number(waiting) === 0) return count / ((performance.now() - since) / 1000);
    await pause(50);
  }
}

async function print(ctx: Ctx, letters: number): Promise<number> {
  const { id } = await partnershipAt(ctx, { name: "Bench Valley Partnership" });
  const workspace = (await workspaceById(ctx, id))!;
  const champion = await findOrAddContact(ctx, workspace, {
    name: "Dana Ruiz",
    email: "dana@ruiz.test",
    side: "business",
    title: "President",
    company: "Ruiz & Sons",
    isChampion: true,
  });
  const chosen: string[] = [];
  for (let index = 0; index < letters; index += 1) {
    const email = `guest-${index}@guests.test`;
    const person = {
      name: `Guest Number-${index}`,
      email,
      side: "business" as const,
      caresAbout: "night buses",
    };
    chosen.push((await findOrAddContact(ctx, workspace, { ...person, company: `Company ${index}` })).id);
  }
  const opened = await openRound(ctx, workspace, {
    kind: "welcome",
    meeting: null,
    audience: "chosen",
    chosen,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const round = opened.value;
  const body = round.body
    .replaceAll("{{met}}", "the others")
    .replace(/ at \*\*\{\{meeting\}\}\*\* on \{\{meetingDay\}\}/, "");
  const repliesTo = { name: "Pat", email: "pat@convener.test" };
  await changeRound(
    ctx,
    workspace,
    round.id,
    { ...round, body, chosen, repliesTo, signing: "champion", signedBy: champion.id },
    round.version,
  );
  await noteApproval(ctx, workspace, round.id, champion.id);
  const since = performance.now();
  const started = await startPrint(ctx, workspace, round.id, null);
  if (!started.ok) throw new Error(JSON.stringify(started.problems));
  await makePapers(ctx, started.value);
  return (performance.now() - since) / 1000;
}

async function measure({ env, smtpUrl, mails, letters }: LettersOrder): Promise<LettersReport> {
  const config = readConfig({ ...env, SMTP_URL: smtpUrl, LOG_LEVEL: "silent" });
  const root = resolve(".");
  const { ground, release } = await layGround(config, {
    root,
    siteUrl: "http://commons.test",
    clock: systemClock,
  });
  const house = await openHouse(ground, await features(ground));
  await loadStarter(house, openContent(resolve(root, "content")));
  await house.work();
  const system = await house.ctx({ kind: "system", name: "Bench" });
  await sendAlone(smtpUrl, 100);
  const alone: number[] = [];
  const ours: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    alone.push(await sendAlone(smtpUrl, mails));
    ours.push(await sendOurs(system, mails));
  }
  // What the engine held for a moment as it started is told in another row.
  forgetPeak(process.pid);
  const printed = await print(system, letters);
  const peak = peakMegabytes(process.pid);
  await house.close();
  await release();
  return { alone, ours, printed, peak };
}

if (process.send) {
  process.on("message", async (order: LettersOrder) => process.send?.(await measure(order)));
  process.on("disconnect", () => process.exit(0));
}
