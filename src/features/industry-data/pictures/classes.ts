import type { FigureFormat } from "../analysis/figure-words.ts";
import { type Compared, MEASURES } from "../comparing/measures.ts";
import type { Bounded } from "../figures/bounded.ts";
import { quantile } from "./scales.ts";

/** Figures in at most four classes, from least to most. */
export interface Classes {
  words: readonly string[];
  /** 0 to 3; the class of what is withheld is undefined, unless all that is possible lies in one. */
  classOf(figure: Bounded): number | undefined;
}

/**
 * Quotients are held against the nation's share and growth against standing still, wherever that is; everything else
 * goes by quarters, their limits rounded so that they can be read.
 */
export function classesOf(measure: Compared, figures: readonly Bounded[]): Classes {
  const { format } = MEASURES[measure];
  const known = figures.flatMap(({ value }) => value ?? []);
  const limits = limitsOf(measure, known);
  const of = (value: number) => limits.filter((limit) => value >= limit).length;
  return {
    words: known.length === 0 ? [] : wordsOf(limits, measure === "growth" ? growthFormat(format) : format),
    classOf({ value, low, high }) {
      if (value !== null) return of(value);
      if (low === null || high === null || limits.length === 0) return undefined;
      return of(low) === of(high) ? of(low) : undefined;
    },
  };
}

function limitsOf(measure: Compared, known: readonly number[]): number[] {
  if (measure === "lq") return [0.8, 1.25, 2];
  if (measure === "growth") {
    const usual = rounded(quantile(known.map(Math.abs), 0.6) || 0.05);
    return [-usual, 0, usual];
  }
  const limits = [0.25, 0.5, 0.75].map((part) => rounded(quantile(known, part)));
  return [...new Set(limits)].filter((limit) => limit > 0 && known.some((value) => value < limit));
}

/** Two figures that count: 67,645 becomes 68,000. */
function rounded(value: number): number {
  if (value === 0) return 0;
  const power = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return Math.round(value / power) * power;
}

function wordsOf(limits: readonly number[], format: FigureFormat): string[] {
  if (limits.length === 0) return ["All of them"];
  return [
    `Under ${format(limits[0]!)}`,
    ...limits.slice(1).map((limit, index) => `${format(limits[index]!)} to ${format(limit)}`),
    `${format(limits.at(-1)!)} and more`,
  ];
}

const growthFormat =
  (format: FigureFormat): FigureFormat =>
  (value) =>
    value === 0 ? "0%" : format(value);
