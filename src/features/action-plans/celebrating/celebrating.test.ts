import { afterAll, beforeAll, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { type Contact, findOrAddContact } from "#features/roster/public.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { newId } from "#platform/secrets.ts";
import { addAction, sayStatus } from "../actions.ts";
import { bringPriorities } from "../priorities.ts";
import { prioritiesOfPlan } from "../queries.ts";
import { membersOf } from "../teams.ts";

let world: World;
let of: { id: string; slug: string; states: string[]; timeZone: string };
let dana: SignedIn;
let ann: Contact;
let cy: Contact;
let meeting: string;
const table = (rest = "") => `/partnerships/${of.slug}/table/plan${rest}`;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T15:00:00Z") });
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  of = { ...(await partnershipAt(ctx, { states: ["ne"] })), states: ["ne"], timeZone: "America/Chicago" };
  dana = await world.give(await world.person("member", "Dana Ruiz"), {
    role: "partnership-editor",
    scope: of.id,
  });
  const who = (name: string, side: "business" | "public") =>
    findOrAddContact(ctx, of, {
      name,
      email: `${name.slice(0, 2).toLowerCase()}@x.test`,
      company: `${name} Inc`,
      side,
    });
  ann = await who("Ann O’Hara", "business");
  cy = await who("Cy Duarte", "public");
  await launchThatVoted();
});
afterAll(() => world.close());

/** A launch whose box was opened: two priorities taken on, one group left. */
async function launchThatVoted(): Promise<void> {
  const { db } = world.house.ground.database;
  const at = new Date("2026-04-01T14:00:00Z");
  meeting = newId();
  await db
    .insertInto("meetings")
    .values({
      ...{ id: meeting, partnership: of.id, kind: "launch", title: "Launch", time_zone: "America/Chicago" },
      ...{ starts_local: "2026-04-01T09:00", starts_at: at, minutes: 120, state: "held", ended_at: at },
      ...{ created_at: at, changed_at: at },
    } as never)
    .execute();
  await db
    .insertInto("launch_rooms")
    .values({
      meeting,
      code: "ABCDEF",
      step: "closed",
      companies_voted: 9,
      changed_at: at,
      created_at: at,
    } as never)
    .execute();
  const groups = [
    { id: newId(), title: "Child care before the first shift", votes: 4, taken_on: true },
    { id: newId(), title: "Grow our own nurses", votes: 9, taken_on: true },
    { id: newId(), title: "A newsletter", votes: 1, taken_on: false },
  ];
  await db
    .insertInto("launch_groups")
    .values(groups.map((one, position) => ({ ...one, meeting, position, created_at: at })) as never)
    .execute();
  const signUp = (contact: Contact, role: string) => ({
    ...{ id: newId(), meeting, launch_group: groups[1]!.id, contact: contact.id, name: contact.name, role },
    created_at: at,
  });
  await db
    .insertInto("launch_sign_ups")
    .values([signUp(ann, "champion"), signUp(cy, "support")] as never)
    .execute();
}

test("a plan begins with what a launch voted for, in the order of its votes, with those who signed up; and once", async () => {
  const begin = await world.page(table(), { as: dana });
  expect(begin).toContain("Grow our own nurses; Child care before the first shift");
  const answer = await world.post(table("/launches"), { as: dana, form: { meeting } });
  expect(answer.headers.get("location")).toContain("done=brought");
  const ctx = await world.ctx();
  const [nurses, care] = await prioritiesOfPlan(ctx, of.id);
  expect(nurses).toMatchObject({ title: "Grow our own nurses", businessLead: ann.id, supportLead: cy.id });
  expect(care).toMatchObject({ title: "Child care before the first shift", businessLead: null });
  expect((await membersOf(ctx, of.id)).map(({ role }) => role).sort()).toEqual(["champion", "support"]);
  const again = await Promise.all(
    [1, 2].map(async () => bringPriorities(await world.ctx(dana.actor), of.id, { id: meeting })),
  );
  expect(again).toEqual([0, 0]);
  expect(await prioritiesOfPlan(ctx, of.id)).toHaveLength(2);
});

test("a meeting that is none of theirs, or none at all, begins nothing", async () => {
  expect((await world.post(table("/launches"), { as: dana, form: { meeting: newId() } })).status).toBe(404);
  const none = await world.post(table("/launches"), { as: dana, form: {} });
  expect(none.status).toBe(422);
  expect(await none.text()).toContain("Choose the meeting whose priorities you take over.");
});

async function doneAction(): Promise<string> {
  const ctx = await world.ctx(dana.actor);
  const [nurses] = await prioritiesOfPlan(ctx, of.id);
  const added = await addAction(ctx, of, {
    ...{ priority: nurses!.id, objective: null, owner: ann.id, ownerName: "", dueOn: null, status: "open" },
    words: "Cy Duarte and Ann O’Hara agree on one form",
    evidence: "Call Cy Duarte at cy@x.test",
    evidenceUrl: null,
  });
  const id = (added as { value: string }).value;
  expect((await world.get(table(`/actions/${id}/happening`), { as: dana })).status).toBe(409);
  await sayStatus(ctx, of, id, { status: "done", word: "" }, 1);
  return id;
}

test("in a happening stands who agreed, and whoever did not is left out of every text", async () => {
  const id = await doneAction();
  const asked = await world.page(table(`/actions/${id}/happening`), { as: dana });
  expect(asked).toContain("Ann O’Hara agreed to be named");
  expect(asked).toContain("Cy Duarte agreed to be named");
  const carried = await world.post(table(`/actions/${id}/happening`), {
    as: dana,
    form: { agreed: [ann.id] },
  });
  const page = (await carried.text())
    .replace(/^[\s\S]*<main/, "")
    .replace(/class="crumbs"[\s\S]*?<\/nav>/, "");
  expect(page).toContain('name="title" value="somebody of the team and Ann O’Hara agree on one form"');
  expect(page).toContain('name="kind" value="quick-win"');
  expect(page).toContain("Ann O’Hara, Ann O’Hara Inc (owner)");
  expect(page).not.toMatch(/Cy Duarte|cy@x\.test/);
  const fields = Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  ) as Record<string, string>;
  const form = await world.post("/share", { as: dana, form: fields, files: [] });
  expect(await form.text()).toContain("agree on one form");
  expect(await world.mails()).toEqual([]);
});
