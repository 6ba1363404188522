import { expect, it } from "vitest";
import { between, exactly, UNKNOWN } from "./bounded.ts";
import { type IndustryRowInput, industryRow, type RegionFigures } from "./industry-row.ts";

const figures = (jobs: number, establishments = 100, pay = 50_000): RegionFigures => ({
  jobs: exactly(jobs),
  establishments,
  visibleJobs: jobs,
  visibleWages: jobs * pay,
  withheldCounties: 0,
});
const nation = (industry: number, all: number) => ({
  industryJobs: exactly(industry),
  allJobs: exactly(all),
  scopeJobs: exactly(all),
});

/** The check example of the field's notes. */
const example: IndustryRowInput = {
  industry: "62",
  title: "Health care",
  first: figures(4_000),
  last: figures(4_600, 230, 60_000),
  regionFirst: figures(50_000),
  regionLast: figures(52_000),
  nationFirst: nation(12_000_000, 140_000_000),
  nationLast: nation(12_900_000, 147_000_000),
  years: 5,
  periodsAYear: 1,
  counties: 2,
  withheldCounties: 0,
};

it("says of an industry what the check example says", () => {
  const row = industryRow(example);
  expect(row.nationalGrowth.value).toBeCloseTo(200, 8);
  expect(row.industryMix.value).toBeCloseTo(100, 8);
  expect(row.competitiveEffect.value).toBeCloseTo(300, 8);
  expect(row.change).toEqual(exactly(600));
  expect(row.expectedChange.value).toBeCloseTo(300, 8);
  expect(row.lq0.value).toBeCloseTo(0.9333, 4);
  expect(row.lq1.value).toBeCloseTo(1.0081, 4);
  expect(row.percent.value).toBeCloseTo(0.15, 12);
  expect(row.cagr.value).toBeCloseTo(0.028347, 6);
  expect(row.share1.value).toBeCloseTo(4_600 / 52_000, 12);
  expect(row.averageSize1.value).toBe(20);
  expect(row.averagePay1).toBe(60_000);
  expect(row.payRatio1).toBe(1.2);
  expect(row.totalWages1).toBe(276_000_000);
  expect(row.isSmall).toBe(false);
});

it("what is withheld is at least and at most, and never a number", () => {
  const row = industryRow({
    ...example,
    last: { ...figures(4_500, 230), jobs: between(4_500, 4_700), withheldCounties: 1 },
    withheldCounties: 1,
  });
  expect(row.change).toEqual(between(500, 700));
  expect(row.competitiveEffect.value).toBeNull();
  expect(row.competitiveEffect.low).toBeCloseTo(200, 8);
  expect(row.competitiveEffect.high).toBeCloseTo(400, 8);
  expect(row.nationalGrowth.value).toBeCloseTo(200, 8);
  expect(row.totalWages1).toBeNull();
  expect(row.visibleWages1).toBe(225_000_000);
  expect(row.payIsPartial).toBe(true);
});

it("without the nation of a period there is neither quotient nor shift-share, and the rest stands", () => {
  const row = industryRow({ ...example, nationFirst: null });
  expect(row.lq0).toEqual(UNKNOWN);
  expect(row.lq1.value).toBeCloseTo(1.0081, 4);
  expect(row.lqChange).toEqual(UNKNOWN);
  expect(row.nationalGrowth).toEqual(UNKNOWN);
  expect(row.competitiveEffect.value).toBeNull();
  expect(row.change.value).toBe(600);
});

it("a new industry has a change and no rate of it", () => {
  const row = industryRow({ ...example, first: figures(0, 0) });
  expect(row.change.value).toBe(4_600);
  expect(row.percent).toEqual(UNKNOWN);
  expect(row.competitiveEffect).toEqual(UNKNOWN);
  expect(row.averagePay0).toBeNull();
  expect(row.isSmall).toBe(true);
});

it("across a break of the classification nothing is compared", () => {
  const row = industryRow({ ...example, broken: "519 was another industry before 2022." });
  expect([row.change, row.percent, row.cagr, row.lqChange, row.industryMix]).toEqual(Array(5).fill(UNKNOWN));
  expect(row.lq1.value).toBeCloseTo(1.0081, 4);
});

it("the pay of a quarter is told by the year", () => {
  expect(industryRow({ ...example, periodsAYear: 4 }).averagePay1).toBe(240_000);
});
