import type { Bounded } from "../figures/bounded.ts";
import type { Normalisation } from "../figures/normalise.ts";
import type { Scored } from "../figures/scoring.ts";

const points = (part: number) => String(Math.round(part * 100));

/** A score of 0 to 1 as points of 100: "72", "41 to 78" where it hangs on what is withheld or not settled. */
export function pointsText({ value, low, high }: Bounded): string {
  const [from, to] = [points(low ?? 0), points(high ?? 1)];
  if (value !== null && from === to) return points(value);
  return from === to ? from : `${from} to ${to}`;
}

/** "1", "2, with others", "2, may be 1 to 4". */
export function placeText({ place, tied, bestPlace, worstPlace }: Scored): string {
  if (bestPlace !== worstPlace && !(tied && bestPlace === place && worstPlace === place))
    return `${place}, may be ${bestPlace} to ${worstPlace}`;
  return tied ? `${place}, with others` : String(place);
}

/** How figures became comparable, in a sentence. */
export const SCALE_WORDS: Record<Normalisation, string> = {
  "min-max":
    "By each criterion the least of the candidates gets 0 points, the most gets 100, and the others stand in between as far as they are apart.",
  rank: "By each criterion a candidate gets as many of 100 points as the part of the other candidates that it is better than; whom it equals counts half.",
};

/** What the sum is, and what it says where something is withheld. */
export const SUM_WORDS =
  "The score is the sum of points times weight, by the sum of the weights. Where a figure is withheld or a score not settled, it lies between two numbers; the order is by the lower one.";
