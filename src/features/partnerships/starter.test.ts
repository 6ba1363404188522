import { afterAll, beforeAll, expect, test } from "vitest";
import { countyByFips } from "#features/places/public.ts";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { faceOf, type PartnershipFace } from "./reading/face.ts";

let world: World;
let ctx: Ctx;
let faces: PartnershipFace[];

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  ctx = await world.ctx({ kind: "system", name: "Test" });
  const rows = await ctx.db.selectFrom("partnerships").select("slug").execute();
  faces = [];
  for (const { slug } of rows) faces.push((await faceOf(ctx, slug))!);
}, 60_000);
afterAll(() => world.close());

test("every partnership of the starter content names its source and says how sure its counties are", () => {
  expect(faces.length).toBeGreaterThan(30);
  for (const { slug, content } of faces) {
    expect(content.sources.length, slug).toBeGreaterThan(0);
    expect(content.summary.length, slug).toBeGreaterThan(20);
    const states = content.counties.map((fips) => countyByFips(fips)?.state);
    for (const state of states) expect(content.states, slug).toContain(state);
    expect(content.countiesKnown === "unknown", slug).toBe(content.counties.length === 0);
    if (content.countiesKnown !== "exact") expect(content.countiesNote, slug).not.toBe("");
  }
});

test("no person is named by the starter content, since nobody was asked", () => {
  for (const { slug, content } of faces) {
    expect(content.champions, slug).toEqual([]);
    for (const { person } of content.roles) expect(person, slug).toBeNull();
    for (const { lead } of content.priorities) expect(lead, slug).toBeNull();
  }
});

test("organizations that a source names stand in the one directory, with the partnership they serve", async () => {
  const gr8t = faces.find(({ content }) => content.name === "GR8T Manufacturing Partnership")!;
  const convener = gr8t.content.roles[0]!.organization!;
  expect(convener.name).toBe("Northwest Industrial Resource Center");
  const page = await world.page(`/partnerships/${gr8t.slug}`);
  expect(page).toContain('href="/organizations/northwest-industrial-resource-center"');
  expect(page).toContain("Relaunched");
  expect(page).toContain("June 22, 2022");
});

test("the community's earlier news belongs to the partnerships that it names", async () => {
  const page = await world.page("/partnerships/central-pennsylvania-manufacturing-partnership");
  expect(page).toContain("What it shared");
  expect(page).toMatch(/href="\/happenings\/\d{4}\//);
});
