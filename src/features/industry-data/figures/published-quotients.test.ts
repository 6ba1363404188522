import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { between, exactly } from "./bounded.ts";
import { asPublished, locationQuotient } from "./measures.ts";

/** A quotient that BLS published, and the jobs it was made of. */
interface Published {
  period: string;
  area: string;
  industry: string;
  jobs: number;
  areaJobs: number;
  quotient: number;
}

let published: Published[];
/** Jobs of the nation, by period and industry; `total` counts all ownerships. */
let nation: Map<string, number>;

/** bin/gather-quotients.ts wrote the file and says what is in it. */
beforeAll(() => {
  const text = gunzipSync(readFileSync("test/known-answers/bls-published-quotients.csv.gz")).toString();
  const lines = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",") as [string, string, string, string, string]);
  const totals = new Map(
    lines
      .filter(([, , industry]) => industry === "total")
      .map(([period, area, , jobs]) => [`${period} ${area}`, Number(jobs)]),
  );
  nation = new Map(
    lines
      .filter(([, area]) => area === "US000")
      .map(([period, , industry, jobs]) => [`${period} ${industry}`, Number(jobs)]),
  );
  published = lines
    .filter(([, , , , quotient]) => quotient !== "")
    .map(([period, area, industry, jobs, quotient]) => ({
      period,
      area,
      industry,
      jobs: Number(jobs),
      areaJobs: totals.get(`${period} ${area}`) ?? Number.NaN,
      quotient: Number(quotient),
    }));
});

function ours({ jobs, areaJobs }: Published, industryJobs: number, allJobs: number): number {
  const { value } = locationQuotient({
    jobs: exactly(jobs),
    regionJobs: exactly(areaJobs),
    nationIndustryJobs: exactly(industryJobs),
    nationJobs: exactly(allJobs),
  });
  return asPublished(value ?? Number.NaN);
}

/** All that is said of one industry in one period, wherever: one share of the nation stands behind it. */
const series = (rows: readonly Published[]) =>
  Map.groupBy(rows, ({ period, industry }) => `${period} ${industry}`).values();

/**
 * Between which shares of the nation's jobs an industry must lie, if all its quotients were made with the same one: a
 * quotient q was rounded from q − 0.005 up to, but not including, q + 0.005.
 */
function impliedShare(rows: readonly Published[]): { low: number; high: number } {
  const some = rows.filter(({ jobs }) => jobs > 0);
  const low = some.map(({ jobs, areaJobs, quotient }) => jobs / areaJobs / (quotient + 0.005));
  const high = some.map(({ jobs, areaJobs, quotient }) =>
    quotient > 0 ? jobs / areaJobs / (quotient - 0.005) : 1,
  );
  return { low: Math.max(0, ...low), high: Math.min(1, ...high) };
}

/** The counts are told, so that whoever runs the tests sees how much was held against BLS. */
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

describe("BLS's published quotients", () => {
  it("every one whose base is here comes out to the two decimals printed", () => {
    const held = published.filter(
      ({ period, industry }) => nation.has(`${period} ${industry}`) && nation.has(`${period} total`),
    );
    const wrong = held.filter(
      (one) =>
        ours(one, nation.get(`${one.period} ${one.industry}`)!, nation.get(`${one.period} total`)!) !==
        one.quotient,
    );
    expect(wrong).toEqual([]);
    expect(held.length).toBe(2_997);
    print(
      `${held.length} of ${held.length} published monthly quotients (Wyoming 2016, state and counties, 16 private ` +
        "sectors, nine months) come out to two decimals with the nation's own jobs.",
    );
  });

  it("in the months without a total of the nation, one total makes all of them", () => {
    const months = ["2016-02", "2016-03", "2016-06"];
    const held = published.filter(
      ({ period, industry }) => months.includes(period) && nation.has(`${period} ${industry}`),
    );
    for (const period of months) {
      const rows = held.filter((one) => one.period === period && one.jobs > 0);
      const industryJobs = ({ industry }: Published) => nation.get(`${period} ${industry}`)!;
      const low = rows.map((one) => ((one.quotient - 0.005) * one.areaJobs * industryJobs(one)) / one.jobs);
      const high = rows.map((one) => ((one.quotient + 0.005) * one.areaJobs * industryJobs(one)) / one.jobs);
      const total = (Math.max(...low) + Math.min(...high)) / 2;
      // As large as the nation's covered jobs were that winter and spring.
      expect(total).toBeGreaterThan(138_000_000);
      expect(total).toBeLessThan(144_000_000);
      expect(rows.filter((one) => ours(one, industryJobs(one), total) !== one.quotient)).toEqual([]);
    }
    expect(held.length).toBe(1_014);
    print(`${held.length} more come out in the three other months, each month with one total.`);
  });

  it("those without a base of their own agree with each other: one share of the nation makes all of a series", () => {
    let [count, many] = [0, 0];
    for (const rows of series(published)) {
      if (rows.length < 2) continue;
      const { low, high } = impliedShare(rows);
      const wrong = rows.filter((one) => ours(one, (low + high) / 2, 1) !== one.quotient);
      expect(wrong).toEqual([]);
      count += rows.length;
      many += 1;
    }
    expect({ count, many }).toEqual({ count: 84_425, many: 11_845 });
    print(
      `${count} published quotients in ${many} private series of two areas or more (Wyoming 2016 by month, ` +
        "15 counties of Ohio 2020 and 2023 by year) come out with one share of the nation for each series.",
    );
  });

  it("with a share of which only bounds are known, every published quotient lies between the bounds", () => {
    const annual = published.filter(({ period }) => period.length === 4);
    for (const rows of series(annual)) {
      const { low, high } = impliedShare(rows);
      for (const { jobs, areaJobs, quotient } of rows) {
        const bounded = locationQuotient({
          jobs: exactly(jobs),
          regionJobs: exactly(areaJobs),
          nationIndustryJobs: between(low, high),
          nationJobs: exactly(1),
        });
        expect(bounded.value).toBeNull();
        expect(bounded.low ?? 0).toBeLessThanOrEqual(quotient + 0.005 + 1e-9);
        if (jobs > 0) expect(bounded.high ?? Infinity).toBeGreaterThanOrEqual(quotient - 0.005 - 1e-9);
      }
    }
    expect(annual.length).toBe(11_262);
  });
});

it.each([
  [0.285, 0.29],
  [1.005, 1.01],
  [0.4849999, 0.48],
  [0, 0],
  [12.344999, 12.34],
])("%s is printed as %s", (quotient, printed) => {
  expect(asPublished(quotient)).toBe(printed);
});
