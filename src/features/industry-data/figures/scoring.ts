import { done, type Outcome, problem } from "#base/outcome.ts";
import { add, type Bounded, exactly, scale, UNKNOWN } from "./bounded.ts";
import { type Normalisation, normalise } from "./normalise.ts";

/** What candidates are scored on. */
export interface Criterion {
  key: string;
  /** Not negative; only its part of all weights counts, so 1, 2, 3 and 10, 20, 30 say the same. */
  weight: number;
  /** `less` turns the criterion round: the least is the best, as with turnover. */
  better: "more" | "less";
}

export interface Candidate {
  key: string;
  /** By key of the criterion; a figure that is missing is one of which nobody can say anything. */
  figures: Readonly<Record<string, Bounded>>;
}

export interface Scored {
  key: string;
  /** From 0, the worst in everything, to 1, the best: the sum of `parts`. Without a value where it hangs on bounds. */
  composite: Bounded;
  /** What each criterion adds, in the order of the criteria. */
  parts: readonly {
    criterion: string;
    /** As it came, to be shown beside the score. */
    figure: Bounded;
    /** From 0 to 1, 1 the best. */
    normalised: Bounded;
    /** Its part of all weights. */
    weight: number;
    /** `weight` times `normalised` */
    contribution: Bounded;
  }[];
  /** From 1. Who has the same score has the same place, and the places behind it are left out: 1, 2, 2, 4. */
  place: number;
  tied: boolean;
  /** The places it can come to, whatever the withheld figures are; both equal `place` where nothing hangs on them. */
  bestPlace: number;
  worstPlace: number;
}

/**
 * Scores candidates by the sum of weight times normalised figure (each normalised as `normalise` says).
 *
 * The order is by what each is at least worth, then by what it is worth at most, then as the candidates came: a
 * candidate is never put first for what nobody can see, and `bestPlace` says what it might be.
 */
export function score(
  candidates: readonly Candidate[],
  criteria: readonly Criterion[],
  how: Normalisation,
): Outcome<Scored[]> {
  const refusal = checkWeights(criteria);
  if (refusal) return refusal;
  const all = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const columns = criteria.map(({ key, better }) => normalise(figuresOf(candidates, key), better, how));
  const scored = candidates.map(({ key, figures }, at) => {
    const parts = criteria.map((criterion, column) => {
      const normalised = columns[column]![at]!;
      const weight = criterion.weight / all;
      // What does not count leaves no doubt either.
      const contribution = weight === 0 ? exactly(0) : scale(normalised, weight);
      const figure = figures[criterion.key] ?? UNKNOWN;
      return { criterion: criterion.key, figure, normalised, weight, contribution };
    });
    return { key, parts, composite: tidy(add(...parts.map(({ contribution }) => contribution))) };
  });
  return done(inOrder(scored));
}

/** Of one criterion, in the order of the candidates. */
export function figuresOf(candidates: readonly Candidate[], criterion: string): Bounded[] {
  return candidates.map(({ figures }) => figures[criterion] ?? UNKNOWN);
}

function checkWeights(criteria: readonly Criterion[]): ReturnType<typeof problem> | undefined {
  const wrong = criteria.find(({ weight }) => !Number.isFinite(weight) || weight < 0);
  if (wrong) return problem(wrong.key, "A weight is a number from 0 on.");
  if (criteria.every(({ weight }) => weight === 0))
    return problem(
      "weights",
      "All weights are 0, so nothing would count. Give at least one criterion a weight.",
    );
  return undefined;
}

/** Sums in another order differ in the last digits, and would part who is equal. */
function tidy({ value, low, high }: Bounded): Bounded {
  const to = (number: number | null) => (number === null ? null : Math.round(number * 1e9) / 1e9);
  return { value: to(value), low: to(low), high: to(high) };
}

function inOrder(scored: Pick<Scored, "key" | "parts" | "composite">[]): Scored[] {
  const least = (one: { composite: Bounded }) => one.composite.low ?? 0;
  const most = (one: { composite: Bounded }) => one.composite.high ?? 1;
  const compare = (a: { composite: Bounded }, b: { composite: Bounded }) =>
    least(b) - least(a) || most(b) - most(a);
  return scored
    .map((one) => {
      const equal = scored.filter((other) => compare(one, other) === 0).length;
      const surelyBetter = scored.filter((other) => least(other) > most(one)).length;
      const maybeBetter = scored.filter((other) => other !== one && most(other) > least(one)).length;
      return {
        ...one,
        place: 1 + scored.filter((other) => compare(other, one) < 0).length,
        tied: equal > 1,
        bestPlace: 1 + surelyBetter,
        worstPlace: 1 + maybeBetter,
      };
    })
    .sort(compare);
}
