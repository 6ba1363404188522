import { z } from "zod";
import { cleanLine } from "#base/clean-text.ts";
import { emailAddress, line } from "#base/fields.ts";
import { done, hasProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import type { Criterion } from "../content.ts";
import type { Settled } from "../queries.ts";
import { MOST_NOTE, type Score } from "./scorers.ts";

/** What the points mean, the same for every criterion. */
export const SCORE_WORDS = ["Not at all", "Hardly", "Partly", "Largely", "Fully"] as const;

export const InviteForm = z.object({
  name: line("Their name", { max: 120 }),
  email: z
    .string()
    .default("")
    .transform(cleanLine)
    .pipe(z.union([z.literal("").transform(() => null), emailAddress()])),
});
export type InviteCommand = z.output<typeof InviteForm>;

export const scoreField = (candidate: string, criterion: string) => `score.${candidate}.${criterion}`;
export const noteField = (candidate: string, criterion: string) => `note.${candidate}.${criterion}`;

/** One person's scores; what they leave open counts as "cannot say". */
export function readScores(
  candidates: readonly string[],
  criteria: readonly Criterion[],
  values: FormValues,
): Outcome<Score[]> {
  const { cells, problems } = readCells(candidates, criteria, values);
  if (hasProblems(problems)) return refused(problems);
  if (cells.every(({ score }) => score === null))
    return refused({ "": ["Score at least one of them. What you cannot say, leave open."] });
  return done(cells);
}

/** What the team settled on; what is still open is left out. */
export function readSettlement(
  candidates: readonly string[],
  criteria: readonly Criterion[],
  values: FormValues,
): Outcome<Settled[]> {
  const { cells, problems } = readCells(candidates, criteria, values);
  for (const { candidate, criterion, score, note } of cells)
    if (score === null && note !== "")
      problems[scoreField(candidate, criterion)] = [
        "There is a note here and no score. Choose one, or clear the note.",
      ];
  if (hasProblems(problems)) return refused(problems);
  return done(cells.flatMap(({ score, ...rest }) => (score === null ? [] : [{ ...rest, score }])));
}

function readCells(
  candidates: readonly string[],
  criteria: readonly Criterion[],
  values: FormValues,
): { cells: Score[]; problems: Problems } {
  const problems: Problems = {};
  const cells = criteria
    .filter(({ figure }) => figure === null)
    .flatMap(({ id: criterion }) =>
      candidates.map((candidate): Score => {
        const chosen = textOf(values, scoreField(candidate, criterion));
        const note = cleanLine(textOf(values, noteField(candidate, criterion)));
        if (note.length > MOST_NOTE)
          problems[noteField(candidate, criterion)] = [
            `A note may have at most ${MOST_NOTE} characters; please shorten it.`,
          ];
        if (chosen !== "" && !/^[1-5]$/.test(chosen))
          problems[scoreField(candidate, criterion)] = ["Choose a score from 1 to 5, or leave it open."];
        return { candidate, criterion, score: /^[1-5]$/.test(chosen) ? Number(chosen) : null, note };
      }),
    );
  return { cells, problems };
}

/** The same the other way round, to fill a form with what is stored. */
export function scoresAsValues(scores: readonly (Score | Settled)[]): FormValues {
  return Object.fromEntries(
    scores.flatMap(({ candidate, criterion, score, note }) => [
      [scoreField(candidate, criterion), score === null ? "" : String(score)],
      [noteField(candidate, criterion), note],
    ]),
  );
}
