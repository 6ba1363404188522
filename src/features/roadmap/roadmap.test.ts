import { afterAll, beforeAll, expect, test } from "vitest";
import { dueWords } from "#base/days.ts";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { findOrAddContact } from "#features/roster/public.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { EventName } from "#platform/telling.ts";
import { hears } from "./hearing.ts";
import { roadmapOf, stepsOf } from "./queries.ts";
import { dueOn, stateOf } from "./rules.ts";

let world: World;
let of: { id: string; slug: string; states: string[] };
let dana: SignedIn;
const table = (rest = "") => `/partnerships/${of.slug}/table/roadmap${rest}`;
const post = (rest: string, form: Record<string, string>) => world.post(table(rest), { as: dana, form });
const page = (rest = "") => world.page(table(rest), { as: dana });

async function steps() {
  const ctx = await world.ctx();
  return stepsOf(ctx, (await roadmapOf(ctx, of.id))!);
}
const stepCalled = async (key: string) => (await steps()).find(({ step }) => step === key)!;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T15:00:00Z") });
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  of = { ...(await partnershipAt(ctx, { states: ["wy"] })), states: ["wy"] };
  dana = await world.give(await world.person("member", "Dana Ruiz"), {
    role: "partnership-editor",
    scope: of.id,
  });
});
afterAll(() => world.close());

test("before it is laid out, the page says what it would hold", async () => {
  const words = await page();
  expect(words).toContain("Lay the roadmap out");
  expect(words).toContain("Send the same-day follow-up");
});

test("a date that is none is told beside the field", async () => {
  const answer = await post("", { launchOn: "2026-02-30" });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("Give a date, such as October 4, 2026.");
});

test("every step counts from the launch, and follows it, until a day is set by hand", async () => {
  expect((await post("", { launchOn: "2026-10-01" })).status).toBe(303);
  expect((await stepCalled("invitations")).dueOn).toBe("2026-08-20");
  const sector = await stepCalled("sector");
  const moved = { title: sector.title, note: sector.note, phase: sector.phase, dueOn: "2026-06-30" };
  expect((await post(`/steps/${sector.id}`, moved)).status).toBe(303);
  expect((await post("", { launchOn: "2026-11-05", version: "1" })).status).toBe(303);
  expect((await stepCalled("invitations")).dueOn).toBe("2026-09-24");
  expect((await stepCalled("sector")).dueOn).toBe("2026-06-30");
});

test("of two who set the launch at once, the second is told", async () => {
  const answer = await post("", { launchOn: "2027-01-01", version: "1" });
  expect(answer.headers.get("location")).toContain("done=stale");
  expect(await page()).toContain("November 5, 2026");
});

test("what the team does ticks its step, and a step ticked by hand stays as it was", async () => {
  const ctx = await world.ctx(dana.actor);
  const happened = (name: EventName, kind?: string) =>
    hears[name]!(ctx, {
      id: 1,
      at: ctx.now,
      name,
      subject: { kind: "partnership", id: of.id },
      particulars: kind ? { kind } : {},
    });
  await happened("meeting.held", "champions");
  expect((await stepCalled("launch")).doneAt).toBeNull();
  await happened("meeting.held", "launch");
  expect(await stepCalled("launch")).toMatchObject({ doneBy: "", doneHow: "The launch was held." });
  const notes = await stepCalled("notes");
  await post(`/steps/${notes.id}/state`, { state: "done" });
  await happened("meeting.notes-published");
  expect(await stepCalled("notes")).toMatchObject({ doneBy: "Dana Ruiz", doneHow: "" });
  await post(`/steps/${notes.id}/state`, { state: "open" });
  expect((await stepCalled("notes")).doneAt).toBeNull();
});

test("two champions who are willing end the asking; one does not", async () => {
  const ctx = await world.ctx(dana.actor);
  const champion = (name: string) =>
    findOrAddContact(ctx, of, { name, email: null, side: "business", isChampion: true, standing: "willing" });
  await champion("Ann Lee");
  expect((await stepCalled("champions")).doneAt).toBeNull();
  await champion("Bo Diaz");
  expect((await stepCalled("champions")).doneHow).toBe("Two champions are willing.");
});

test("a decision on the sector ticks its step where the region is this partnership’s", async () => {
  const ctx = await world.ctx(dana.actor);
  await transact(ctx, (ctx) =>
    tell(ctx, {
      name: "sector-decision.made",
      subject: { kind: "sector-decision", id: "x" },
      particulars: { partnership: of.id },
    }),
  );
  expect((await stepCalled("sector")).doneHow).toBe("The decision was recorded.");
});

test("a step of the team’s own, one set aside, and the questions of a phase", async () => {
  await post("/steps", { title: "Visit the two mills", phase: "prepare", note: "", dueOn: "2026-05-01" });
  const print = await stepCalled("print");
  await post(`/steps/${print.id}/state`, { state: "aside" });
  await post("/gates/prepare", {
    "champions-answer": "not-yet",
    "champions-word": "One is abroad until June.",
  });
  const words = await page();
  expect(words).toContain("Visit the two mills");
  expect(words).toContain("One step is behind its day");
  expect(words).toContain("Set aside");
  expect(words).toContain("One is abroad until June.");
  expect((await post("/gates/nothing", {})).status).toBe(404);
});

test("a step without a title comes back with what was typed", async () => {
  const answer = await post("/steps", { title: " ", phase: "act", note: "With coffee" });
  expect(answer.status).toBe(422);
  const words = await answer.text();
  expect(words).toContain("What is to be done is needed.");
  expect(words).toContain("With coffee");
});

test("days and their words", () => {
  expect(dueOn({ dueOn: null, daysFromLaunch: -1 }, "2026-03-01")).toBe("2026-02-28");
  expect(dueOn({ dueOn: null, daysFromLaunch: -1 }, null)).toBeNull();
  expect(dueWords("2026-05-05", "2026-05-04")).toBe("in 1 day");
  expect(dueWords("2026-05-25", "2026-05-04")).toBe("in 3 weeks");
  expect(dueWords("2026-05-01", "2026-05-04")).toBe("3 days ago");
  const open = { doneAt: null, setAsideAt: null };
  expect(stateOf({ ...open, dueOn: "2026-05-03" }, "2026-05-04")).toBe("late");
  expect(stateOf({ ...open, dueOn: "2026-05-18" }, "2026-05-04")).toBe("now");
});
