import { afterAll, beforeAll, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { openWorld, type World } from "#kit/world.ts";
import { publishSet, settledAt } from "./factory.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await publishSet(await world.ctx({ kind: "system", name: "Test" }));
});
afterAll(() => world.close());

test("a partnership's page tells how it sees itself where it shares that with everyone, and else not", async () => {
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  const open = await partnershipAt(ctx, { name: "Open Table Partnership" });
  const quiet = await partnershipAt(ctx, { name: "Quiet Table Partnership" });
  await settledAt(ctx, open.id, { sharedWith: "public", level: 3 });
  await settledAt(ctx, quiet.id, { sharedWith: "state", level: 3 });
  const page = await world.page(`/partnerships/${open.slug}`);
  expect(page).toContain("How it sees itself");
  expect(page).toContain("3. Mostly there");
  expect(await world.page(`/partnerships/${quiet.slug}`)).not.toContain("How it sees itself");
});

test("whoever looks after a partnership finds the indicators among what there is to do, unless they may not answer", async () => {
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  const { id, slug } = await partnershipAt(ctx, { name: "Northern Table Partnership", states: ["ne"] });
  const owner = await world.give(await world.person("member"), { role: "partnership-editor", scope: id });
  const state = await world.give(await world.person("member"), { role: "state-editor", scope: "ne" });
  const link = `href="/partnerships/${slug}/indicators"`;
  expect(await world.page(`/partnerships/${slug}/tend`, { as: owner })).toContain(link);
  const forState = await world.page(`/partnerships/${slug}/tend`, { as: state });
  expect(forState).toContain("Northern Table Partnership");
  expect(forState).not.toContain(link);
});
