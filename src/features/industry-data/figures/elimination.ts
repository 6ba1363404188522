import type { Bounded } from "./bounded.ts";
import { type Candidate, type Criterion, figuresOf } from "./scoring.ts";

export interface EliminationRound {
  criterion: string;
  /** How many were to stay. */
  aim: number;
  dropped: readonly string[];
  /** As the candidates came. More than `aim` where some are equal, or may be for all that is withheld. */
  remaining: readonly string[];
}

/**
 * Drops the weakest at each criterion, in the order in which they are given (the most important first), until about
 * `keep` remain. Each round drops as many as the others, the earlier ones one more where it does not come out even.
 *
 * A candidate falls where at least as many as are to stay are surely better than it. So nobody falls by the toss of a
 * coin, nor because a figure is withheld: who equals the last that stays, or may, stays as well.
 *
 * Source: rank criteria by the community's need and drop the weakest industries at each until two or three remain
 * (http://www.policyarchive.org/handle/10207/5739).
 */
export function eliminate(
  candidates: readonly Candidate[],
  criteria: readonly Pick<Criterion, "key" | "better">[],
  keep: number,
): EliminationRound[] {
  let left = candidates;
  return criteria.map(({ key, better }, round) => {
    const surplus = Math.max(0, left.length - keep);
    const aim = left.length - Math.ceil(surplus / (criteria.length - round));
    const ranges = figuresOf(left, key).map((figure) => rangeOf(figure, better));
    const falls = ranges.map((own) => ranges.filter((other) => other.least > own.most).length >= aim);
    const dropped = left.filter((_, at) => falls[at]).map((one) => one.key);
    left = left.filter((_, at) => !falls[at]);
    return { criterion: key, aim, dropped, remaining: left.map((one) => one.key) };
  });
}

/** The more, the better. */
function rangeOf({ low, high }: Bounded, better: "more" | "less"): { least: number; most: number } {
  const least = low ?? Number.NEGATIVE_INFINITY;
  const most = high ?? Number.POSITIVE_INFINITY;
  return better === "more" ? { least, most } : { least: -most, most: -least };
}
