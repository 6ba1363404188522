import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { type Contact, contactByEmail, findOrAddContact } from "#features/roster/public.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { addAction, beginPlan } from "../actions.ts";
import { addPriority } from "../priorities.ts";
import { actionById } from "../queries.ts";
import type { Status } from "../statuses.ts";
import { PLAN_MAIL } from "./mails.tsx";
import { monthDue, morningOf, nextMorning } from "./months.ts";
import { findDueLetters, writeLetters } from "./writing.ts";

const ZONE = "America/Denver";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let world: World;
let dana: SignedIn;
let of: { id: string; slug: string; states: string[]; timeZone: string };
let priority: string;
let made = 0;

const system = () => world.ctx({ kind: "system", name: "Test" });
const table = (rest = "") => `/partnerships/${of.slug}/table/plan${rest}`;
const letters = async () => (await world.mails()).filter(({ kind }) => kind === PLAN_MAIL);
const lettersTo = async (email: string) => (await letters()).filter(({ to }) => to === email);

async function someone(name: string): Promise<Contact> {
  made += 1;
  const email = `${name.toLowerCase()}-${made}@forge.test`;
  return findOrAddContact(await system(), of, { name: `${name} Tester`, email, side: "business" });
}

async function actionFor(owner: Contact, words: string, status: Status = "open"): Promise<string> {
  const added = await addAction(await system(), of, {
    ...{ priority, objective: null, words, owner: owner.id, ownerName: "", dueOn: null },
    ...{ status, evidence: "", evidenceUrl: null },
  });
  return (added as { value: string }).value;
}

/** Addresses that a letter leads to, as paths. */
const linksIn = ({ text }: { text: string }, part: RegExp) =>
  [...text.matchAll(/https?:\/\/\S+/g)]
    .map(([href]) => href.replace("http://commons.test", ""))
    .filter((path) => part.test(path));

/** A session does not last as long as some of these stories. */
async function signDanaIn(): Promise<void> {
  dana = await world.give(await world.person("member", "Dana Ruiz"), {
    role: "partnership-editor",
    scope: of.id,
  });
}

/** A plan of its own for each test. */
beforeEach(async () => {
  made += 1;
  const ctx = await system();
  world.clock.set(new Date("2026-04-20T15:00:00Z"));
  of = {
    ...(await partnershipAt(ctx, { name: `Partnership ${made}`, states: ["wy"] })),
    states: ["wy"],
    timeZone: ZONE,
  };
  await signDanaIn();
  await beginPlan(await system(), of.id);
  const added = await addPriority(await system(), of.id, {
    ...{ title: "Grow our own", theme: null, state: "open", businessLead: null, supportLead: null },
    ...{ problem: "", desiredResult: "", measure: "", firstDays: "", rhythm: "" },
  });
  priority = (added as { value: string }).value;
});
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("letters are due from the first weekday’s morning where the team works, whatever the clocks do", () => {
  expect(morningOf("2026-05", ZONE)).toEqual(new Date("2026-05-01T14:00:00Z"));
  // The first of August 2026 is a Saturday; the first of November a Sunday, on which clocks go back.
  expect(morningOf("2026-08", ZONE)).toEqual(new Date("2026-08-03T14:00:00Z"));
  expect(morningOf("2026-11", ZONE)).toEqual(new Date("2026-11-02T15:00:00Z"));
  expect(monthDue(new Date("2026-05-01T13:59:00Z"), ZONE)).toBeUndefined();
  expect(monthDue(new Date("2026-05-01T14:00:00Z"), ZONE)).toBe("2026-05");
  // What is caught up comes on a weekday, by day, and after a week not at all.
  expect(monthDue(new Date("2026-05-02T15:00:00Z"), ZONE)).toBeUndefined();
  expect(monthDue(new Date("2026-05-05T03:00:00Z"), ZONE)).toBeUndefined();
  expect(monthDue(new Date("2026-05-05T15:00:00Z"), ZONE)).toBe("2026-05");
  expect(monthDue(new Date("2026-05-08T14:00:00Z"), ZONE)).toBeUndefined();
  expect(nextMorning(new Date("2026-12-20T00:00:00Z"), ZONE)).toEqual(new Date("2027-01-01T15:00:00Z"));
});

test("in a year every owner with open actions is written to once a month, whatever day is missed, and nobody else", async () => {
  const ann = await someone("Ann");
  const bo = await someone("Bo");
  const cy = await someone("Cy");
  const noAddress = await findOrAddContact(await system(), of, {
    name: "Di Paper",
    email: null,
    side: "business",
  });
  await actionFor(ann, "Visit the colleges");
  await actionFor(bo, "Write the flyer");
  await actionFor(cy, "Long done", "done");
  await actionFor(noAddress, "By phone only");
  const sent = new Map<string, string[]>();
  // Twice a day in the first week of each month, except that the house is down in the first two days of every third.
  for (let month = 0; month < 12; month += 1)
    for (let day = month % 3 === 0 ? 3 : 1; day <= 7; day += 1)
      for (const hour of [9, 17]) {
        const now = new Date(Date.UTC(2026, 4 + month, day, hour));
        world.clock.set(now);
        await findDueLetters(await system());
        // What it asked the queue for, by two processes at once; the queue itself goes by the database's clock.
        const due = monthDue(now, ZONE);
        if (due)
          await Promise.all([
            writeLetters(await system(), of.id, due),
            writeLetters(await system(), of.id, due),
          ]);
      }
  for (const { to, subject } of await letters()) sent.set(to, [...(sent.get(to) ?? []), subject]);
  expect(sent.get(ann.email!)).toHaveLength(12);
  expect(sent.get(bo.email!)).toHaveLength(12);
  expect([...sent.keys()].filter((to) => to === cy.email)).toEqual([]);
  const rows = await world.house.ground.database.db
    .selectFrom("plan_letters")
    .select(["month", "sent_at"])
    .where("partnership", "=", of.id)
    .where("contact", "=", ann.id)
    .orderBy("month")
    .execute();
  expect(new Set(rows.map(({ month }) => month)).size).toBe(12);
  for (const { month, sent_at } of rows) {
    expect(sent_at >= morningOf(month, ZONE)).toBe(true);
    expect(sent_at.getTime() - morningOf(month, ZONE).getTime()).toBeLessThan(5 * DAY);
  }
}, 120_000);

test("the hour finds what is due, and the queue writes it; a plan begun since that morning waits a month", async () => {
  const ann = await someone("Ann");
  await actionFor(ann, "Visit the colleges");
  world.clock.set(new Date("2026-05-04T15:00:00Z"));
  await beginPlan(await system(), of.id);
  await findDueLetters(await system());
  await findDueLetters(await system());
  await world.runJobs();
  expect(await lettersTo(ann.email!)).toHaveLength(1);
  world.clock.set(new Date("2026-06-02T15:00:00Z"));
  const late = await partnershipAt(await system(), { name: "Late", states: ["wy"] });
  await beginPlan(await system(), late.id);
  await findDueLetters(await system());
  const { rows } = await world.house.ground.database.pool.query(
    "select data from jobs.job where name = 'action-plan.write-letters' and data->>'partnership' = $1",
    [late.id],
  );
  expect(rows).toEqual([]);
});

async function written(...actions: [Contact, string][]): Promise<string[]> {
  const ids = [];
  for (const [owner, words] of actions) ids.push(await actionFor(owner, words));
  world.clock.set(new Date("2026-05-01T15:00:00Z"));
  await writeLetters(await system(), of.id, "2026-05");
  return ids;
}

test("one click leads to a page that shows, and only its button tells the team", async () => {
  const ann = await someone("Ann");
  const [visit, flyer] = await written([ann, "Visit the colleges"], [ann, "Write the flyer"]);
  const [letter] = await lettersTo(ann.email!);
  expect(letter!.subject).toContain("Your 2 actions");
  expect(letter!.text).toContain("Dear Ann,");
  const stuck = linksIn(letter!, new RegExp(`action=${visit}&say=stuck`))[0]!;
  const shown = await world.get(stuck);
  expect(shown.headers.get("cache-control")).toContain("no-store");
  const page = await shown.text();
  expect(page).toMatch(/value="stuck" checked/);
  expect(page).not.toContain(ann.email!);
  expect((await actionById(await system(), of.id, visit!))!.status).toBe("open");
  const told = await world.post(stuck.replace(/\?.*/, ""), {
    form: { [`say-${visit}`]: "stuck", [`word-${visit}`]: "The dean is away", [`word-${flyer}`]: "" },
  });
  expect(told.status).toBe(303);
  expect(await world.page(told.headers.get("location")!)).toContain("Thank you, Ann");
  expect(await actionById(await system(), of.id, visit!)).toMatchObject({
    status: "stuck",
    statusOn: "2026-05-01",
    lastWord: "The dean is away",
    lastWordBy: ann.id,
  });
  expect((await actionById(await system(), of.id, flyer!))!.status).toBe("open");
  expect(await world.page(table(), { as: dana })).toContain("One action is stuck");
  expect(await world.page(table("/letters"), { as: dana })).not.toContain("Not yet</td>");
});

test("nothing chosen, or a word without an answer, comes back with what was typed", async () => {
  const ann = await someone("Ann");
  const [visit] = await written([ann, "Visit the colleges"]);
  const path = linksIn((await lettersTo(ann.email!))[0]!, /say=done/)[0]!.replace(/\?.*/, "");
  const empty = await world.post(path, { form: {} });
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain("Choose how at least one of them stands");
  const word = await world.post(path, { form: { [`word-${visit}`]: "By June" } });
  expect(word.status).toBe(422);
  const page = await word.text();
  expect(page).toContain("Say how it stands, too");
  expect(page).toContain("By June");
});

test("a link opens one owner’s actions and no others’; it ends, and can be withdrawn", async () => {
  const ann = await someone("Ann");
  const bo = await someone("Bo");
  const [, flyer] = await written([ann, "Visit the colleges"], [bo, "Write the flyer"]);
  const path = linksIn((await lettersTo(ann.email!))[0]!, /say=done/)[0]!.replace(/\?.*/, "");
  expect(await world.page(path)).not.toContain("Write the flyer");
  await world.post(path, { form: { [`say-${flyer}`]: "done" } });
  expect((await actionById(await system(), of.id, flyer!))!.status).toBe("open");
  expect((await world.get(`${path}x`)).status).toBe(404);
  world.clock.advance(61 * DAY);
  expect((await world.get(path)).status).toBe(404);
  world.clock.advance(-61 * DAY);
  const [row] = await world.house.ground.database.db
    .selectFrom("plan_letters")
    .select("id")
    .where("contact", "=", ann.id)
    .execute();
  await world.post(table(`/letters/${row!.id}/withdrawal`), { as: dana });
  const gone = await world.get(path);
  expect(gone.status).toBe(404);
  expect(await gone.text()).toContain("whoever sent it has withdrawn it");
  expect(await lettersTo(ann.email!)).toEqual([]);
});

test("no more of these: asked by a page or by the mail program itself, and kept when the roster forgets and finds them again", async () => {
  const ann = await someone("Ann");
  await written([ann, "Visit the colleges"]);
  const [letter] = await lettersTo(ann.email!);
  const stop = linksIn(letter!, /\/stop$/)[0]!;
  expect(await world.page(stop)).toContain("Shall that end?");
  const { rows } = await world.house.ground.database.pool.query(
    "select unsubscribe_url from mails where recipient = $1",
    [ann.email],
  );
  expect(rows[0].unsubscribe_url).toBe(`http://commons.test${stop}`);
  // A mail program sends this from nowhere, without cookies.
  const pressed = await world.post(stop, {
    form: { "List-Unsubscribe": "One-Click" },
    headers: { origin: "", "sec-fetch-site": "" },
  });
  expect(pressed.status).toBe(303);
  await world.house.ground.database.db.deleteFrom("roster_contacts").where("id", "=", ann.id).execute();
  const again = await findOrAddContact(await system(), of, {
    name: "Ann Tester",
    email: ann.email,
    side: "business",
  });
  await actionFor(again, "Another thing");
  world.clock.set(new Date("2026-06-01T15:00:00Z"));
  await writeLetters(await system(), of.id, "2026-06");
  expect(await contactByEmail(await system(), of.id, ann.email!)).toBeDefined();
  expect((await lettersTo(ann.email!)).length).toBeLessThanOrEqual(1);
  await signDanaIn();
  expect(await world.page(table("/letters"), { as: dana })).toContain("asked for no more of these letters");
});

test("letters that are switched off go to nobody, and switched on begin with the next month", async () => {
  const ann = await someone("Ann");
  await actionFor(ann, "Visit the colleges");
  await world.post(table("/letters"), { as: dana, form: { asks: "no" } });
  world.clock.set(new Date("2026-05-02T15:00:00Z"));
  await world.post(table("/letters"), { as: dana, form: { asks: "yes" } });
  expect(await writeLetters(await system(), of.id, "2026-05")).toBe(0);
  expect(await writeLetters(await system(), of.id, "2026-06")).toBe(1);
});

test("a plan made in the middle of a month asks at once where the team wants it, and once", async () => {
  const ann = await someone("Ann");
  await actionFor(ann, "Visit the colleges");
  world.clock.set(new Date("2026-05-20T15:00:00Z"));
  await signDanaIn();
  expect(await world.page(table("/letters"), { as: dana })).toContain("Ask them now");
  await world.post(table("/letters/now"), { as: dana });
  await world.post(table("/letters/now"), { as: dana });
  expect(await lettersTo(ann.email!)).toHaveLength(1);
  const page = await world.page(table("/letters"), { as: dana });
  expect(page).not.toContain("Ask them now");
  expect(page).toContain("June 1, 2026");
});
