import { afterAll, beforeAll, expect, test } from "vitest";
import { profileOf } from "#features/people/profiles/factory.ts";
import { openWorld, type World } from "#kit/world.ts";
import { partnershipAt } from "./factory.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("a person's page names the partnerships that show them to readers, and no others", async () => {
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  const dana = await world.person("member", "Dana Convener");
  const { slug } = await profileOf(world, dana);
  const person = { name: dana.name, id: dana.id };
  const role = { id: "one", role: "convener" as const, person, from: "2018" };
  await partnershipAt(ctx, { name: "Shown Valley Partnership", roles: [role] });
  await partnershipAt(ctx, { name: "Unshown Valley Partnership", roles: [{ ...role, shown: false }] });
  const page = await world.page(`/people/${slug}`);
  expect(page).toContain("The partnership they serve");
  expect(page).toContain("Shown Valley Partnership");
  expect(page).toContain("Convener, since 2018");
  expect(page).not.toContain("Unshown Valley Partnership");
});
