import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { findOrAddContact } from "#features/roster/public.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { newId } from "#platform/secrets.ts";
import { drawStateSums, yearDue } from "./drawing.ts";
import { sumsOf, type YearOfWork } from "./sums.ts";

const YEAR: YearOfWork = {
  ...{ meetings: 2, business: 10, public: 4, sameDay: 1, daysToNotes: [2, 4] },
  ...{ engaged: 8, fresh: 3, returning: 4, before: 6, welcomes: 3 },
  plan: { priorities: 4, ledByBusiness: 3 },
};
const years = (...changes: Partial<YearOfWork>[]) => changes.map((change) => ({ ...YEAR, ...change }));

describe("sums", () => {
  it("add up what five did", () => {
    expect(sumsOf(years({}, {}, {}, {}, {}))).toEqual({
      partnerships: 5,
      sums: {
        ...{ meetings: 10, business: 50, public: 20, sameDay: 5, daysToNotes: 3 },
        ...{ engaged: 40, fresh: 15, retained: { returning: 20, before: 30 }, welcomes: 15 },
        plans: { partnerships: 5, priorities: 20, ledByBusiness: 15 },
      },
    });
  });

  it("are not made of four, nor of five of which one did not meet", () => {
    expect(sumsOf(years({}, {}, {}, {}))).toBeUndefined();
    expect(sumsOf(years({}, {}, {}, {}, { meetings: 0 }))).toBeUndefined();
  });

  it("leave out a part that fewer than five could add to", () => {
    const drawn = sumsOf(years({ plan: null, before: 0, daysToNotes: [] }, {}, {}, {}, {}));
    expect(drawn?.sums).toMatchObject({ meetings: 10, plans: null, retained: null, daysToNotes: null });
  });

  it("of a year are due in February", () => {
    expect(yearDue("2026-01-31")).toBe(2024);
    expect(yearDue("2026-02-01")).toBe(2025);
    expect(yearDue("2026-12-31")).toBe(2025);
  });
});

describe("what a state's partnerships did together", () => {
  let world: World;
  let lead: SignedIn;
  const teams: { slug: string; person: SignedIn }[] = [];

  /** Nebraska's six partnerships, which met once in 2025: the first with one business, the second with two, and so on. */
  beforeAll(async () => {
    world = await openWorld({ now: new Date("2026-03-02T15:00:00Z") });
    const ctx = await world.ctx({ kind: "system", name: "Test" });
    const { db } = world.house.ground.database;
    for (let index = 1; index <= 6; index += 1) {
      const of = await partnershipAt(ctx, { name: `Partnership Number ${index}`, states: ["ne", "ia"] });
      const person = await world.give(await world.person("member", `Convener ${index}`), {
        role: "partnership-editor",
        scope: of.id,
      });
      teams.push({ slug: of.slug, person });
      const [meeting, at] = [newId(), new Date("2025-10-07T15:00:00Z")];
      const guests = [];
      for (let guest = 0; guest <= index; guest += 1) {
        const side = guest < index ? ("business" as const) : ("public" as const);
        const one = await findOrAddContact(
          ctx,
          { id: of.id, states: ["ne"] },
          {
            name: `Guest ${guest}`,
            email: `guest${guest}@n${index}.test`,
            company: `Company ${guest}`,
            side,
          },
        );
        guests.push({ id: newId(), meeting, contact: one.id, side, company: one.company!.id });
      }
      await db
        .insertInto("meetings")
        .values({
          ...{ id: meeting, partnership: of.id, kind: "partnership", title: "Autumn", minutes: 60 },
          ...{ time_zone: "America/Chicago", starts_at: at, starts_local: "2025-10-07T10:00" },
          ...{ state: "held", ended_at: new Date("2025-10-07T16:00:00Z"), created_at: at, changed_at: at },
        } as never)
        .execute();
      await db
        .insertInto("meeting_guests")
        .values(guests.map((guest) => ({ ...guest, came_at: at, is_first: true, created_at: at })) as never)
        .execute();
    }
    lead = await world.give(await world.person("member", "Lee Lead"), { role: "state-lead", scope: "ne" });
  });
  afterAll(() => world.close());

  const figures = (index: number) => `/partnerships/${teams[index]!.slug}/table/figures`;
  const say = (index: number, counted: string) =>
    world.post(`${figures(index)}/state`, { as: teams[index]!.person, form: { counted } });
  const draw = async () => drawStateSums(await world.ctx({ kind: "system", name: "Test" }));
  const words = (page: string) => page.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  const desk = async () => words(await world.page("/states/ne/lead", { as: lead }));

  it("is counted only of teams that say so, and only by the team", async () => {
    expect(await world.page(figures(0), { as: teams[0]!.person })).toContain(
      "No figure of yours leaves this table.",
    );
    expect((await world.post(`${figures(0)}/state`, { as: lead, form: { counted: "yes" } })).status).toBe(
      403,
    );
    for (let index = 0; index < 4; index += 1) expect((await say(index, "yes")).status).toBe(303);
    expect(await world.page(figures(0), { as: teams[0]!.person })).toContain("No longer count us in");
  });

  it("is not told while four let theirs count", async () => {
    await draw();
    expect(await desk()).toContain("once five of them that met in a year do");
  });

  it("is told to the state's lead as one sum, which names nobody and does not change", async () => {
    await say(4, "yes");
    await say(4, "yes");
    await draw();
    const told = await desk();
    expect(told).toContain("2025: 5 partnerships that met");
    expect(told).toContain("Businesses engaged 15 Companies");
    expect(told).toContain("Business to public 15 to 5 (3.0)");
    expect(told).toContain("Retained Fewer than five could say");
    await say(5, "yes");
    await say(0, "no");
    await draw();
    expect(await desk()).toContain("2025: 5 partnerships that met");
  });

  it("is told in its main state alone", async () => {
    const other = await world.give(await world.person("member", "Ida Iowa"), {
      role: "state-lead",
      scope: "ia",
    });
    expect(words(await world.page("/states/ia/lead", { as: other }))).not.toContain("partnerships that met");
  });

  it("stays as it was after what does not come from the page's own button", async () => {
    expect((await say(1, "maybe")).headers.get("location")).toBe(figures(1));
    expect(await world.page(figures(1), { as: teams[1]!.person })).toContain("No longer count us in");
  });

  it("stands in the audit log", async () => {
    const rows = await world.house.ground.database.db
      .selectFrom("events")
      .select("name")
      .where("name", "like", "work-figures.%")
      .execute();
    expect(rows.map(({ name }) => name).filter((name) => name.endsWith("-in"))).toHaveLength(6);
    expect(rows.map(({ name }) => name).filter((name) => name.endsWith("-out"))).toHaveLength(1);
  });
});
