import { z } from "zod";
import { cleanLine, cleanText } from "#base/clean-text.ts";
import { optionalText, text, versionField } from "#base/fields.ts";
import { done, hasProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { rowsIn } from "#platform/http/form-rows.ts";
import { type FormValues, listOf, parse, textOf } from "#platform/http/forms.ts";
import { SHOWN } from "../../regions/rules.ts";
import type { Voice } from "./record.ts";

export const MOST_NEXT = 3;
/** Beyond the team itself. */
export const MOST_OTHERS = 12;
export const MOST_DISSENT = 6;

export const OTHER_FIELDS = ["name", "role"] as const;
export const DISSENT_FIELDS = ["name", "role", "words"] as const;

const DecisionForm = z.object({
  version: versionField,
  why: text("Why this one first", { max: 3_000 }),
  shown: z.enum(SHOWN, "Choose who may read it."),
});

export interface DecisionCommand {
  version: number;
  first: string;
  next: string[];
  why: string;
  decidedOn: string;
  launchOn: string | null;
  shown: (typeof SHOWN)[number];
  voices: Voice[];
}

/** @param today in the site's zone, `2026-05-04` */
export function readDecision(
  values: FormValues,
  given: { candidates: readonly string[]; team: readonly { id: string; name: string }[]; today: string },
): Outcome<DecisionCommand> {
  const form = parse(DecisionForm, values);
  const problems: Problems = form.ok ? {} : { ...form.problems };
  const first = textOf(values, "first");
  if (!given.candidates.includes(first)) problems.first = ["Choose the sector that you begin with."];
  const next = given.candidates.filter((candidate) => listOf(values, "next").includes(candidate));
  if (next.includes(first)) problems.next = ["What you begin with is not among those that come next."];
  if (next.length > MOST_NEXT) problems.next = [`At most ${MOST_NEXT}; what comes later you decide later.`];
  const days = readDays(
    { decidedOn: textOf(values, "decidedOn").trim(), launchOn: textOf(values, "launchOn").trim() },
    given.today,
    problems,
  );
  const voices = readVoices(values, given.team, problems);
  if (!voices.some(({ agrees }) => agrees))
    problems.voices = ["Say who agreed: tick at least one of the team, or name somebody."];
  if (!form.ok || hasProblems(problems)) return refused(problems);
  const { version, why, shown } = form.value;
  return done({ version, first, next, why, shown, voices, ...days });
}

function readDays(
  { decidedOn, launchOn }: { decidedOn: string; launchOn: string },
  today: string,
  problems: Problems,
): { decidedOn: string; launchOn: string | null } {
  if (!isDay(decidedOn)) problems.decidedOn = ["Give the day on which you decided, such as March 14, 2018."];
  else if (decidedOn > today)
    problems.decidedOn = ["This day has not come yet. Choose today or a day before."];
  if (launchOn !== "" && !isDay(launchOn))
    problems.launchOn = ["This is no day. Leave it empty where none was promised."];
  else if (launchOn !== "" && isDay(decidedOn) && launchOn < decidedOn)
    problems.launchOn = ["The launch comes after the decision."];
  return { decidedOn, launchOn: launchOn || null };
}

function isDay(value: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

function readVoices(
  values: FormValues,
  team: readonly { id: string; name: string }[],
  problems: Problems,
): Voice[] {
  const ticked = listOf(values, "voices");
  const ofTeam = team
    .filter(({ id }) => ticked.includes(id))
    .map(({ id, name }) => ({
      person: id,
      name,
      role: short(values, `role-${id}`, problems),
      agrees: true,
      words: "",
    }));
  const others = rowsIn(values, "other", OTHER_FIELDS, MOST_OTHERS).map(({ index, name, role }) => {
    if (cleanLine(name) === "") problems[`other-${index}-name`] = ["Say who this is."];
    return { person: null, name: limited(name), role: limited(role), agrees: true, words: "" };
  });
  const dissent = rowsIn(values, "dissent", DISSENT_FIELDS, MOST_DISSENT).map(
    ({ index, name, role, words }) => {
      if (cleanText(words).trim() === "")
        problems[`dissent-${index}-words`] = ["Write what they see otherwise, in their words."];
      if (words.length > 1_500) problems[`dissent-${index}-words`] = ["At most 1,500 characters, please."];
      const member = team.find((one) => one.name === cleanLine(name));
      return {
        person: member?.id ?? null,
        name: limited(name),
        role: limited(role),
        agrees: false,
        words: cleanText(words).trim(),
      };
    },
  );
  return [...ofTeam, ...others, ...dissent];
}

const limited = (typed: string) => cleanLine(typed).slice(0, 120);

function short(values: FormValues, field: string, problems: Problems): string {
  const typed = cleanLine(textOf(values, field));
  if (typed.length > 120) problems[field] = ["At most 120 characters, please."];
  return typed;
}

export const SharingForm = z.object({
  version: versionField,
  shown: z.enum(SHOWN, "Choose who may read it."),
});

export const FactSheetForm = z.object({
  version: z.coerce.number().int().min(0).max(2_000_000_000),
  ask: text("What you ask", { max: 500 }),
  contact: optionalText("The contact", { max: 200 }),
});
