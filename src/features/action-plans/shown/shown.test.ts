import { afterAll, beforeAll, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { findOrAddContact } from "#features/roster/public.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { addAction, sayStatus } from "../actions.ts";
import { addPriority } from "../priorities.ts";
import { actionById } from "../queries.ts";
import { keepReview } from "../reviewing/actions.ts";
import type { Shown } from "../statuses.ts";
import { withoutNames } from "./masking.ts";

let world: World;
let of: { id: string; slug: string; states: string[]; timeZone: string };
let dana: SignedIn;
let action: string;

/** Everything of a plan that readers never see holds a word that stands nowhere else. */
const CANARIES = [
  "Kanari Ownerson",
  "kanari@forge.test",
  "Typed Kanarowner",
  "kanarproblem",
  "kanarresult",
  "kanarmeasure",
  "kanarfirst",
  "kanarrhythm",
  "kanarevidence",
  "kanarlink",
  "kanarword",
  "kanarreview",
  "kanarcompany",
];

const system = () => world.ctx({ kind: "system", name: "Test" });

async function seen(): Promise<string> {
  const pages = [
    `/partnerships/${of.slug}`,
    `/partnerships/${of.slug}/plan`,
    "/partnerships",
    "/sitemap.xml",
  ];
  return (await Promise.all(pages.map((path) => world.page(path)))).join("\n");
}

async function choose(shown: Shown): Promise<Response> {
  const page = await world.page(`/partnerships/${of.slug}/table/plan/shown`, { as: dana });
  const version = /name="version" value="(\d+)"/.exec(page)![1]!;
  return world.post(`/partnerships/${of.slug}/table/plan/shown`, { as: dana, form: { shown, version } });
}

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T15:00:00Z") });
  const ctx = await system();
  of = { ...(await partnershipAt(ctx, { states: ["ne"] })), states: ["ne"], timeZone: "America/Chicago" };
  dana = await world.give(await world.person("member", "Dana Ruiz"), {
    role: "partnership-editor",
    scope: of.id,
  });
  const owner = await findOrAddContact(ctx, of, {
    name: "Kanari Ownerson",
    email: "kanari@forge.test",
    company: "kanarcompany",
    side: "business",
  });
  const added = await addPriority(ctx, of.id, {
    title: "Grow our own nurses",
    theme: null,
    state: "under-way",
    businessLead: owner.id,
    supportLead: null,
    problem: "kanarproblem",
    desiredResult: "kanarresult",
    measure: "kanarmeasure",
    firstDays: "kanarfirst",
    rhythm: "kanarrhythm",
  });
  const priority = (added as { value: string }).value;
  const facts = { priority, objective: null, dueOn: "2026-06-01", status: "open" as const };
  const one = await addAction(ctx, of, {
    ...facts,
    words: "Ask Kanari  Ownerson (kanari@forge.test) to visit the college",
    owner: owner.id,
    ownerName: "",
    evidence: "kanarevidence",
    evidenceUrl: "https://example.org/kanarlink",
  });
  action = (one as { value: string }).value;
  await addAction(ctx, of, {
    ...facts,
    words: "typed kanarowner writes the flyer",
    owner: null,
    ownerName: "Typed Kanarowner",
    evidence: "",
    evidenceUrl: null,
  });
  await sayStatus(ctx, of, action, { status: "stuck", word: "kanarword" }, 1);
  await keepReview(ctx, of.id, { reviewedOn: "2026-05-01", word: "kanarreview" });
});
afterAll(() => world.close());

test("nothing of a plan is shown until the partnership says so", async () => {
  expect((await world.get(`/partnerships/${of.slug}/plan`)).status).toBe(404);
  expect(await seen()).not.toContain("Grow our own nurses");
});

test("priorities and how they stand, and nothing of what is done for them", async () => {
  await choose("priorities");
  const words = await seen();
  expect(words).toContain("Grow our own nurses");
  expect(words).toContain("Under way");
  expect(words).not.toContain("visit the college");
  for (const canary of CANARIES) expect(words).not.toContain(canary);
});

test("actions without anybody’s name, address, note or evidence, and not what is stuck", async () => {
  await choose("actions");
  const words = await seen();
  expect(words.includes("Ask somebody of the team (an e-mail address) to visit the college")).toBe(true);
  expect(words).toContain("somebody of the team writes the flyer");
  expect(words).toContain("In work");
  expect(words).not.toContain("Stuck");
  for (const canary of CANARIES) expect(words.toLowerCase()).not.toContain(canary.toLowerCase());
});

test("what changes is on the very next page that is asked for, and what is hidden again is gone at once", async () => {
  expect(await seen()).not.toContain("Quick win");
  const now = (await actionById(await system(), of.id, action))!;
  await sayStatus(await system(), of, action, { status: "done", word: "" }, now.version);
  expect(await seen()).toMatch(/is-done/);
  await choose("nothing");
  expect((await world.get(`/partnerships/${of.slug}/plan`)).status).toBe(404);
  expect(await seen()).not.toContain("Grow our own nurses");
});

test("while nothing is shown, work on the plan drops no page that is kept", async () => {
  await world.page(`/partnerships/${of.slug}`);
  const before = world.house.pages.generation;
  const now = (await actionById(await system(), of.id, action))!;
  await sayStatus(await system(), of, action, { status: "on-track", word: "" }, now.version);
  expect(world.house.pages.generation).toBe(before);
});

test("of two who choose at once, the second is told", async () => {
  const answer = await world.post(`/partnerships/${of.slug}/table/plan/shown`, {
    as: dana,
    form: { shown: "actions", version: "1" },
  });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain("Somebody chose just before you");
});

test("a name is taken out whole, in any case and across lines, and never a part of a word", () => {
  expect(withoutNames("ANN O’HARA and Ann\nO’Hara’s mill", ["Ann O’Hara"])).toBe(
    "somebody of the team and somebody of the team’s mill",
  );
  expect(withoutNames("Joann Leeds", ["Ann Lee"])).toBe("Joann Leeds");
  expect(withoutNames("Grace period", ["Grace"])).toBe("Grace period");
  expect(withoutNames("A. (B) C", ["A. (B)"])).toBe("somebody of the team C");
});
