import { afterAll, beforeAll, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { type Contact, findOrAddContact } from "#features/roster/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { newId } from "#platform/secrets.ts";

const MOST_QUERIES = 12;
const ZONE = "America/Chicago";

let world: World;
let of: { id: string; slug: string; states: string[] };
let dana: SignedIn;
const table = (rest = "") => `/partnerships/${of.slug}/table${rest}`;

/** A meeting of the whole partnership every other month for ten years, with six businesses and two public partners. */
beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T15:00:00Z") });
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  of = { ...(await partnershipAt(ctx, { states: ["ne"] })), states: ["ne"] };
  dana = await world.give(await world.person("member", "Dana Ruiz"), {
    role: "partnership-editor",
    scope: of.id,
  });
  const people: Contact[] = [];
  for (let index = 0; index < 8; index += 1)
    people.push(
      await findOrAddContact(ctx, of, {
        name: `Person ${index} Tester`,
        email: `person${index}@x.test`,
        company: `Company ${index}`,
        side: index < 6 ? "business" : "public",
      }),
    );
  const { db } = world.house.ground.database;
  const meetings = Array.from({ length: 60 }, (_, back) => {
    const at = new Date(Date.UTC(2026, 3 - back * 2, 7, 14));
    return {
      id: newId(),
      at,
      end: new Date(at.getTime() + 7_200_000),
      kind: back === 59 ? "launch" : "partnership",
    };
  });
  await db
    .insertInto("meetings")
    .values(
      meetings.map(({ id, at, end, kind }) => ({
        ...{
          id,
          partnership: of.id,
          kind,
          title: "Full meeting",
          time_zone: ZONE,
          starts_at: at,
          minutes: 120,
        },
        ...{ starts_local: at.toISOString().slice(0, 16), state: "held", ended_at: end },
        ...{ notes_published_at: new Date(end.getTime() + 2 * 86_400_000), created_at: at, changed_at: at },
      })) as never,
    )
    .execute();
  await db
    .insertInto("meeting_guests")
    .values(
      meetings.flatMap(({ id, at }) =>
        people.map((one) => ({
          ...{ id: newId(), meeting: id, contact: one.id, side: one.side, company: one.company!.id },
          ...{ came_at: at, is_first: false, created_at: at },
        })),
      ) as never,
    )
    .execute();
  await world.post(table("/plan/priorities"), {
    as: dana,
    form: { title: "Grow our own", state: "open", businessLead: "Person 0 Tester" },
  });
});
afterAll(() => world.close());

test("a table with ten years of meetings on it opens in a dozen questions", async () => {
  const count = await countQueries(async () => {
    expect((await world.get(table(), { as: dana })).status).toBe(200);
  });
  // The session and what it may do are two of them.
  expect(count).toBeLessThanOrEqual(MOST_QUERIES);
});

test("figures are counted from what was done, each with its formula, and as a file", async () => {
  const page = await world.page(table("/figures"), { as: dana });
  const text = page.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  for (const words of [
    "Businesses engaged 6 Different companies that came",
    "Retained 100 % (6 of 6)",
    "Business to public, last meeting 6 to 2 (3.0)",
    "Priorities led by business 100 % (1 of 1)",
    "Days since the plan was reviewed Not reviewed yet",
    "Days to notes 2 From",
    "Follow-up on the same day 0 of 6 meetings",
  ])
    expect(text.includes(words), words).toBe(true);
  const csv = await world.page(table("/figures.csv"), { as: dana });
  expect(csv).toContain("Businesses engaged,now,6,");
  expect(csv).toContain("Businesses engaged,2025-05-05 to 2026-05-04,6,");
});

test("figures are the team’s alone", async () => {
  expect((await world.get(table("/figures"), { as: await world.person("editor") })).status).toBe(403);
});
