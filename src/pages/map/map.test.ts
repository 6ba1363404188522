import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addAffiliate } from "#features/affiliates/actions.ts";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { allCounties, countiesOf } from "#features/places/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type World } from "#kit/world.ts";

let world: World;
let kansasCity: { id: string };

beforeAll(async () => {
  world = await openWorld({ pageCacheBytes: 0 });
  const ctx = await world.ctx((await world.person("editor")).actor);
  await partnershipAt(ctx, { name: "Lincoln Healthcare", states: ["ne"], counties: ["31109"] });
  await partnershipAt(ctx, {
    name: "Saline Makers",
    states: ["ne"],
    counties: ["31109", "31155"],
    stage: "paused",
  });
  await partnershipAt(ctx, { name: "Somewhere in Nebraska", states: ["ne"], counties: [] });
  kansasCity = await partnershipAt(ctx, {
    name: "Kansas City Logistics",
    states: ["mo", "ks"],
    counties: ["29095", "20091"],
  });
  await partnershipAt(ctx, { name: "Fairfield Technology", states: ["ct"], counties: ["09001"] });
  await addAffiliate(ctx, {
    ...{ kind: "region", name: "Southwest Oregon", state: "or", counties: ["41011", "41019"] },
    ...{ summary: "", story: "", url: null, joinedOn: null, leftOn: null, leads: [], sources: [] },
  });
});
afterAll(() => world.close());

const links = (html: string) => [...html.matchAll(/<a [^>]*href="(\/map[^"]*)"/g)].map(([, href]) => href);

test("the nation links each state with something to its own map, in the picture and in words", async () => {
  const page = await world.page("/map");
  expect(page).toContain("Map of the network");
  expect(page).toContain('href="/map?state=ne" aria-label="Nebraska: 3 partnerships"');
  expect(page).toContain('aria-label="Kansas: 1 partnership"');
  expect(page).toContain('aria-label="Oregon: 1 affiliate"');
  expect(page).toContain('<a href="/map?state=ne">Nebraska</a>');
  expect(page).not.toContain('href="/map?state=wy"');
  expect(page).toContain("5 partnerships");
});

test("a state's map numbers its partnerships, tells them by county, and names those it cannot draw", async () => {
  const page = await world.page("/map?state=ne");
  expect(page).toContain('aria-label="1. Lincoln Healthcare: Lancaster County, Nebraska"');
  expect(page).toContain('aria-label="2. Saline Makers: Lancaster and Saunders Counties, Nebraska"');
  expect(page).toContain("Shared by more than one: Lancaster County");
  expect(page).toContain("Paused. Lancaster and Saunders Counties, Nebraska");
  expect(page).toMatch(/Also in this state.*Their counties are not told yet.*Somewhere in Nebraska/s);
  expect(page).not.toContain("Kansas City");
  expect(page).toContain('href="/map"');
});

test("the directory's filters hold on the map, and stay when one goes into a state", async () => {
  const page = await world.page("/map?stage=paused");
  expect(page).toContain("Paused partnerships");
  expect(page).toContain('href="/map?state=ne&amp;stage=paused" aria-label="Nebraska: 1 partnership"');
  expect(page).not.toContain('aria-label="Kansas');
  expect(page).toContain('href="/partnerships?stage=paused"');
  const state = await world.page("/map?state=ne&stage=paused");
  expect(state).toContain("Saline Makers");
  expect(state).not.toContain("Lincoln Healthcare");
});

test("layers are switched by links, and the switch stays with the view", async () => {
  const only = await world.page("/map?layer=affiliates");
  expect(only).toContain("Oregon: 1 affiliate");
  expect(only).not.toContain("Nebraska: ");
  expect(only).toContain('href="/map?state=or&amp;layer=affiliates"');
  const without = await world.page("/map?layer=partnerships");
  expect(without).not.toContain("Southwest Oregon");
  expect(links(without)).toContain("/map?state=ne&amp;layer=partnerships");
});

test("one view has one address, and links to the map lead there without a detour", async () => {
  const moved = await world.get("/map?stage=paused&state=&q=&state=ne");
  expect(moved.status).toBe(302);
  expect(moved.headers.get("location")).toBe("/map?state=ne&stage=paused");
  for (const path of ["/map", "/map?stage=paused", "/map?layer=partnerships"]) {
    for (const href of links(await world.page(path))) {
      expect((await world.get(href!.replaceAll("&amp;", "&"))).status, href).toBe(200);
    }
  }
});

test("where nothing is found the page says so and leads on", async () => {
  const page = await world.page("/map?stage=closed&layer=partnerships");
  expect(page).toContain("Nothing here that we know of");
  expect(await world.page("/map?state=wy")).toContain("Nothing in Wyoming that we know of");
  expect(await world.page("/map?state=zz")).toContain("We know no state called “zz”");
});

test("Connecticut's old counties are on its map as planning regions, and the page says so", async () => {
  const page = await world.page("/map?state=ct");
  expect(page).toContain('aria-label="1. Fairfield Technology: Fairfield County (until 2022), Connecticut"');
  expect(page).toContain("gave way to nine planning regions in 2022");
});

test("a hidden partnership is not on the map", async () => {
  expect(await world.page("/map?state=mo")).toContain("Kansas City Logistics");
  const editor = await world.person("editor");
  const hidden = await world.post(`/desk/partnerships/${kansasCity.id}/hiding`, {
    as: editor,
    form: { word: "It was never launched." },
  });
  expect(hidden.status).toBe(303);
  expect(await world.page("/map?state=mo&layer=partnerships")).not.toContain("Kansas City Logistics");
  expect(await world.page("/map?state=mo")).not.toContain("Kansas City Logistics");
});

/** Partnerships all over the country, each of up to four counties. */
async function addMany(count: number): Promise<void> {
  const ctx = await world.ctx();
  const counties = allCounties();
  const rows = Array.from({ length: count }, (_, number) => {
    const { state } = counties[(number * 37) % counties.length]!;
    const own = countiesOf(state).slice(number % 20, (number % 20) + 4);
    return { id: ctx.random.id(), number, state, counties: own.map(({ fips }) => fips) };
  });
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, number integer, state text, counties jsonb)`;
  await sql`insert into partnerships (id, slug, name, setting, stage, content, created_at, changed_at)
    select id, 'generated-' || number, 'Generated ' || number, 'rural', 'active', '{}', now(), now() from ${given}`.execute(
    ctx.db,
  );
  await sql`insert into partnership_states (partnership, state_code, position) select id, state, 0 from ${given}`.execute(
    ctx.db,
  );
  await sql`insert into partnership_counties (partnership, county)
    select id, jsonb_array_elements_text(counties) from ${given}`.execute(ctx.db);
}

test("as many queries for one partnership as for 3,000, and the nation's page stays below 120 KB, gzipped", async () => {
  await addMany(1);
  const few = await countQueries(() => world.page("/map?setting=rural&layer=partnerships"));
  await sql`delete from partnerships where slug like 'generated-%'`.execute((await world.ctx()).db);
  await addMany(3000);
  let page = "";
  const many = await countQueries(async () => {
    page = await world.page("/map?setting=rural&layer=partnerships");
  });
  expect(many).toBe(few);
  expect(page).toContain("3,000 partnerships");
  expect(gzipSync(page).length).toBeLessThan(120_000);
  expect(gzipSync(await world.page("/map?state=tx")).length).toBeLessThan(120_000);
});
