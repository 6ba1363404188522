import type { IndustryRow } from "../analysis/answer.ts";
import type { Bounded } from "../figures/bounded.ts";
import { sureJobs } from "./wording.ts";

/** What an industry's jobs pay, to the average of the region's: within a tenth counts as the average. */
export type PayClass = "above" | "near" | "below" | "unknown";

export interface PlacedBubble {
  row: IndustryRow;
  /** Its number in the table. */
  number: number;
  /** Percent as a fraction; undefined where too much is withheld to say: it stands beside the plot then. */
  growth: number | undefined;
  quotient: number;
  /** Between what it lies, where the figures leave that open. */
  growthRange?: [number, number];
  quotientRange?: [number, number];
  /** All figures are published. */
  isSure: boolean;
  jobs: number;
  pay: PayClass;
}

/** Beside the plot there is room for so many. */
const MOST_BESIDE = 5;

/** Every industry that the figures give a place, by number; the largest few without a growth stand beside the plot. */
export function placedBubbles(rows: readonly IndustryRow[]): PlacedBubble[] {
  const bubbles = rows.flatMap((row, index) => placeable(row, index + 1) ?? []);
  const beside = bubbles.filter(({ growth }) => growth === undefined).slice(0, MOST_BESIDE);
  return bubbles.filter((bubble) => bubble.growth !== undefined || beside.includes(bubble));
}

/**
 * Wider than this, a place says nothing: 12 percentage points of growth, a quotient half as much again. Beside the plot, where a reader expects less,
 * a quotient may be three times another.
 */
const WIDEST_GROWTH = 0.12;
const WIDEST_QUOTIENT = 1.5;
const WIDEST_BESIDE = 3.5;

/** In the middle of what is possible where the figures leave that open. */
function placeable(row: IndustryRow, number: number): PlacedBubble | undefined {
  const quotient = middle(row.lq1);
  if (quotient === undefined || row.broken || sureJobs(row) === 0) return;
  const quotientRange = rangeOf(row.lq1);
  const wide = quotientRange ? quotientRange[1] / Math.max(quotientRange[0], 0.01) : 1;
  const growthRange = rangeOf(row.percent);
  const isTold = !growthRange || growthRange[1] - growthRange[0] <= WIDEST_GROWTH;
  const growth = isTold && wide <= WIDEST_QUOTIENT ? middle(row.percent) : undefined;
  // Without any growth there is none to wonder about: an industry that is new here.
  if (growth === undefined && (wide > WIDEST_BESIDE || row.percent.low === null)) return;
  return {
    row,
    number,
    growth,
    quotient,
    ...(growthRange && growth !== undefined ? { growthRange } : {}),
    ...(quotientRange ? { quotientRange } : {}),
    isSure: growth !== undefined && !growthRange && !quotientRange,
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
