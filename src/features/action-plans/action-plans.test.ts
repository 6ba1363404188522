import { afterAll, beforeAll, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { type Contact, findOrAddContact } from "#features/roster/public.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { addAction } from "./actions.ts";
import { actionById, actionsOf, planOf, prioritiesOfPlan } from "./queries.ts";
import { isLate, whenDue } from "./rules.ts";

let world: World;
let of: { id: string; slug: string; states: string[]; timeZone: string };
let dana: SignedIn;
let ann: Contact;
let priority: string;

const table = (rest = "") => `/partnerships/${of.slug}/table/plan${rest}`;
const post = (rest: string, form: Record<string, string> = {}) => world.post(table(rest), { as: dana, form });
const page = (rest = "") => world.page(table(rest), { as: dana });
const TODAY = "2026-05-04";

async function actionOf(words: string) {
  const ctx = await world.ctx();
  const { items } = await actionsOf(ctx, of.id, { status: "all" }, { today: TODAY, offset: 0, limit: 100 });
  return items.find((one) => one.words === words)!;
}

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T15:00:00Z") });
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  of = { ...(await partnershipAt(ctx, { states: ["ne"] })), states: ["ne"], timeZone: "America/Chicago" };
  dana = await world.give(await world.person("member", "Dana Ruiz"), {
    role: "partnership-editor",
    scope: of.id,
  });
  ann = await findOrAddContact(ctx, of, {
    name: "Ann O’Hara",
    email: "ann@forge.test",
    company: "Platte Forge",
    side: "business",
    isChampion: true,
  });
  await findOrAddContact(ctx, of, { name: "Bo Lee", email: "bo@one.test", company: "One", side: "business" });
  await findOrAddContact(ctx, of, { name: "Bo Lee", email: "bo@two.test", company: "Two", side: "public" });
});
afterAll(() => world.close());

test("the first priority begins the plan, with a lead of the roster who is then in the team", async () => {
  expect(await page()).toContain("Begin by hand");
  const answer = await post("/priorities", {
    title: "Grow our own nurses",
    theme: "talent-pipeline",
    state: "open",
    businessLead: "Ann O’Hara, Platte Forge",
    supportLead: "bo lee, two",
    problem: "Forty open jobs.",
    rhythm: "First Tuesday",
  });
  expect(answer.status).toBe(303);
  priority = (await prioritiesOfPlan(await world.ctx(), of.id))[0]!.id;
  const words = await page(`/priorities/${priority}`);
  expect(words).toContain("Forty open jobs.");
  expect(words).toContain("Platte Forge");
  expect(words).toContain("Support partner");
  expect(words).toContain("Not in the charter yet: the desired result");
});

test("a lead who is not on the roster, or of whom there are two, is asked about beside the field", async () => {
  const answer = await post("/priorities", {
    title: "Another",
    state: "open",
    businessLead: "Nobody Known",
    supportLead: "Bo Lee",
  });
  expect(answer.status).toBe(422);
  const words = await answer.text();
  expect(words).toContain("“Nobody Known” is not on your roster");
  expect(words).toContain("Several people on your roster are called “Bo Lee”");
  expect(words).toContain('value="Nobody Known"');
});

test("an action belongs to a priority or its objective, has an owner of the roster or a typed one, and a day", async () => {
  await post(`/priorities/${priority}/objectives`, { title: "Twelve hired by June" });
  const places = await page("/actions/new");
  const objective = /value="([0-9a-f-]{36} [0-9a-f-]{36})"/.exec(places)![1]!;
  expect(places).toContain("Grow our own nurses → Twelve hired by June");
  const visit = await post("/actions", {
    words: "Visit both colleges",
    place: objective,
    owner: "ann o’hara",
    dueOn: "2026-05-01",
    status: "open",
  });
  expect(visit.status).toBe(303);
  await post("/actions", { words: "Write the flyer", place: priority, owner: "Cousin Vin", status: "open" });
  expect(await actionOf("Visit both colleges")).toMatchObject({ owner: ann.id, ownerName: "" });
  expect(await actionOf("Write the flyer")).toMatchObject({ owner: null, ownerName: "Cousin Vin" });
  const words = await page();
  expect(words).toContain("One action is past its day");
  expect(words).toContain("Its day was May 1, 2026; a new day is fine");
  expect(await page("?status=late")).not.toContain("Write the flyer");
  expect(await page(`?owner=${ann.id}`)).toContain("Visit both colleges");
});

test("what is missing or no link comes back beside its field with everything typed", async () => {
  const answer = await post("/actions", {
    words: "",
    place: "",
    evidenceUrl: "javascript:alert(1)",
    dueOn: "May 1",
    owner: "Ann",
    status: "open",
  });
  expect(answer.status).toBe(422);
  const words = await answer.text();
  expect(words).toContain("The action is needed.");
  expect(words).toContain("Where it belongs is needed.");
  expect(words).toContain("should begin with https://");
  expect(words).toContain("Give a date, such as October 4, 2026.");
  expect(words).toContain('value="Ann"');
});

test("of two who change the same action, the second is shown what the first saved", async () => {
  const action = await actionOf("Write the flyer");
  const change = (owner: string) =>
    post(`/actions/${action.id}/edit`, {
      words: action.words,
      place: priority,
      owner,
      status: "open",
      version: String(action.version),
    });
  expect((await change("Bo Lee, One")).status).toBe(303);
  const second = await change("Somebody Else");
  expect(second.status).toBe(409);
  const words = await second.text();
  expect(words).toContain("Bo Lee, One");
  expect(words).toContain('value="Somebody Else"');
  const said = await post(`/actions/${action.id}/status`, {
    status: "done",
    version: String(action.version),
  });
  expect(said.status).toBe(409);
  expect(await said.text()).toContain("Somebody changed this action just before you");
});

test("what is stuck stands first, with the word that says on what", async () => {
  const action = await actionOf("Visit both colleges");
  await post(`/actions/${action.id}/status`, {
    status: "stuck",
    word: "The dean is <away>",
    version: String(action.version),
  });
  const words = await page();
  expect(words).toContain("One action is stuck");
  expect(words).toContain("The dean is &lt;away&gt;");
  expect(words.indexOf("One action is stuck")).toBeLessThan(words.indexOf("Write the flyer"));
  expect((await page(`/actions/${action.id}`)).match(/The dean is/g)).toHaveLength(1);
});

test("what is done can be a quick win that the table’s front page celebrates, and is none once it is reopened", async () => {
  const action = await actionOf("Write the flyer");
  expect((await post(`/actions/${action.id}/quick-win`, { is: "yes" })).status).toBe(409);
  await post(`/actions/${action.id}/status`, { status: "done", version: String(action.version) });
  await post(`/actions/${action.id}/quick-win`, { is: "yes" });
  const front = await world.page(`/partnerships/${of.slug}/table`, { as: dana });
  expect(front).toContain("Quick win");
  expect(front).toContain("Write the flyer");
  const now = await actionOf("Write the flyer");
  await post(`/actions/${action.id}/status`, { status: "open", version: String(now.version) });
  expect(await actionOf("Write the flyer")).toMatchObject({ isQuickWin: false, status: "open" });
});

test("the team met: a day that is over, told to the roadmap", async () => {
  const ahead = await post(`/priorities/${priority}/meetings`, { metOn: "2026-05-05" });
  expect(ahead.status).toBe(422);
  expect(await ahead.text()).toContain("This day is still ahead.");
  await post(`/priorities/${priority}/meetings`, { metOn: "2026-05-03", word: "Agreed on the colleges" });
  expect(await page(`/priorities/${priority}`)).toContain("Agreed on the colleges");
  expect(await page()).toContain("met May 3, 2026");
  const events = await world.house.ground.database.db
    .selectFrom("events")
    .select(["name", "particulars"])
    .where("subject_id", "=", of.id)
    .execute();
  expect(events.map(({ name }) => name)).toContain("action-plan.team-met");
  expect(JSON.stringify(events)).not.toMatch(/Ann|O’Hara|colleges|forge/);
});

test("a review keeps the whole plan under a number, and the next one says what moved", async () => {
  await post("/reviews", { reviewedOn: "2026-04-01", word: "A start" });
  const flyer = await actionOf("Write the flyer");
  await post(`/actions/${flyer.id}/status`, { status: "done", version: String(flyer.version) });
  const visit = await actionOf("Visit both colleges");
  await post(`/actions/${visit.id}/edit`, {
    words: visit.words,
    place: `${priority} ${visit.objective}`,
    owner: "Ann O’Hara",
    dueOn: "2026-06-01",
    status: "on-track",
    version: String(visit.version),
  });
  await addAction(await world.ctx(dana.actor), of, {
    priority,
    objective: null,
    words: "Ask the mill",
    owner: null,
    ownerName: "",
    dueOn: null,
    status: "open",
    evidence: "",
    evidenceUrl: null,
  });
  const answer = await post("/reviews", { reviewedOn: TODAY, word: "Good pace" });
  expect(answer.headers.get("location")).toContain("/reviews/2");
  const words = await page("/reviews/2");
  expect(words).toMatch(/Done <span[^>]*>\(1\)/);
  expect(words).toContain("Visit both colleges: May 1, 2026 → June 1, 2026");
  expect(words).toMatch(/New <span[^>]*>\(1\)/);
  expect((await planOf(await world.ctx(), of.id))!.reviewed).toEqual({ on: TODAY, number: 2 });
  expect(await page()).toContain("(version 2)");
  expect((await world.get(table("/reviews/3"), { as: dana })).status).toBe(404);
  expect((await world.get(table("/reviews/nothing"), { as: dana })).status).toBe(404);
});

test("the plan as a table runs no formula, and names who does what", async () => {
  await post("/actions", { words: "=HYPERLINK(1)", place: priority, status: "open" });
  const csv = await world.page(`/partnerships/${of.slug}/table/plan.csv?status=all`, { as: dana });
  expect(csv).toContain("'=HYPERLINK(1)");
  expect(csv).toContain("Twelve hired by June,Visit both colleges,Ann O’Hara,2026-06-01,On track");
});

test("a plan of another partnership is not found, and whoever is not of the team is kept out", async () => {
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  const other = await partnershipAt(ctx, { name: "Another Partnership", states: ["ne"] });
  const eve = await world.give(await world.person("member", "Eve"), {
    role: "partnership-editor",
    scope: other.id,
  });
  const action = await actionOf("Ask the mill");
  const theirs = `/partnerships/${other.slug}/table/plan`;
  expect((await world.get(`${theirs}/actions/${action.id}`, { as: eve })).status).toBe(404);
  await world.post(`${theirs}/priorities`, { as: eve, form: { title: "Theirs", state: "open" } });
  expect((await world.get(`${theirs}/actions/${action.id}`, { as: eve })).status).toBe(404);
  const moved = await world.post(`${theirs}/actions`, {
    as: eve,
    form: { words: "x", place: priority, status: "open" },
  });
  expect(moved.status).toBe(404);
  expect((await world.get(table(), { as: await world.person("editor") })).status).toBe(403);
  expect(await actionById(ctx, other.id, action.id)).toBeUndefined();
});

test("the plan asks as many questions for one action as for three", async () => {
  const { countQueries } = await import("#kit/count-queries.ts");
  const before = await countQueries(() => page());
  for (const words of ["One more", "And another"])
    await post("/actions", { words, place: priority, owner: "Bo Lee, One", status: "open" });
  expect(await countQueries(() => page())).toBe(before);
});

test("late is kind, and only what is in work can be it", () => {
  expect(isLate({ status: "open", dueOn: "2026-05-03" }, TODAY)).toBe(true);
  expect(isLate({ status: "done", dueOn: "2026-05-03" }, TODAY)).toBe(false);
  expect(whenDue({ status: "on-track", dueOn: "2026-05-18" }, TODAY)).toBe("Due May 18, 2026, in 2 weeks");
  expect(whenDue({ status: "open", dueOn: null }, TODAY)).toBe("No day set");
});
