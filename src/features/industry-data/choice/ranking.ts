import type { Outcome } from "#base/outcome.ts";
import type { IndustryRow } from "../analysis/answer.ts";
import { type Bounded, exactly, UNKNOWN } from "../figures/bounded.ts";
import type { Normalisation } from "../figures/normalise.ts";
import { type Candidate, type Scored, score } from "../figures/scoring.ts";
import type { Criterion } from "./content.ts";
import { FIGURES } from "./figures.ts";
import type { Settled } from "./queries.ts";

/** Every candidate with a number for each criterion: a figure of it, or what the team settled on. */
export function candidatesWith(
  rows: readonly IndustryRow[],
  criteria: readonly Criterion[],
  settled: readonly Settled[],
): Candidate[] {
  return rows.map((row) => ({
    key: row.industry,
    figures: Object.fromEntries(
      criteria.map((criterion) => [criterion.id, numberFor(row, criterion, settled)]),
    ),
  }));
}

function numberFor(row: IndustryRow, { id, figure }: Criterion, settled: readonly Settled[]): Bounded {
  if (figure) return FIGURES[figure].of(row);
  const found = settled.find(({ candidate, criterion }) => candidate === row.industry && criterion === id);
  // What nobody has settled on may be the best and may be the worst.
  return found ? exactly(found.score) : UNKNOWN;
}

/** The candidates in the order of their scores. Criteria without a weight take no part. */
export function rank(
  rows: readonly IndustryRow[],
  criteria: readonly Criterion[],
  settled: readonly Settled[],
  scale: Normalisation,
): Outcome<Scored[]> {
  return score(
    candidatesWith(rows, criteria, settled),
    criteria
      .filter(({ weight }) => weight > 0)
      .map(({ id, weight }) => ({ key: id, weight, better: "more" as const })),
    scale,
  );
}

/** The most important first. */
export function byWeight(criteria: readonly Criterion[]): Criterion[] {
  return criteria.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
}
