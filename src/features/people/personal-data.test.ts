import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "#kit/world.ts";
import { forgetPerson } from "../../app/forget-person.ts";
import { peopleFeature } from "./feature.ts";
import { profileOf } from "./profiles/factory.ts";
import { passOnLetter } from "./relay/actions.ts";
import { expectNewcomer } from "./welcome/newcomers.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 240_000);
afterAll(() => world.close());

test("a person gets a copy of everything held here about them, and is forgotten with all of it", async () => {
  const system = await world.ctx({ kind: "system", name: "Test" });
  const ana = await world.person("member", "Ana Ruiz");
  const bo = await world.person("member", "Bo Lee");
  await profileOf(world, ana, { title: "Director", canHelp: "Welcome letters.", "shown-canHelp": "nobody" });
  await expectNewcomer(system, ana.id);
  const { db } = world.house.ground.database;
  await db
    .insertInto("passkeys")
    .values({
      id: "a-key",
      person: ana.id,
      public_key: Buffer.from("key"),
      counter: 0,
      transports: [],
      name: "Ana’s phone",
      created_at: world.clock.now(),
      used_at: null,
    })
    .execute();
  const toPartnership = { kind: "partnership" as const, id: crypto.randomUUID(), name: "a partnership" };
  const from = { name: bo.name, email: bo.email, personId: bo.id };
  // One that waits for two conveners, of whom Ana is one.
  await passOnLetter(await world.ctx(bo.actor), {
    to: { ...toPartnership, addresses: [ana.email, "other@convener.test"] },
    from,
    text: "To both of you.",
    doubt: "Odd.",
  });
  await passOnLetter(await world.ctx(ana.actor), {
    to: { ...toPartnership, addresses: ["other@convener.test"] },
    from: { name: ana.name, email: ana.email, personId: ana.id },
    text: "From Ana.",
    doubt: "Odd.",
  });
  const copies = [];
  for (const { copy } of peopleFeature().personalData ?? []) copies.push(await copy?.(system, ana.email));
  const told = JSON.stringify(copies);
  for (const words of ["Director", "Welcome letters.", "Ana’s phone", "From Ana.", "joined_at"])
    expect(told).toContain(words);
  expect(told).not.toContain("To both of you.");

  const lines = await forgetPerson(system, [peopleFeature()], ana.email);
  expect(lines).toEqual(
    expect.arrayContaining([
      "1 profiles deleted, with their photos",
      "1 passkeys deleted",
      "1 letters passed on or waiting deleted",
      "1 accounts deleted, signed out on every device",
    ]),
  );
  expect((await world.get("/people/ana-ruiz")).status).toBe(404);
  const letters = await db.selectFrom("relay_letters").select(["text", "to_addresses"]).execute();
  expect(letters).toEqual([{ text: "To both of you.", to_addresses: ["other@convener.test"] }]);
  for (const table of ["profiles", "passkeys", "welcomes"] as const)
    expect(await db.selectFrom(table).select("person").execute()).toEqual([]);
});
