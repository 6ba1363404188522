import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "#kit/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
}, 120_000);
afterAll(() => world.close());

const HERE = "counties=56019,56033&from=2015&to=2016&ownership=private&level=sector";

describe("an address of a picture", () => {
  test.each(["bubble", "shift-share", "trend", "map", "compare"])(
    "of %s answers with a drawing that loads nothing and runs nothing",
    async (kind) => {
      const response = await world.get(`/industry/pictures/${kind}.svg?${HERE}&theme=dark&shape=narrow`);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toContain("image/svg+xml");
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(response.headers.get("content-disposition")).toBeNull();
      const svg = await response.text();
      expect(svg).toMatch(/^<svg [^>]*width="340"/);
      expect(svg).toContain('fill="#182329"');
    },
  );

  test("to be saved has a name, a title and its source with the day it was taken in", async () => {
    const svg = await world.get(`/industry/pictures/bubble.svg?${HERE}&theme=print&download=1`);
    expect(svg.headers.get("content-disposition")).toBe(
      'attachment; filename="bubble-56019-56033-2015-2016.svg"',
    );
    const png = await world.get(`/industry/pictures/bubble.png?${HERE}&theme=print&download=1&width=800`);
    const bytes = Buffer.from(await png.arrayBuffer());
    expect(png.headers.get("content-type")).toBe("image/png");
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBe(800);
  });

  test("as a file of figures keeps withheld apart from zero", async () => {
    const csv = await (await world.get(`/industry/pictures/bubble.csv?${HERE}&download=1`)).text();
    expect(csv).toContain("Jobs,Jobs: at least,Jobs: at most");
    expect(csv).toMatch(/Utilities,,11,\d/);
  });

  test("of a screen draws the counties of a state or of the nation, territories left to the table", async () => {
    const svg = await world.get("/industry/pictures/screen.svg?state=wy&sector=healthcare&theme=light");
    expect(svg.status).toBe(200);
    expect(await svg.text()).toContain("Map of Wyoming");
    const nation = await world.get("/industry/pictures/screen.svg?sector=healthcare&measure=pay&theme=light");
    const drawn = await nation.text();
    expect(drawn).toContain("Map of the United States: average pay");
    expect(Buffer.byteLength(drawn)).toBeLessThan(700_000);
    const page = await world.page("/industry/pictures/screen?sector=healthcare");
    expect(page).toContain("Puerto Rico and the other territories have no place on this map");
    expect(Buffer.byteLength(page)).toBeLessThan(120_000);
  });

  test("opens as a page with its table, where another industry and another figure can be chosen", async () => {
    const page = await world.page(`/industry/pictures/map?${HERE}&industry=23&measure=lq`);
    expect(page).toContain("Construction: location quotient, county by county");
    expect(page).toContain("Sheridan County, Wyoming");
    expect(page).toMatch(/<option value="23" selected/);
    expect(page).toContain("Source: U.S. Bureau of Labor Statistics");
  });
});

describe("what cannot be drawn", () => {
  test.each(["pie.svg", "bubble.gif", "bubble.svg.png", "bubble."])("%s is not found", async (file) => {
    expect((await world.get(`/industry/pictures/${file}?${HERE}`)).status).toBe(404);
  });

  test.each([
    ["bubble.svg?counties=99999", "99999"],
    [`bubble.svg?${HERE}&theme=red`, "The theme of a picture is one of: light, dark, print."],
    [`bubble.png?${HERE}&width=99999`, "A picture is at most 3000 pixels wide."],
    [`map.svg?${HERE}&industry=nothing`, "“nothing” is not among the industries of this question."],
    [`map.svg?${HERE}&measure=luck`, "“luck” is no figure of a picture."],
    [`compare.svg?${HERE}&other=99999`, "99999"],
  ])("%s comes back with a sentence", async (address, sentence) => {
    const response = await world.get(`/industry/pictures/${address}`);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(sentence);
  });
});

describe("pages that have a picture", () => {
  test("a comparison shows the figure that is compared, with the other region in it", async () => {
    const page = await world.page(`/industry/compare?${HERE}&other=39049&measure=pay`);
    expect(page).toMatch(/\/industry\/pictures\/compare\.svg\?[^"]*measure=pay/);
    expect(page).toMatch(/alt="Bars: average pay of [^"]*Franklin County, Ohio/);
    expect(page).toMatch(/href="\/industry\/pictures\/compare\?[^"]*other=39049[^"]*">Another industry/);
  });

  test("a screen’s map shows what the table is ordered by, or what is chosen; the nation’s too", async () => {
    const screen = "/industry/screen?state=wy&sector=healthcare&from=2015&to=2016&ownership=all";
    expect(await world.page(screen)).toMatch(/screen\.svg\?[^"]*measure=lq/);
    expect(await world.page(`${screen}&order=pay`)).toMatch(/screen\.svg\?[^"]*measure=pay/);
    const chosen = await world.page(`${screen}&order=pay&measure=growth`);
    expect(chosen).toMatch(/screen\.svg\?[^"]*measure=growth/);
    expect(chosen).toMatch(/<a href="[^"]*" aria-current="true">growth<\/a>/);
    const nation = await world.page(screen.replace("state=wy&", ""));
    expect(nation).toContain("Map of the United States");
    expect(Buffer.byteLength(nation)).toBeLessThan(120_000);
  });
});

describe("the page of an analysis", () => {
  test("has its pictures, each with words instead, a sentence and files, and stays light", async () => {
    const page = await world.page(`/industry/analysis?${HERE}`);
    for (const kind of ["bubble", "shift-share", "trend", "map"])
      expect(page).toContain(`/industry/pictures/${kind}.svg?`);
    expect(page.match(/<img [^>]*alt="[^"]{20,}"/g)).toHaveLength(4);
    expect(page).toContain("Accommodation and food services has");
    expect(page).toContain("prefers-color-scheme: dark");
    expect(Buffer.byteLength(page)).toBeLessThan(120_000);
  });
});
