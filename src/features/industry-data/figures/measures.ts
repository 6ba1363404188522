import { add, type Bounded, divide, exactly, raise, subtract, within } from "./bounded.ts";

/**
 * The letters of the formulas, as the field writes them: `e` jobs of the industry in the region, `r` jobs of all
 * industries in the region, `E` and `N` the same in the nation; 0 and 1 are the first and the last period.
 */

/** Part of a whole, `e / r`. A fraction: 0.05 is 5 percent. A part is never more than its whole. */
export function share(part: Bounded, whole: Bounded): Bounded {
  const known = divide(part, whole);
  return known.low === null && known.high === null ? known : within(known, 0, 1);
}

/** `e1 − e0`, in jobs. */
export function change(jobs0: Bounded, jobs1: Bounded): Bounded {
  return subtract(jobs1, jobs0);
}

/** `(e1 − e0) / e0`, a fraction. No number where there were no jobs at first: the industry is new. */
export function percent(jobs0: Bounded, jobs1: Bounded): Bounded {
  // Said as e1/e0 − 1, in which every figure stands once, so that the bounds are as narrow as they can be.
  return add(divide(jobs1, jobs0), exactly(-1));
}

/** Compound yearly growth, `(e1 / e0)^(1 / years) − 1`, a fraction a year. */
export function cagr(jobs0: Bounded, jobs1: Bounded, years: number): Bounded {
  return raise(
    within(divide(jobs1, jobs0), 0, Number.POSITIVE_INFINITY),
    (ratio) => ratio ** (1 / years) - 1,
  );
}

/**
 * Location quotient, `(e / r) / (E / N)`, without a unit: 1 means the same share of jobs as in the nation. As BLS
 * publishes it, the industry counts the ownership that is asked for, and both totals count all ownerships.
 *
 * Source: BLS, "QCEW Location Quotients Explained",
 * https://www.bls.gov/cew/about-data/location-quotients-explained.htm
 */
export function locationQuotient(cells: {
  jobs: Bounded;
  regionJobs: Bounded;
  nationIndustryJobs: Bounded;
  nationJobs: Bounded;
}): Bounded {
  return divide(share(cells.jobs, cells.regionJobs), share(cells.nationIndustryJobs, cells.nationJobs));
}

/** Jobs to an establishment, a year's average by a year's average. */
export function averageSize(jobs: Bounded, establishments: number): Bounded {
  return divide(jobs, exactly(establishments));
}

/**
 * Average annual pay: all wages by all jobs, in dollars a year; null without jobs. Of several counties the wages are
 * added and the jobs are added, never the averages averaged.
 *
 * @param periodsAYear 1 for figures of years, 4 for figures of quarters
 */
export function averagePay(wages: number, jobs: number, periodsAYear: 1 | 4): number | null {
  return jobs > 0 ? (wages / jobs) * periodsAYear : null;
}

/** Average pay to the average pay of all jobs of the region, without a unit. */
export function payRatio(pay: number | null, regionPay: number | null): number | null {
  return pay !== null && regionPay ? pay / regionPay : null;
}

/**
 * A quotient as BLS prints it: the unrounded ratio, to two decimals, a half up. A half such as 0.285 has no exact binary
 * number, so what is nearer to a half than this arithmetic can tell counts as a half.
 */
export function asPublished(quotient: number): number {
  const hundredths = quotient * 100;
  return Math.floor(hundredths + 0.5 + Math.abs(hundredths) * 2 ** -50) / 100;
}
