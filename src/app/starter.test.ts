import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorld, ROOT, type World } from "#kit/world.ts";
import { openContent } from "#platform/files/content.ts";
import { loadStarter } from "./starter.ts";

let world: World;
const content = openContent(`${ROOT}/content`);
const letters = async () => {
  const rows = await world.house.ground.database.db.selectFrom("letter_templates").select("id").execute();
  return rows.length;
};

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
});
afterAll(() => world.close());

it("is put in once, and what is deleted later stays deleted", async () => {
  expect(await letters()).toBeGreaterThan(0);
  await world.house.ground.database.db.deleteFrom("letter_templates").execute();
  expect(await loadStarter(world.house, content)).toBeUndefined();
  expect(await letters()).toBe(0);
});

it("gives a site of an earlier release what a new room brings, and nothing else", async () => {
  const { db } = world.house.ground.database;
  const [told] = await db
    .selectFrom("events")
    .select(["id", "particulars"])
    .where("name", "=", "site.starter-loaded")
    .execute();
  const { letters: ours, ...before } = told!.particulars;
  await db
    .updateTable("events")
    .set({ particulars: JSON.stringify(before) } as never)
    .where("id", "=", told!.id)
    .execute();
  expect(await loadStarter(world.house, content)).toEqual({ letters: ours });
  expect(await letters()).toBe(ours);
  expect(await loadStarter(world.house, content)).toBeUndefined();
});
