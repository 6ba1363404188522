import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { shareAssessment } from "../assessing/settling.ts";
import type { Level } from "../content.ts";
import { publishSet, settledAt } from "../factory.ts";
import { networkPicture } from "./queries.ts";

let world: World;
let system: Ctx;

beforeAll(async () => {
  world = await openWorld();
  system = await world.ctx({ kind: "system", name: "Test" });
  await publishSet(system);
}, 60_000);
afterAll(() => world.close());

let made = 0;

async function answered(
  given: {
    level?: Level;
    inPicture?: boolean;
    heldOn?: string;
    of?: string;
    setting?: "rural" | "metro";
  } = {},
) {
  made += 1;
  const partnership =
    given.of ??
    (await partnershipAt(system, { name: `Counted ${made}`, setting: given.setting ?? "rural" })).id;
  const id = await settledAt(system, partnership, { inPicture: true, ...given });
  return { id, partnership };
}

/** How many stand at each level of the first indicator, as every reader sees it. */
async function firstRow(among = "all"): Promise<number[] | undefined> {
  const picture = await networkPicture(system, among);
  return picture && [...picture.distributions[0]!.levels];
}

describe("the network's picture", () => {
  test("is not there for four, nor for any number that did not agree", async () => {
    for (let n = 0; n < 4; n += 1) await answered({ level: 1 });
    for (let n = 0; n < 6; n += 1) await answered({ level: 4, inPicture: false });
    expect(await firstRow()).toBeUndefined();
    expect(await world.page("/indicators")).toContain("There is no picture yet");
  });

  test("is there on the very next request once the fifth agrees, as words, bars and a table", async () => {
    await answered({ level: 3 });
    const page = await world.page("/indicators");
    expect(page).toContain("Of 5 partnerships, 1 say");
    expect(page).toContain('class="distribution"');
    expect(page).toContain("Level 1: 4, level 2: 0, level 3: 1, level 4: 0");
    expect(page).toContain("Partnerships at each level");
    expect(page).not.toContain("Counted 1");
  });

  test("does not tell the sixth apart: it waits until five more have come", async () => {
    const before = await world.page("/indicators");
    for (let n = 0; n < 4; n += 1) await answered({ level: 4, setting: "metro" });
    expect(await world.page("/indicators")).toBe(before);
    await answered({ level: 4, setting: "metro" });
    expect(await firstRow()).toEqual([4, 0, 1, 5]);
  });

  test("counts each partnership once, by its newest answer that agreed", async () => {
    const again: string[] = [];
    const rows = await system.db
      .selectFrom("assessments")
      .select("partnership")
      .where("in_picture", "=", true)
      .execute();
    for (const { partnership } of rows.slice(0, 5))
      again.push((await answered({ of: partnership, level: 2, heldOn: "2026-05-02" })).id);
    expect((await networkPicture(system, "all"))?.partnerships).toBe(10);
    expect((await firstRow())?.[1]).toBe(5);
  });

  test("can be narrowed only to groups that give nobody away", async () => {
    const picture = (await networkPicture(system, "all"))!;
    // Five rural and five metro: each is the rest of the other. A state that all of them share would add nothing.
    expect(picture.groups.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["setting:metro", "setting:rural"]),
    );
    for (const { key } of picture.groups)
      expect((await networkPicture(system, key))?.partnerships).toBeGreaterThanOrEqual(5);
    const asked = await networkPicture(system, "state:wy");
    expect(asked?.among).toBe("all");
    expect(await world.page("/indicators?among=setting%3Ametro")).toContain("5 partnerships (Metro)");
  });

  test("lets somebody out only together with others", async () => {
    const before = await firstRow();
    const rows = await system.db
      .selectFrom("assessments")
      .select(["id", "version"])
      .where("in_picture", "=", true)
      .where("held_on", "=", "2026-05-02")
      .execute();
    const takeOut = async ({ id, version }: { id: string; version: number }) =>
      shareAssessment(system, id, { version, sharedWith: "partnership", inPicture: false });
    await takeOut(rows[0]!);
    expect(await firstRow()).toEqual(before);
    for (const row of rows.slice(1)) await takeOut(row);
    expect(await firstRow()).not.toEqual(before);
  });
});
