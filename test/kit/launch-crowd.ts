import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { LaidLaunch } from "./launch-site.ts";

/** What a room full of phones saw of one vote. */
export interface CrowdReport {
  /** How long each vote took to be acknowledged, in milliseconds. */
  waits: number[];
  /** How long after each acknowledgement the projector knew of it, in milliseconds. */
  lags: number[];
  /** What was not as it should be, in words; empty when all is well. */
  wrong: string[];
}

interface Sent {
  company: string;
  choices: string[];
  acknowledgedAt: number;
}

/**
 * Opens the vote, lets one phone of each company vote within `milliseconds`, each with its page open and some of them
 * sending twice as after a lost answer, and colleagues of some trying as well; then closes the vote, opens the box, and
 * holds what is in it against what was sent.
 */
export async function voteTogether(
  origin: string,
  launch: LaidLaunch,
  milliseconds: number,
): Promise<CrowdReport> {
  const wrong: string[] = [];
  const step = async (from: string, to: string) => {
    const { status } = await send(origin, `${launch.base}/step`, { from, to }, launch.cookie);
    if (status !== 303) wrong.push(`Going from ${from} to ${to} was answered with ${status}.`);
  };
  const closing = new AbortController();
  // They come in one after the other, and have all come in before the vote is opened.
  const phones: Promise<void>[] = [];
  for (const _ of launch.companies) {
    await new Promise<void>((open) => {
      phones.push(watch(`${origin}/room/${launch.code}/live`, {}, open, closing.signal));
    });
  }
  await step("group", "vote");
  const seen = watchProjector(origin, launch, closing.signal);
  const waits: number[] = [];
  const sent = await Promise.all(
    launch.companies.map(async ({ id }, index) => {
      await pause((milliseconds * index) / launch.companies.length);
      return voteOf(origin, launch, id, index, waits, wrong);
    }),
  );
  const lags = await lagsOf(sent, seen);
  await step("vote", "count");
  await step("count", "results");
  const results = await page(origin, launch.base, launch.cookie);
  wrong.push(...differences(results, launch, sent));
  closing.abort();
  await Promise.allSettled(phones);
  return { waits, lags, wrong };
}

/** One company: one vote, now and then sent again, and now and then a colleague who comes too late. */
async function voteOf(
  origin: string,
  launch: LaidLaunch,
  company: string,
  index: number,
  waits: number[],
  wrong: string[],
): Promise<Sent> {
  const choices = [0, 1, 2].map((step) => launch.groups[(index + step * step) % launch.groups.length]!.id);
  const form = { company, choices: [...new Set(choices)], sending: randomUUID() };
  const address = `/room/${launch.code}/ballot`;
  const vote = async (as: typeof form, expected: string) => {
    const since = performance.now();
    const answer = await send(origin, address, as);
    waits.push(performance.now() - since);
    if (!answer.location?.endsWith(`/ballot/${expected}`))
      wrong.push(
        `Vote ${index} was answered with ${answer.status} ${answer.location}, not with ${expected}.`,
      );
  };
  await vote(form, "received");
  const acknowledgedAt = performance.now();
  if (index % 4 === 0) await vote(form, "received");
  if (index % 5 === 0) await vote({ ...form, sending: randomUUID() }, "company-in");
  return { company, choices: form.choices, acknowledgedAt };
}

/** What the projector said of how many have voted, and when it knew. */
function watchProjector(
  origin: string,
  launch: LaidLaunch,
  signal: AbortSignal,
): [voted: number, at: number][] {
  const seen: [number, number][] = [];
  let asking = false;
  let again = false;
  const look = async () => {
    again = asking;
    if (asking) return;
    asking = true;
    const html = await page(origin, `${launch.base}/projector/part`, launch.cookie).catch(() => "");
    const voted = /<b>(\d+)<\/b> of/.exec(html)?.[1];
    if (voted) seen.push([Number(voted), performance.now()]);
    asking = false;
    if (again) await look();
  };
  // As its script does: what comes together is fetched together.
  let waiting = false;
  const soon = async () => {
    if (waiting) return;
    waiting = true;
    await pause(100);
    waiting = false;
    await look();
  };
  void watch(`${origin}${launch.base}/projector/live`, { cookie: launch.cookie }, soon, signal).catch(
    () => {},
  );
  return seen;
}

async function watch(
  address: string,
  headers: Record<string, string>,
  changed: () => void,
  signal: AbortSignal,
): Promise<void> {
  const answer = await fetch(address, { headers, signal });
  for await (const chunk of answer.body!) if (new TextDecoder().decode(chunk).includes("changed")) changed();
}

/** From each acknowledgement to the first look that counted it. */
async function lagsOf(sent: readonly Sent[], seen: readonly [number, number][]): Promise<number[]> {
  for (const deadline = Date.now() + 5_000; (seen.at(-1)?.[0] ?? 0) < sent.length && Date.now() < deadline; )
    await pause(20);
  const acknowledged = sent.map(({ acknowledgedAt }) => acknowledgedAt).sort((a, b) => a - b);
  return acknowledged.map((at, index) => {
    const knew = seen.find(([voted]) => voted > index)?.[1] ?? Number.POSITIVE_INFINITY;
    return Math.max(0, knew - at);
  });
}

function differences(results: string, launch: LaidLaunch, sent: readonly Sent[]): string[] {
  const wrong: string[] = [];
  if (!results.includes(`${sent.length} companies voted.`)) wrong.push("Not every company's votes are in.");
  for (const { id, title } of launch.groups) {
    const expected = sent.filter(({ choices }) => choices.includes(id)).length;
    const shown = new RegExp(`${title}</bdi>.*?class="tally-votes">(\\d+) votes`, "s").exec(results)?.[1];
    if (shown !== String(expected)) wrong.push(`“${title}” has ${shown} votes, not ${expected}.`);
  }
  return wrong;
}

async function page(origin: string, path: string, cookie: string): Promise<string> {
  return (await fetch(origin + path, { headers: { cookie } })).text();
}

async function send(
  origin: string,
  path: string,
  form: Record<string, string | string[]>,
  cookie?: string,
): Promise<{ status: number; location: string | null }> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
  const answer = await fetch(origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { "sec-fetch-site": "same-origin", ...(cookie ? { cookie } : {}) },
    body,
  });
  await answer.arrayBuffer();
  return { status: answer.status, location: answer.headers.get("location") };
}
