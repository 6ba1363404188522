import { afterAll, beforeAll, expect, test } from "vitest";
import { Conflict } from "#base/surprises.ts";
import { contentLike } from "#features/happenings/factory.ts";
import { createHappening } from "#features/happenings/writing.ts";
import { openWorld, type World } from "#kit/world.ts";
import { partnershipAt, partnershipLike } from "./factory.ts";
import { revisePartnership } from "./writing.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const slugOfHappening = async (id: string) =>
  (
    await world.house.ground.database.db
      .selectFrom("happenings")
      .select("partnership_slug")
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
  ).partnership_slug;

test("a partnership keeps its address and every version of its page", async () => {
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  const first = await partnershipAt(ctx);
  const second = await partnershipAt(ctx);
  expect([first.slug, second.slug]).toEqual([
    "platte-valley-healthcare-partnership",
    "platte-valley-healthcare-partnership-2",
  ]);
  const renamed = partnershipLike({ name: "Platte Health", states: ["ne", "co"] });
  expect(await revisePartnership(ctx, first.id, { content: renamed, version: 1, note: "New name" })).toBe(2);
  await expect(revisePartnership(ctx, first.id, { content: renamed, version: 1 })).rejects.toThrow(Conflict);
  const rows = await ctx.db
    .selectFrom("partnership_versions")
    .select(["number", "by_name", "note"])
    .where("partnership", "=", first.id)
    .orderBy("number")
    .execute();
  expect(rows).toEqual([
    { number: 1, by_name: "Test", note: "" },
    { number: 2, by_name: "Test", note: "New name" },
  ]);
});

test("a happening belongs to the partnership that it names, before and after the page is made", async () => {
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  const by = { kind: "system" as const, personId: null, name: "Test" };
  const content = contentLike({ partnership: "loess hills makers", state: "ia" });
  const early = await createHappening(ctx, { content, stage: "received", by });
  expect(await slugOfHappening(early)).toBeNull();
  const { id } = await partnershipAt(ctx, { name: "Loess Hills Makers", states: ["ia"], counties: [] });
  expect(await slugOfHappening(early)).toBe("loess-hills-makers");
  const late = await createHappening(ctx, { content, stage: "received", by });
  const elsewhere = await createHappening(ctx, {
    content: { ...content, state: "pa" },
    stage: "received",
    by,
  });
  expect([await slugOfHappening(late), await slugOfHappening(elsewhere)]).toEqual([
    "loess-hills-makers",
    null,
  ]);
  const other = partnershipLike({ name: "Western Iowa Makers", states: ["ia"], counties: [] });
  await revisePartnership(ctx, id, { content: other, version: 1 });
  expect(await slugOfHappening(late)).toBeNull();
  await revisePartnership(ctx, id, {
    content: { ...other, alsoKnownAs: ["Loess Hills Makers"] },
    version: 2,
  });
  expect(await slugOfHappening(late)).toBe("loess-hills-makers");
});
