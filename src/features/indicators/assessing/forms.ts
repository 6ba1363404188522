import { z } from "zod";
import { cleanLine, cleanText } from "#base/clean-text.ts";
import { emailAddress, line, optionalText, versionField } from "#base/fields.ts";
import { done, hasProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { checkboxField, type FormValues, textOf } from "#platform/http/forms.ts";
import type { Indicator, Level } from "../content.ts";
import { SHARED_WITH } from "../tables.ts";
import type { Answer } from "./respondents.ts";
import { FIRST_DAY, MOST_NOTE } from "./rules.ts";

/** @param today in the site's zone, `2026-05-04` */
export function heldOnField(today: string) {
  return z
    .string()
    .default("")
    .transform((value) => value.trim())
    .refine(isDay, "Give the day on which you look at it together, such as May 4, 2026.")
    .refine(
      (value) => !isDay(value) || value <= today,
      "This day has not come yet. Choose today or a day before.",
    )
    .refine((value) => !isDay(value) || value >= FIRST_DAY, "Choose a day from the year 2000 on.");
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

export const openForm = (today: string) =>
  z.object({ heldOn: heldOnField(today), note: optionalText("The note", { max: MOST_NOTE }) });
export const changeForm = (today: string) => openForm(today).extend({ version: versionField });

export const InviteForm = z.object({
  name: line("Their name", { max: 120 }),
  email: z
    .string()
    .default("")
    .transform(cleanLine)
    .pipe(z.union([z.literal("").transform(() => null), emailAddress()])),
});
export type InviteCommand = z.output<typeof InviteForm>;

export const VersionForm = z.object({ version: versionField });

export const SharingForm = z.object({
  version: versionField,
  sharedWith: z.enum(SHARED_WITH, "Choose who may see it."),
  inPicture: checkboxField,
});
export type SharingCommand = z.output<typeof SharingForm>;

const UNSURE = "unsure";

export const levelField = (indicator: string) => `level-${indicator}`;
export const noteField = (indicator: string) => `note-${indicator}`;

/**
 * Levels and notes from a form that asks for all indicators of a set.
 *
 * @param rule.all whether each needs a level, or "cannot say"; otherwise what is not chosen is left out
 */
export function readAnswers(
  indicators: readonly Indicator[],
  values: FormValues,
  rule: { all: boolean },
): Outcome<Answer[]> {
  const problems: Problems = {};
  const answers: Answer[] = [];
  for (const { id, title } of indicators) {
    const chosen = textOf(values, levelField(id));
    const note = cleanText(textOf(values, noteField(id))).trim();
    if (note.length > MOST_NOTE)
      problems[noteField(id)] = [`A note may have at most ${MOST_NOTE} characters; please shorten it.`];
    if (/^[1-4]$/.test(chosen)) answers.push({ indicator: id, level: Number(chosen) as Level, note });
    else if (chosen === UNSURE) answers.push({ indicator: id, level: null, note });
    else if (rule.all)
      problems[levelField(id)] = [`Choose a level for “${title}”, or say that you cannot say.`];
    else if (note !== "")
      problems[levelField(id)] = [
        `There is a note on “${title}” but no level. Choose one, or clear the note.`,
      ];
  }
  return hasProblems(problems) ? refused(problems) : done(answers);
}

/** The same the other way round, to fill a form with what is stored. */
export function answersAsValues(answers: readonly Answer[]): FormValues {
  return Object.fromEntries(
    answers.flatMap(({ indicator, level, note }) => [
      [levelField(indicator), level === null ? UNSURE : String(level)],
      [noteField(indicator), note],
    ]),
  );
}
