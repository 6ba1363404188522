import { type Bounded, subtract, UNKNOWN } from "./bounded.ts";
import {
  averagePay,
  averageSize,
  cagr,
  change,
  locationQuotient,
  payRatio,
  percent,
  share,
} from "./measures.ts";
import type { IndustryRow } from "./row.ts";
import { dunn } from "./shift-share.ts";

/** One industry, or all of them, in the region in one period, its counties and ownerships added. */
export interface RegionFigures {
  /** Average jobs. With something withheld: no value, and the sums of its parts' bounds. */
  jobs: Bounded;
  establishments: number;
  /** Jobs of the cells that BLS publishes; what pay is an average over. All of them where nothing is withheld. */
  visibleJobs: number;
  /** Wages of the same cells, in dollars of the period. */
  visibleWages: number;
  /** In how many counties something is withheld. */
  withheldCounties: number;
}

/** The nation in one period, average jobs. */
export interface NationFigures {
  /** The industry, of the ownership that the row counts. */
  industryJobs: Bounded;
  /** All industries and ownerships: of this, shares and location quotients are made. */
  allJobs: Bounded;
  /** All industries of the ownership that the row counts: by this, shift-share takes the nation's growth. */
  scopeJobs: Bounded;
}

export interface IndustryRowInput extends Pick<IndustryRow, "industry" | "title" | "look" | "broken"> {
  first: RegionFigures;
  last: RegionFigures;
  /** All industries and ownerships of the region. */
  regionFirst: RegionFigures;
  regionLast: RegionFigures;
  /** Null where the figures of that period do not have the nation: quotients and shift-share then have no number. */
  nationFirst: NationFigures | null;
  nationLast: NationFigures | null;
  /** Between the periods. */
  years: number;
  /** 1 for figures of years, 4 for figures of quarters. */
  periodsAYear: 1 | 4;
  /** How many counties the region has. */
  counties: number;
  /** In how many of them something is withheld in either period. */
  withheldCounties: number;
}

/** Everything that is said of one industry of a region. Formulas, units and sources: measures.ts, shift-share.ts. */
export function industryRow(input: IndustryRowInput): IndustryRow {
  const { first, last, regionFirst, regionLast, periodsAYear } = input;
  const pay0 = averagePay(first.visibleWages, first.visibleJobs, periodsAYear);
  const pay1 = averagePay(last.visibleWages, last.visibleJobs, periodsAYear);
  const regionPay1 = averagePay(regionLast.visibleWages, regionLast.visibleJobs, periodsAYear);
  return {
    industry: input.industry,
    title: input.title,
    ...(input.look ? { look: input.look } : {}),
    jobs0: first.jobs,
    jobs1: last.jobs,
    nation0: input.nationFirst?.industryJobs ?? null,
    nation1: input.nationLast?.industryJobs ?? null,
    establishments0: first.establishments,
    establishments1: last.establishments,
    averageSize1: averageSize(last.jobs, last.establishments),
    share0: share(first.jobs, regionFirst.jobs),
    share1: share(last.jobs, regionLast.jobs),
    ...comparison(input),
    averagePay0: pay0,
    averagePay1: pay1,
    payIsPartial: first.withheldCounties > 0 || last.withheldCounties > 0,
    payRatio1: payRatio(pay1, regionPay1),
    totalWages1: last.withheldCounties > 0 ? null : last.visibleWages,
    visibleWages1: last.visibleWages,
    withheldCounties: input.withheldCounties,
    withheld0: first.withheldCounties,
    withheld1: last.withheldCounties,
    counties: input.counties,
    isSmall: isSmall(first) || isSmall(last),
    ...(input.broken ? { broken: input.broken } : {}),
  };
}

type Comparison = Pick<
  IndustryRow,
  | "change"
  | "percent"
  | "cagr"
  | "lq0"
  | "lq1"
  | "lqChange"
  | "nationalGrowth"
  | "industryMix"
  | "competitiveEffect"
  | "expectedChange"
>;

function comparison(input: IndustryRowInput): Comparison {
  const { first, last, years } = input;
  const lq0 = quotient(first, input.regionFirst, input.nationFirst);
  const lq1 = quotient(last, input.regionLast, input.nationLast);
  if (input.broken)
    return {
      lq0,
      lq1,
      lqChange: UNKNOWN,
      change: UNKNOWN,
      percent: UNKNOWN,
      cagr: UNKNOWN,
      nationalGrowth: UNKNOWN,
      industryMix: UNKNOWN,
      competitiveEffect: UNKNOWN,
      expectedChange: UNKNOWN,
    };
  const { nationalGrowth, industryMix, competitiveEffect, expectedChange } = shiftShare(input);
  return {
    lq0,
    lq1,
    lqChange: subtract(lq1, lq0),
    change: change(first.jobs, last.jobs),
    percent: percent(first.jobs, last.jobs),
    cagr: cagr(first.jobs, last.jobs, years),
    nationalGrowth,
    industryMix,
    competitiveEffect,
    expectedChange,
  };
}

function quotient(row: RegionFigures, region: RegionFigures, nation: NationFigures | null): Bounded {
  if (!nation) return UNKNOWN;
  return locationQuotient({
    jobs: row.jobs,
    regionJobs: region.jobs,
    nationIndustryJobs: nation.industryJobs,
    nationJobs: nation.allJobs,
  });
}

function shiftShare({ first, last, nationFirst, nationLast }: IndustryRowInput) {
  return dunn({
    jobs0: first.jobs,
    jobs1: last.jobs,
    nationIndustry0: nationFirst?.industryJobs ?? UNKNOWN,
    nationIndustry1: nationLast?.industryJobs ?? UNKNOWN,
    nation0: nationFirst?.scopeJobs ?? UNKNOWN,
    nation1: nationLast?.scopeJobs ?? UNKNOWN,
  });
}

/** Where something is withheld, small only if it must be. */
function isSmall({ establishments, jobs }: RegionFigures): boolean {
  const most = jobs.value ?? jobs.high;
  return establishments < 10 || (most !== null && most < 100);
}
