import type { IndustryRow } from "../analysis/answer.ts";
import type { Criterion } from "./content.ts";
import { FIGURES, figureText } from "./figures.ts";
import type { Settled } from "./queries.ts";

/** The number that a criterion goes by, as it is. */
export function rawText(
  row: IndustryRow,
  { id, figure }: Criterion,
  settled: readonly Pick<Settled, "candidate" | "criterion" | "score">[],
): string {
  if (figure) return figureText(figure, row);
  const found = settled.find(({ candidate, criterion }) => candidate === row.industry && criterion === id);
  return found ? `${found.score} of 5` : "open";
}

/** What a criterion goes by, as a reader should know. */
export function criterionWords({ name, figure, weight, hint }: Criterion): string {
  const by = figure ? FIGURES[figure].label : `the team’s score${hint ? ` (${hint})` : ""}`;
  return `${name}: ${by}, weight ${weight}`;
}
