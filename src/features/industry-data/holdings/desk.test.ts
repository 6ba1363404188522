import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { figureFile } from "#kit/figure-files.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { holdings } from "./holdings.ts";

// An import is made at the lowest priority, so beside other tests it gets the processor when nobody else wants it.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const CENTRAL_OHIO =
  "39041,39045,39047,39049,39073,39083,39089,39091,39097,39101,39117,39127,39129,39141,39159";

let world: World;
let editor: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());

async function bring(...names: string[]): Promise<string> {
  const files = await Promise.all(
    names.map(async (name) => ({
      field: "figures",
      name: `${name}.csv.gz`,
      bytes: await readFile(figureFile(name).path),
    })),
  );
  const response = await world.post("/desk/industry/imports", { as: editor, files });
  expect(response.status).toBe(303);
  return response.headers.get("location")!;
}

const heldPeriods = async () => (await holdings(await world.ctx()))?.periods.map(({ period }) => period);

describe("bringing figures", () => {
  test("an editor sees what files hold and would replace; nothing changes before they say yes, and then every page", async () => {
    const before = await world.page("/industry/data");
    expect(before).not.toContain("39129");
    const page = await bring("39129-2020", "39129-2023");
    expect(await world.page(page, { as: editor })).toContain("Nothing changes while they are looked at.");
    await world.runJobs();
    const found = await world.page(page, { as: editor });
    expect(found).toContain("1 county of Ohio");
    expect(found).toContain("NAICS 2017, up to 6 digits");
    expect(found).toContain("This period is not held yet.");
    expect(found).toContain("shares of the nation and location quotients cannot be told");
    expect(await heldPeriods()).toEqual(["2015", "2016"]);

    expect((await world.post(`${page}/taking-in`, { as: editor })).headers.get("location")).toBe(page);
    expect(await world.page(page, { as: editor })).toContain("All of them or none.");
    await world.runJobs();
    expect(await world.page(page, { as: editor })).toContain("every page shows the new figures now");
    expect(await heldPeriods()).toEqual(["2015", "2016", "2020", "2023"]);
    const after = await world.page("/industry/data");
    expect(after).toContain("39129-2023.csv.gz");
    expect(after).toContain("annual averages of 2023, from one file.");
    const told = await world.house.ground.database.db
      .selectFrom("events")
      .select(["name", "particulars"])
      .where("name", "=", "industry.imported")
      .execute();
    expect(told).toMatchObject([
      { particulars: { files: "39129-2020.csv.gz and 1 other", periods: "2020, 2023" } },
    ]);
  });

  test("a file that cannot be read is told in a sentence, and nothing is changed", async () => {
    const response = await world.post("/desk/industry/imports", {
      as: editor,
      files: [{ field: "figures", name: "people.csv", bytes: Buffer.from("name\nAda\n") }],
    });
    const page = response.headers.get("location")!;
    await world.runJobs();
    const shown = await world.page(page, { as: editor });
    expect(shown).toContain("people.csv is not a table of the Quarterly Census");
    expect(shown).toContain("Nothing was changed.");
    expect((await world.post(`${page}/taking-in`, { as: editor })).status).toBe(409);
  });

  test("no file at all, or one that is plainly something else, is said beside the field", async () => {
    const none = await world.post("/desk/industry/imports", { as: editor, files: [] });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain("Choose at least one file that BLS publishes.");
    const pdf = await world.post("/desk/industry/imports", {
      as: editor,
      files: [{ field: "figures", name: "report.pdf", bytes: Buffer.from("%PDF-1.7 and so on") }],
    });
    expect(pdf.status).toBe(422);
    expect(await pdf.text()).toContain("“report.pdf” holds no figures of BLS.");
  });

  test("who is told that something else was imported meanwhile reads it anew before saying yes", async () => {
    const page = await bring("39129-2020");
    await world.runJobs();
    const other = await bring("39129-2023");
    await world.runJobs();
    await world.post(`${other}/taking-in`, { as: editor });
    await world.runJobs();
    await world.post(`${page}/taking-in`, { as: editor });
    await world.runJobs();
    const shown = await world.page(page, { as: editor });
    expect(shown).toContain("What would happen");
    expect(shown).toContain(
      "1 area that is held gets new figures; everything held of this period is replaced.",
    );
  });

  test("dropping changes nothing, and twice is told", async () => {
    const page = await bring("39129-2020");
    await world.runJobs();
    expect((await world.post(`${page}/dropping`, { as: editor })).headers.get("location")).toBe(
      "/desk/industry",
    );
    expect((await world.post(`${page}/dropping`, { as: editor })).status).toBe(409);
    expect(await world.page(page, { as: editor })).toContain("Dropped");
  });

  test("how far it is can be asked", async () => {
    const page = await bring("39129-2020");
    const answer = await world.get(`${page}/progress`, { as: editor });
    expect(await answer.json()).toMatchObject({ underWay: true, rowsTotal: 100, said: "Beginning, 0%" });
    await world.runJobs();
    expect(await (await world.get(`${page}/progress`, { as: editor })).json()).toMatchObject({
      underWay: false,
    });
  });

  test("the desk's page asks as often for one import as for many", async () => {
    const { db } = world.house.ground.database;
    await world.page("/desk/industry", { as: editor });
    const some = await countQueries(() => world.page("/desk/industry", { as: editor }));
    await db.deleteFrom("industry_imports").where("state", "!=", "done").execute();
    expect(await countQueries(() => world.page("/desk/industry", { as: editor }))).toBe(some);
  });

  test("Central Ohio's fifteen counties from 2020 to 2023, across a new edition of NAICS and without the nation", async () => {
    await world.loadStarter();
    const page = await bring("central-ohio-2020-2023");
    await world.runJobs();
    const found = await world.page(page, { as: editor });
    expect(found).toContain("15 counties of Ohio");
    expect(found).toContain("NAICS 2017, up to 3 digits");
    expect(found).toContain("NAICS 2022, up to 3 digits");
    await world.post(`${page}/taking-in`, { as: editor });
    await world.runJobs();

    const asked = `counties=${CENTRAL_OHIO}&from=2020&to=2023&ownership=all`;
    const answer = await (await world.get(`/api/v1/industry/analysis?${asked}&level=3`)).json();
    const row = (industry: string) =>
      answer.rows.find((one: Record<string, unknown>) => one.industry === industry);
    // Sums of BLS's own rows, added up by hand.
    expect(answer.total).toMatchObject({ jobs0: 1_101_795, jobs1: 1_180_538, lq1: null });
    expect(row("441")).toMatchObject({ jobs0: 13_960, jobs1: 14_951, change: 991, competitiveEffect: null });
    // 452 became a part of 455: each is told where it is, and the two are not compared.
    expect(row("452")).toMatchObject({ jobs0: 20_451, jobs1: null, change: null });
    expect(row("452").broken).toBe("NAICS 2022 has no industry 452, so the years cannot be compared.");
    expect(row("455")).toMatchObject({ jobs0: null, jobs1: 23_002, change: null });
    expect(row("221")).toMatchObject({ jobs1: null, lower1: 6390, upper1: 12_225 });
    expect(answer.notes.map(({ kind }: { kind: string }) => kind)).toEqual([
      "naics-break",
      "base-missing",
      "pandemic",
    ]);

    const shown = await world.page(`/industry/analysis?${asked}&level=named`);
    expect(shown).toContain("2020 was counted by NAICS 2017 and 2023 by NAICS 2022.");
    expect(shown).toContain("Outdoor products and Technology have other codes in each");
    expect(shown).toContain("so there are no quotients and no shift-share");
    // A picture that has nothing to show is not drawn.
    expect(shown).toContain("cannot be told without figures of the nation");
    expect(shown).not.toContain("/industry/pictures/bubble.svg");
    expect(shown).toContain("this sector counts 621112, 621330, and 3 more");
  });

  test("without any figures the pages say so", async () => {
    const bare = await openWorld({ withoutFigures: true });
    try {
      expect(await bare.page("/industry/data")).toContain("No figures are held here yet.");
      const lead = await bare.person("administrator");
      expect(await bare.page("/desk/industry", { as: lead })).toContain("No figures are held yet.");
    } finally {
      await bare.close();
    }
  });
});
