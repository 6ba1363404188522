import { z } from "zod";
import { cleanLine } from "#base/clean-text.ts";
import { line, versionField } from "#base/fields.ts";
import { done, hasProblems, type Outcome, type Problems, problem, refused } from "#base/outcome.ts";
import { rowsIn } from "#platform/http/form-rows.ts";
import { type FormValues, listOf, parse, textOf } from "#platform/http/forms.ts";
import { NORMALISATIONS, type Normalisation } from "../figures/normalise.ts";
import {
  CHOICE_LEVELS,
  type Criterion,
  FIGURE_CRITERIA,
  type FigureKey,
  MOST_CANDIDATES,
  MOST_OWN,
  MOST_WEIGHT,
} from "./content.ts";
import { presetOf } from "./presets.ts";

export const QuestionForm = z.object({
  title: line("A name for the choice", { max: 100 }),
  from: z.string().default(""),
  to: z.string().default(""),
  ownership: z.enum(["all", "private"], "Choose whose jobs count."),
  level: z.enum(CHOICE_LEVELS, "Choose what the candidates are."),
});
export type QuestionCommand = z.output<typeof QuestionForm>;

export const VersionForm = z.object({ version: versionField });

/** The version that a form began from; one that is missing is nobody's, so that nothing is overwritten by it. */
export function versionIn(values: FormValues): number {
  const form = parse(VersionForm, values);
  return form.ok ? form.value.version : 0;
}

/** @param known industries or sectors that have figures */
export function readCandidates(values: FormValues, known: readonly string[]): Outcome<string[]> {
  const chosen = new Set(listOf(values, "candidates"));
  const candidates = known.filter((candidate) => chosen.has(candidate));
  if (candidates.length < 2)
    return problem("candidates", "Choose at least two, so that there is something to compare.");
  if (candidates.length > MOST_CANDIDATES)
    return problem(
      "candidates",
      `These are ${candidates.length}, and at most ${MOST_CANDIDATES} can be talked about. Leave the smallest out.`,
    );
  return done(candidates);
}

export const OWN_FIELDS = ["id", "name", "hint", "weight"] as const;
export const NOTHING_COUNTS =
  "All weights are 0, so nothing would count. Give at least one criterion a weight.";
export const weightField = (criterion: string) => `weight-${criterion}`;
export const figureField = (criterion: string) => `figure-${criterion}`;
export const ownField = (index: number, field: (typeof OWN_FIELDS)[number]) => `own-${index}-${field}`;

export interface CriteriaCommand {
  criteria: Criterion[];
  preset: string;
  scale: Normalisation;
}

/** @param newId makes ids for criteria that are new */
export function readCriteria(values: FormValues, newId: () => string): Outcome<CriteriaCommand> {
  const problems: Problems = {};
  const figures = FIGURE_CRITERIA.map(({ id, name, figures }): Criterion => {
    const chosen = textOf(values, figureField(id));
    const figure: FigureKey = figures.find((key) => key === chosen) ?? figures[0];
    return { id, name, hint: "", weight: readWeight(values, weightField(id), problems), figure };
  });
  const own = rowsIn(values, "own", ["name", "hint"], MOST_OWN).map(({ index, ...row }): Criterion => {
    const name = cleanLine(row.name);
    if (name === "") problems[ownField(index, "name")] = ["Say in a few words what this is."];
    if (name.length > 80) problems[ownField(index, "name")] = ["At most 80 characters, please."];
    const hint = cleanLine(row.hint);
    if (hint.length > 240) problems[ownField(index, "hint")] = ["At most 240 characters, please."];
    const id = cleanId(textOf(values, ownField(index, "id"))) ?? newId();
    return { id, name, hint, weight: readWeight(values, ownField(index, "weight"), problems), figure: null };
  });
  const twins = own.filter((one, at) => own.findIndex(({ name }) => sameText(name, one.name)) < at);
  if (twins[0]) problems[""] = [`“${twins[0].name}” stands there twice. Give each a name of its own.`];
  const criteria = [...figures, ...own];
  if (!hasProblems(problems) && criteria.every(({ weight }) => weight === 0))
    problems.weights = [NOTHING_COUNTS];
  const scale = NORMALISATIONS.find((one) => one === textOf(values, "scale"));
  if (!scale) problems.scale = ["Choose how figures are made comparable."];
  if (hasProblems(problems) || !scale) return refused(problems);
  return done({ criteria, preset: presetOf(textOf(values, "preset"))?.id ?? "", scale });
}

const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Ids travel with the form, so that a criterion keeps its scores when it is renamed. */
const cleanId = (text: string) => (/^[a-z0-9-]{1,40}$/.test(text) ? text : undefined);

/** A whole number from 0; what is left empty weighs nothing. */
export function readWeight(values: FormValues, field: string, problems: Problems): number {
  const typed = textOf(values, field).trim();
  const weight = typed === "" ? 0 : Number(typed);
  if (Number.isInteger(weight) && weight >= 0 && weight <= MOST_WEIGHT) return weight;
  problems[field] = [`A weight is a whole number from 0 to ${MOST_WEIGHT}.`];
  return 0;
}

/** What is stored as the form has it. */
export function criteriaValues(
  criteria: readonly Criterion[],
  scale: Normalisation,
  preset: string,
): FormValues {
  const own = criteria.filter(({ figure }) => figure === null);
  return {
    scale,
    preset,
    ...Object.fromEntries(
      criteria.flatMap(({ id, weight, figure }) =>
        figure === null
          ? []
          : [
              [weightField(id), String(weight)],
              [figureField(id), figure],
            ],
      ),
    ),
    ...Object.fromEntries(
      own.flatMap(({ id, name, hint, weight }, index) => [
        [ownField(index, "id"), id],
        [ownField(index, "name"), name],
        [ownField(index, "hint"), hint],
        [ownField(index, "weight"), String(weight)],
      ]),
    ),
  };
}

/** The form with the weights of a preset in it; what is the team's own keeps its names. */
export function withPreset(values: FormValues, presetId: string): FormValues {
  const preset = presetOf(presetId);
  if (!preset) return values;
  const own = rowsIn(values, "own", ["name", "hint"], MOST_OWN);
  return {
    ...values,
    preset: preset.id,
    ...Object.fromEntries(
      FIGURE_CRITERIA.flatMap(({ id, figures }) => [
        [weightField(id), String(preset.weights[id])],
        [figureField(id), preset.figures[id] ?? figures[0]],
      ]),
    ),
    ...Object.fromEntries(own.map(({ index }) => [ownField(index, "weight"), String(preset.own)])),
  };
}

const RoundForm = z.object({
  version: versionField,
  criterion: z.string(),
  reason: line("The reason", { max: 400 }),
});

/** @param left candidates that are still in; @param criteria those that no round has used */
export function readRound(
  values: FormValues,
  left: readonly string[],
  criteria: readonly Criterion[],
): Outcome<z.output<typeof RoundForm> & { dropped: string[] }> {
  const form = parse(RoundForm, values);
  const problems: Problems = form.ok ? {} : { ...form.problems };
  const chosen = new Set(listOf(values, "dropped"));
  const dropped = left.filter((candidate) => chosen.has(candidate));
  if (dropped.length === 0) problems.dropped = ["Choose at least one that is left out in this round."];
  if (dropped.length === left.length) problems.dropped = ["At least one must stay in."];
  if (form.ok && !criteria.some(({ id }) => id === form.value.criterion))
    problems.criterion = ["Choose a criterion that no round has used yet."];
  if (!form.ok || hasProblems(problems)) return refused(problems);
  return done({ ...form.value, dropped });
}
