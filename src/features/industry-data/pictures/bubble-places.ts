import type { IndustryRow } from "../analysis/answer.ts";
import type { Bounded } from "../figures/bounded.ts";
import { sureJobs } from "./wording.ts";

/** What an industry's jobs pay, to the average of the region's: within a tenth counts as the average. */
export type PayClass = "above" | "near" | "below" | "unknown";

export interface PlacedBubble {
  row: IndustryRow;
  /** Its number in the table. */
  number: number;
  /** Percent as a fraction. */
  growth: number;
  quotient: number;
  /** Between what it lies, where the figures leave that open. */
  growthRange?: [number, number];
  quotientRange?: [number, number];
  /** All figures are published. */
  isSure: boolean;
  jobs: number;
  pay: PayClass;
}

/** Wider than this, a place says nothing: 12 percentage points of growth, a quotient half as much again. */
const WIDEST_GROWTH = 0.12;
const WIDEST_QUOTIENT = 1.5;

/** A bubble, where the figures give it a place; in the middle of what is possible where they leave that open. */
export function placeable(row: IndustryRow, number: number): PlacedBubble | undefined {
  const growth = middle(row.percent);
  const quotient = middle(row.lq1);
  if (growth === undefined || quotient === undefined) return;
  const growthRange = rangeOf(row.percent);
  const quotientRange = rangeOf(row.lq1);
  if (growthRange && growthRange[1] - growthRange[0] > WIDEST_GROWTH) return;
  if (quotientRange && quotientRange[1] > WIDEST_QUOTIENT * Math.max(quotientRange[0], 0.05)) return;
  return {
    row,
    number,
    growth,
    quotient,
    ...(growthRange ? { growthRange } : {}),
    ...(quotientRange ? { quotientRange } : {}),
    isSure: !growthRange && !quotientRange,
    jobs: sureJobs(row),
    pay: payClass(row),
  };
}

function middle({ value, low, high }: Bounded): number | undefined {
  if (value !== null) return value;
  return low !== null && high !== null ? (low + high) / 2 : undefined;
}

function rangeOf({ value, low, high }: Bounded): [number, number] | undefined {
  return value === null && low !== null && high !== null ? [low, high] : undefined;
}

function payClass({ payRatio1 }: IndustryRow): PayClass {
  if (payRatio1 === null) return "unknown";
  return payRatio1 >= 1.1 ? "above" : payRatio1 > 0.9 ? "near" : "below";
}
