import { type Bounded, exactly } from "./bounded.ts";

export const NORMALISATIONS = ["min-max", "rank"] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/**
 * Puts the figures of one criterion on a scale from 0, the worst, to 1, the best. No unit is left.
 *
 * - `min-max`: `(x − least) / (most − least)`. Least and most are those of the figures that are published, so that a
 *   withheld one does not move the others; what lies beyond comes to 0 or 1.
 * - `rank`: part of the other candidates that it is better than; whom it equals counts half.
 *
 * A withheld figure has no value, and its score lies between those of its bounds. Where all are equal, the criterion
 * says nothing between them, and all get one half.
 *
 * @param better `less`: the least figure is the best
 */
export function normalise(
  figures: readonly Bounded[],
  better: "more" | "less",
  how: Normalisation,
): Bounded[] {
  const more = how === "rank" ? byRank(figures) : byRange(figures);
  return better === "more" ? more : more.map(turned);
}

function turned({ value, low, high }: Bounded): Bounded {
  return { value: value === null ? null : 1 - value, low: 1 - (high ?? 1), high: 1 - (low ?? 0) };
}

function byRange(figures: readonly Bounded[]): Bounded[] {
  const [least, most] = rangeOf(figures);
  if (least === most) return figures.map((figure) => (figure.value === null ? OPEN : exactly(0.5)));
  const place = (number: number) => Math.min(1, Math.max(0, (number - least) / (most - least)));
  return figures.map(({ value, low, high }) => ({
    value: value === null ? null : place(value),
    low: low === null ? 0 : place(low),
    high: high === null ? 1 : place(high),
  }));
}

const OPEN: Bounded = { value: null, low: 0, high: 1 };

/** With fewer than two published figures that differ, the ends of the bounds have to make the scale. */
function rangeOf(figures: readonly Bounded[]): [number, number] {
  const known = (numbers: (number | null)[]) => numbers.filter((number) => number !== null);
  const values = known(figures.map(({ value }) => value));
  if (new Set(values).size > 1) return [Math.min(...values), Math.max(...values)];
  const ends = [...values, ...known(figures.flatMap(({ low, high }) => [low, high]))];
  return ends.length > 0 ? [Math.min(...ends), Math.max(...ends)] : [0, 0];
}

function byRank(figures: readonly Bounded[]): Bounded[] {
  const others = figures.length - 1;
  if (others < 1) return figures.map(({ value }) => (value === null ? OPEN : exactly(0.5)));
  return figures.map((own, at) => {
    let [low, high] = [0, 0];
    for (const [place, other] of figures.entries()) {
      if (place === at) continue;
      low += points(bottom(own), top(other));
      high += points(top(own), bottom(other));
    }
    const value = low === high && own.value !== null ? low / others : null;
    return { value, low: low / others, high: high / others };
  });
}

function points(own: number, other: number): number {
  if (own === other && Number.isFinite(own)) return 0.5;
  return own > other ? 1 : 0;
}

const bottom = ({ low }: Bounded) => low ?? Number.NEGATIVE_INFINITY;
const top = ({ high }: Bounded) => high ?? Number.POSITIVE_INFINITY;
