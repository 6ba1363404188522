import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { happeningAt, submissionLike } from "#features/happenings/factory.ts";
import { confirmSubmission } from "#features/happenings/submissions/sending.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { waitedWords } from "./waited.ts";

let world: World;
let editor: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());

const desk = (query = "") => world.page(`/desk${query}`, { as: editor });
const listed = (page: string) =>
  [...page.matchAll(/<h2><a href="[^"]+">([^<]+)</g)].map(([, title]) => title);
const press = (id: string, deed: string, form: Record<string, string> = {}) =>
  world.post(`/desk/happenings/${id}/${deed}`, {
    as: editor,
    form: { version: "1", stage: "received", ...form },
  });

async function sent(title: string, doubt: string | null = null): Promise<string> {
  const ctx = await world.ctx();
  const id = await submissionLike(ctx, { title, doubt, email: `${title.replace(/\W/g, "")}@example.org` });
  await confirmSubmission(ctx, id);
  world.clock.advance(60_000);
  return id;
}

async function inquire(organization: string): Promise<void> {
  const form = {
    name: "Bo Lee",
    organization,
    email: `${organization}@example.org`,
    message: "What does it cost?",
  };
  expect((await world.post("/sponsors/inquiries", { form })).status).toBe(303);
  world.clock.advance(60_000);
}

describe("one desk", () => {
  test("is clear when nothing waits, and says what will come", async () => {
    const page = await desk();
    expect(page).toContain("The desk is clear");
    expect(page).toContain("When somebody shares an update");
  });

  test("shows what waits in all rooms, the oldest first, with who sent it", async () => {
    await sent("First update");
    await inquire("harbor");
    await sent("Second update");
    const page = await desk();
    expect(listed(page)).toEqual(["First update", "harbor asks about sponsoring", "Second update"]);
    expect(page).toContain("From Ana Ruiz, Lackawanna College");
    expect(page).toContain("3 things are on the desk");
  });

  test("parts what is new, mine, with its sender, planned and doubtful", async () => {
    await sent("Doubtful update", "A hidden field was filled in.");
    const mine = await sent("Mine to read");
    await press(mine, "hold", { from: "" });
    await press(await sent("Asked about"), "changes", { changes: "When?" });
    await press(await sent("Planned update"), "schedule", { at: "2026-09-01T09:00" });
    expect(listed(await desk("?view=mine"))).toEqual(["Mine to read", "Asked about", "Planned update"]);
    expect(listed(await desk("?view=asked"))).toEqual(["Asked about"]);
    expect(listed(await desk("?view=scheduled"))).toEqual(["Planned update"]);
    expect(listed(await desk("?view=doubtful"))).toEqual(["harbor asks about sponsoring", "Doubtful update"]);
    expect(listed(await desk("?view=new"))).not.toContain("Mine to read");
    const all = await desk();
    expect(listed(all)).toHaveLength(7);
    expect(all).toContain("Look twice");
    expect(all).toContain("You have it in hand");
    expect(all).toContain("Goes out next");
    expect(await desk("?view=nonsense&page=zero")).toContain("7 things are on the desk");
  });

  test("warns of mail that nobody delivers and of work that gave up", async () => {
    const { db, pool } = world.house.ground.database;
    await world.runJobs();
    expect(await desk()).toContain("No mail server is set");
    await db.updateTable("mails").set({ state: "failed" }).execute();
    const page = await desk();
    expect(page).toContain("could not be delivered");
    expect(page).toContain("/desk/outbox?state=failed");
    expect(page).not.toContain("gave up");
    await pool.query("update jobs.job set state = 'failed', completed_on = now()");
    expect(await desk()).toContain("gave up");
    await pool.query("update jobs.job set state = 'completed' where state = 'failed'");
  });
});

/** As many more like this one. */
async function multiply(id: string, times: number): Promise<void> {
  const { pool } = world.house.ground.database;
  const columns =
    "kind, summary, story, state_code, place, partnership, credit, license, created_at, changed_at, stage_since";
  await pool.query(
    `with made as (
       insert into happenings (id, stage, title, ${columns})
       select gen_random_uuid(), stage, 'Update ' || number, ${columns}
       from happenings, generate_series(1, $2::int) number where id = $1 returning id)
     insert into happening_versions (happening, number, content, at, by_kind, by_name)
     select made.id, 1, content, at, by_kind, by_name from happening_versions, made where happening = $1`,
    [id, times],
  );
}

test("500 things cost as many queries as three, twelve at most, on every page and in every view", async () => {
  const count = (query: string) => countQueries(() => desk(query));
  const views = ["", "?view=new", "?view=mine", "?view=scheduled", "?view=doubtful"];
  await desk();
  const few = [];
  for (const view of views) few.push(await count(view));
  await multiply(await happeningAt(await world.ctx(), "received", { title: "Update 500" }), 499);
  const page = await desk("?page=2");
  expect(listed(page)).toHaveLength(50);
  expect(page).toContain("507 things are on the desk");
  const many = [];
  for (const view of views) many.push(await count(view));
  expect(many).toEqual(few);
  expect(await count("?page=11")).toBe(few[0]);
  expect(Math.max(...many)).toBeLessThanOrEqual(12);
});

test("guests are led to sign in and members are refused", async () => {
  expect((await world.get("/desk")).headers.get("location")).toBe("/sign-in?return=%2Fdesk");
  expect((await world.get("/desk", { as: await world.person("member") })).status).toBe(403);
});

test("how long something waited is told as one would say it", () => {
  const now = new Date("2026-05-04T15:00:00Z");
  const told = (hours: number) => waitedWords(new Date(now.getTime() - hours * 3_600_000), now);
  expect([0.4, 1, 5, 24, 26, 24 * 6, 24 * 15].map(told)).toEqual([
    "less than an hour",
    "an hour",
    "5 hours",
    "a day",
    "a day",
    "6 days",
    "2 weeks",
  ]);
});
