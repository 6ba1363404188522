import type { Bounded } from "./bounded.ts";
import type { IndustryRow } from "./row.ts";

/** `maybe`: it hangs on what is withheld, or a figure is missing. */
export type Verdict = "yes" | "no" | "maybe";

/**
 * Whether an industry is an emerging one: a location quotient of at most 1 in the first period and at least 1 in the
 * last, and an average pay above the region's.
 *
 * Source: EMSI, "Find emerging industries using Analyst", 2012,
 * http://www.economicmodeling.com/2012/07/09/find-emerging-industries-using-analyst-2/
 */
export function isEmerging(row: Pick<IndustryRow, "lq0" | "lq1" | "payRatio1">): Verdict {
  return every([atMost(row.lq0, 1), atLeast(row.lq1, 1), above(row.payRatio1, 1)]);
}

function atMost({ low, high }: Bounded, limit: number): Verdict {
  if (high !== null && high <= limit) return "yes";
  return low !== null && low > limit ? "no" : "maybe";
}

function atLeast({ low, high }: Bounded, limit: number): Verdict {
  if (low !== null && low >= limit) return "yes";
  return high !== null && high < limit ? "no" : "maybe";
}

function above(ratio: number | null, limit: number): Verdict {
  if (ratio === null) return "maybe";
  return ratio > limit ? "yes" : "no";
}

function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("maybe") ? "maybe" : "yes";
}
