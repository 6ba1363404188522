import { z } from "zod";
import { cleanLine } from "#base/clean-text.ts";
import { emailAddress, line, optionalLine, versionField } from "#base/fields.ts";
import { done, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { checkboxField, type FormValues, listField, textOf } from "#platform/http/forms.ts";
import { ROLES, STEPS } from "./steps.ts";

const AGAIN = "Please open the page again and send this once more.";
const id = z.uuid(AGAIN);
/** Ids that a list of boxes sends; what is none is left out, because it is of a page that is old. */
const ids = listField.transform((all) => all.filter((one) => z.uuid().safeParse(one).success));

export const SettingsForm = z.object({
  votesEach: z.coerce
    .number("Write a number from 1 to 9.")
    .int("Write a whole number.")
    .min(1, "A company needs at least one vote.")
    .max(9, "Nine votes are as many as anybody weighs."),
  publicVotes: checkboxField,
  phonesCapture: checkboxField,
});

export const StepForm = z.object({ from: z.enum(STEPS, AGAIN), to: z.enum(STEPS, AGAIN) });

const words = line("An opportunity", { max: 280 });
const company = optionalLine("The company", { max: 120 });

export const SayForm = z.object({ id, words, company });
export const MendForm = z.object({ words, company, version: versionField });

export const MoveForm = z.object({
  opportunities: ids,
  /** A group's id, `none`, or `new`. */
  to: z.union([z.literal("new"), z.literal("none"), id], "Choose where they go."),
  title: optionalLine("The title", { max: 120 }),
  id: id.optional(),
});

export const NameForm = z.object({ title: line("A title", { max: 120 }), version: versionField });
export const MergeForm = z.object({ into: id });
export const ShiftForm = z.object({ by: z.enum(["up", "down"]) });

export const BallotForm = z.object({
  company: z.uuid("Choose your company."),
  choices: ids,
  sending: id,
});

export const AskForm = z.object({ id, name: line("Your company’s name", { max: 120 }) });

export const SignUpForm = z.object({
  id,
  group: z.uuid("Choose what you sign up for."),
  role: z.enum(ROLES, "Choose how you take part."),
  name: line("Your name", { max: 120 }),
  company,
  email: z
    .string()
    .default("")
    .transform(cleanLine)
    .pipe(z.union([z.literal("").transform(() => null), emailAddress()])),
});

export const countField = (group: string) => `count.${group}`;

const PaperForm = z.object({ companies: ids });

/** What was counted on paper; a field that is left empty is none. */
export function readPaperVotes(
  groups: readonly { id: string; title: string }[],
  values: FormValues,
): Outcome<{ companies: string[]; counts: Map<string, number> }> {
  const problems: Problems = {};
  const counts = new Map<string, number>();
  for (const { id: group, title } of groups) {
    const typed = textOf(values, countField(group)).trim();
    if (typed === "") continue;
    if (/^\d{1,4}$/.test(typed)) counts.set(group, Number(typed));
    else problems[countField(group)] = [`Write how many votes “${title}” has, as a number.`];
  }
  if (Object.keys(problems).length > 0) return refused(problems);
  return done({ companies: PaperForm.parse(values).companies, counts });
}
