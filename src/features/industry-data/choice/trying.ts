import { done, hasProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import type { Criterion } from "./content.ts";
import { NOTHING_COUNTS, readWeight, weightField } from "./forms.ts";

/** Whether an address asks how the order would be with other weights. */
export function isTrial(asked: FormValues): boolean {
  return Object.keys(asked).some((name) => name.startsWith(weightField("")));
}

/** The criteria with the weights that somebody tries; what the address does not name weighs what it did. */
export function readTrial(asked: FormValues, criteria: readonly Criterion[]): Outcome<Criterion[]> {
  const problems: Problems = {};
  const tried = criteria.map((criterion) => {
    const field = weightField(criterion.id);
    return field in asked ? { ...criterion, weight: readWeight(asked, field, problems) } : criterion;
  });
  if (!hasProblems(problems) && tried.every(({ weight }) => weight === 0))
    problems.weights = [NOTHING_COUNTS];
  return hasProblems(problems) ? refused(problems) : done(tried);
}

/** What was typed, or what is kept. */
export function shownWeight(values: FormValues, { id, weight }: Criterion): string {
  const field = weightField(id);
  return field in values ? textOf(values, field) : String(weight);
}

export function sameWeights(one: readonly Criterion[], other: readonly Criterion[]): boolean {
  return one.every(({ weight }, index) => weight === other[index]?.weight);
}
