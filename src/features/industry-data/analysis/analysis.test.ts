import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSheetRows } from "#kit/read-workbook.ts";
import { openWorld, type World } from "#kit/world.ts";
import { addSector } from "../../sectors/actions.ts";
import { analyzePlace } from "./analyze.ts";
import type { AnalysisQuestion } from "./question.ts";

const ASKED = "counties=56019,56033&from=2015&to=2016";
const SHERIDAN_AND_JOHNSON = `${ASKED}&ownership=private&level=sector`;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
});
afterAll(() => world.close());

async function api(query: string) {
  return (await world.get(`/api/v1/industry/analysis?${query}`)).json();
}
const rowOf = (answer: { rows: Record<string, never>[] }, industry: string) =>
  answer.rows.find((row) => row.industry === industry) as unknown as Record<string, number | null> & {
    bounds: Record<string, [number, number]>;
  };

describe("figures as BLS publishes them", () => {
  it("are Wyoming's of 2015 and 2016, a mining bust", async () => {
    const question: AnalysisQuestion = {
      counties: [],
      from: "2015",
      to: "2016",
      ownership: "private",
      level: "sector",
      sectors: [],
    };
    const answer = await analyzePlace(await world.ctx(), { geography: "state", areas: ["56000"] }, question);
    const jobs = Object.fromEntries(
      answer.rows.map(({ industry, jobs0, jobs1 }) => [industry, [jobs0.value, jobs1.value]]),
    );
    expect(answer.total.scope.jobs0.value).toBe(215_998);
    expect(answer.total.scope.jobs1.value).toBe(205_040);
    expect(jobs).toMatchObject({
      21: [23_860, 18_777],
      23: [23_256, 21_104],
      62: [24_280, 24_776],
      72: [32_991, 32_574],
      "31-33": [9_759, 9_229],
    });
  });

  it("give the nation a quotient of 1 in everything, and no competitive effect", async () => {
    const question: AnalysisQuestion = {
      counties: [],
      from: "2015",
      to: "2016",
      ownership: "all",
      level: "sector",
      sectors: [],
    };
    const { rows } = await analyzePlace(
      await world.ctx(),
      { geography: "nation", areas: ["US000"] },
      question,
    );
    expect(rows.length).toBeGreaterThan(18);
    for (const { lq1, competitiveEffect } of rows) {
      expect(lq1.value).toBeCloseTo(1, 9);
      if (competitiveEffect.value !== null) expect(competitiveEffect.value).toBeCloseTo(0, 3);
    }
  });
});

describe("an answer of the API", () => {
  it("says what is withheld by null and bounds, never by zero", async () => {
    const care = rowOf(await api(SHERIDAN_AND_JOHNSON), "62");
    expect(care).toMatchObject({ jobs1: null, withheldCounties: 2, counties: 2, lq1: null, percent: null });
    expect(care.lower1).toBeGreaterThan(0);
    expect(care.upper1).toBeGreaterThan(care.lower1!);
    expect(care.bounds.jobs1).toEqual([care.lower1, care.upper1]);
    expect(care.establishments1).toBeGreaterThan(50);
  });

  it("has parts of shift-share that add up to the change", async () => {
    const { rows } = await api(SHERIDAN_AND_JOHNSON);
    const complete = rows.filter((row: Record<string, unknown>) => row.competitiveEffect !== null);
    expect(complete.length).toBeGreaterThan(10);
    for (const row of complete)
      expect(row.nationalGrowth + row.industryMix + row.competitiveEffect).toBeCloseTo(row.change, 6);
  });

  it("carries the error of the nation's figures through, where they were added up", async () => {
    const mining = rowOf(await api(SHERIDAN_AND_JOHNSON), "21");
    expect(mining).toMatchObject({ jobs0: 366, jobs1: 391, change: 25, competitiveEffect: null });
    const [low, high] = mining.bounds.competitiveEffect!;
    expect(low).toBeGreaterThan(80);
    expect(high).toBeLessThan(120);
  });

  it("counts public employers where all are asked for, so that schools are not lost", async () => {
    const cheyenne = "counties=56021&from=2015&to=2016&level=sector";
    const schools = rowOf(await api(`${cheyenne}&ownership=all`), "61");
    const privateOnes = rowOf(await api(`${cheyenne}&ownership=private`), "61");
    expect(schools.lower1).toBeGreaterThan(privateOnes.upper1!);
  });

  it("has the finer industries that the starter's sectors name: Denver's technology, of BLS's own rows", async () => {
    const asked = "counties=08031&from=2015&to=2016&ownership=private&level=named";
    const { rows } = await api(asked);
    expect(rows.filter(({ broken }: { broken?: string }) => broken)).toEqual([]);
    expect(rowOf({ rows }, "technology")).toMatchObject({
      jobs0: 238 + 2440 + 1570 + 571 + 11_015,
      jobs1: 257 + 2592 + 1988 + 603 + 12_656,
      establishments1: 20 + 106 + 176 + 121 + 1549,
    });
  });

  it("tells that a sector needs finer figures than are held, instead of a zero", async () => {
    const ctx = await world.ctx({ kind: "system", name: "Test" });
    const codes = ["6211", "62121", "621112"].map((code) => ({ code, vintage: 2017 as const }));
    const added = await addSector(ctx, {
      name: "Offices of doctors",
      description: "Doctors and dentists.",
      hue: "healthcare",
      icon: "heart-pulse",
      includePublicOwnership: false,
      codes,
    });
    expect(added.ok).toBe(true);
    const offices = rowOf(await api(`${ASKED}&level=named&sectors=offices-of-doctors`), "offices-of-doctors");
    expect(offices).toMatchObject({
      jobs1: null,
      broken: expect.stringContaining("held to 3 digits here, and this sector counts 6211 and 62121."),
    });
  });
});

describe("a question that cannot be answered", () => {
  const problems = async (query: string) => (await api(query)).problems;

  it("names what to mend, field by field", async () => {
    expect(await problems("counties=56999")).toEqual({ counties: [expect.stringContaining("no county")] });
    expect(await problems("counties=")).toEqual({ counties: [expect.stringContaining("at least one")] });
    expect(await problems("counties=56033&from=2016&to=2015")).toEqual({
      to: ["The last period must come after the first, 2016."],
    });
    expect(await problems("counties=56033&from=2016&to=2016")).toHaveProperty("to");
    expect(await problems("counties=56033&from=1890")).toEqual({
      from: [expect.stringContaining("There are: 2015, 2016.")],
    });
    expect(await problems("counties=56033&from=last year")).toHaveProperty("from");
    expect(await problems("counties=56033&ownership=mine&level=9")).toEqual({
      ownership: [expect.stringContaining("all, private")],
      level: [expect.stringContaining("named, sector, 3, 4")],
    });
    expect(await problems("counties=56033&sectors=alchemy")).toEqual({
      sectors: ["No sector here is called “alchemy”."],
    });
  });

  it("is told to what digits figures are held", async () => {
    expect(await problems("counties=56033&level=4")).toEqual({
      level: [expect.stringContaining("held to 3 digits for these counties")],
    });
  });

  it("names a county that had no figures in that year", async () => {
    expect(await problems("counties=09110")).toEqual({
      counties: [expect.stringContaining("planning regions from 2024"), expect.anything()],
    });
  });

  it("refuses more counties than a region has, with their number", async () => {
    const counties = Array.from({ length: 254 }, (_, index) => 48_001 + 2 * index).join(",");
    expect(await problems(`counties=${counties}`)).toEqual({
      counties: [expect.stringContaining("These are 254 counties")],
    });
  });

  it("comes back as a page with the sentence at its field, and what was typed", async () => {
    const response = await world.get("/industry/analysis?counties=Atlantis&from=2015&to=2016");
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain("No county is called “Atlantis”");
    expect(page).toMatch(/<textarea[^>]*>\s*Atlantis/);
  });
});

describe("the page", () => {
  it("has one address for one question, however it was typed", async () => {
    const typed = new URLSearchParams({
      counties: "Sheridan, WY\r\nJohnson County, WY",
      from: "2015",
      to: "2016",
    });
    const response = await world.get(`/industry/analysis?${typed}`);
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe(`/industry/analysis?${ASKED}&ownership=all&level=named`);
  });

  it("stays within its weight, with every three-digit industry of fifteen counties", async () => {
    const ohio = "39041,39045,39047,39049,39073,39083,39089,39091,39097,39101,39117,39127,39129,39141,39159";
    const page = await world.page(
      `/industry/analysis?counties=${ohio}&from=2015&to=2016&ownership=all&level=3`,
    );
    expect(page.length).toBeLessThan(120 * 1024);
    expect(page).toContain("15 counties of Ohio");
  });

  it("marks what is withheld in words, and shows no zero for it", async () => {
    const page = await world.page(`/industry/analysis?${SHERIDAN_AND_JOHNSON}`);
    expect(page).toContain("never zero");
    expect(page).toMatch(/2 of 2/);
  });
});

describe("files to take along", () => {
  it("are the same figures as a table, withheld ones as bounds", async () => {
    const csv = await (await world.get(`/industry/analysis.csv?${SHERIDAN_AND_JOHNSON}`)).text();
    const [headings, ...lines] = csv.replace("\ufeff", "").trim().split("\r\n");
    const at = (name: string) => headings!.split(",").indexOf(name);
    const care = lines.find((line) => line.startsWith("62,"))!.split(",");
    expect(care[at("jobs1")]).toBe("");
    expect(Number(care[at("jobs1_at_most")])).toBeGreaterThan(0);
  });

  it("are a workbook whose measures are formulas with the values that the API gives", async () => {
    const response = await world.get(`/industry/analysis.xlsx?${SHERIDAN_AND_JOHNSON}`);
    const cells = await readSheetRows(Buffer.from(await response.arrayBuffer()));
    const retail = cells.find((row) => row[0]?.text === "44-45")!;
    const answer = rowOf(await api(SHERIDAN_AND_JOHNSON), "44-45");
    const byFormula = Object.fromEntries(
      retail.filter(({ formula }) => formula).map((one) => [one.formula, one.value]),
    );
    expect(Object.keys(byFormula).length).toBeGreaterThan(8);
    const values = Object.values(byFormula) as number[];
    for (const name of ["change", "lq1", "competitiveEffect", "cagr"])
      expect(values.some((value) => Math.abs(value - answer[name]!) < 1e-6)).toBe(true);
  });
});
