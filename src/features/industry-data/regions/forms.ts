import { z } from "zod";
import { emailAddress, line, optionalLine, optionalText, versionField } from "#base/fields.ts";
import { done, joinProblems, type Outcome, problem, refused } from "#base/outcome.ts";
import { countyByFips, parseCounties } from "#features/places/public.ts";
import { parse } from "#platform/http/forms.ts";
import { MOST_COUNTIES, SHOWN } from "./rules.ts";

const RegionForm = z.object({
  name: line("The region’s name", { max: 100 }),
  note: optionalText("The note", { max: 600 }),
  counties: z.string().default(""),
  shown: z.enum(SHOWN, "Choose who may see it."),
  partnership: z
    .string()
    .default("")
    .transform((slug) => slug || null),
});
const ChangeForm = RegionForm.extend({
  version: versionField,
  why: optionalLine("The reason", { max: 200 }),
});

export interface RegionCommand {
  name: string;
  note: string;
  /** FIPS codes, sorted, each once. */
  counties: string[];
  shown: (typeof SHOWN)[number];
  /** A partnership's slug. */
  partnership: string | null;
}

export function readRegion(values: unknown): Outcome<RegionCommand> {
  return withCounties(parse(RegionForm, values), values);
}

export function readChange(values: unknown): Outcome<RegionCommand & { version: number; why: string }> {
  return withCounties(parse(ChangeForm, values), values);
}

/** What is wrong with the counties is told together with what is wrong with the rest. */
function withCounties<T extends { counties: string }>(
  form: Outcome<T>,
  values: unknown,
): Outcome<Omit<T, "counties"> & { counties: string[] }> {
  const counties = readCounties(String((values as { counties?: unknown }).counties ?? ""));
  if (!form.ok || !counties.ok)
    return refused(joinProblems(form.ok ? {} : form.problems, counties.ok ? {} : counties.problems));
  return done({ ...form.value, counties: counties.value });
}

/** Counties as they were typed, one on each line or with commas as an address has them. */
export function readCounties(typed: string): Outcome<string[]> {
  const found = parseCounties(linesOf(typed), { field: "counties" });
  if (!found.ok) return found;
  const counties = found.value.toSorted();
  if (counties.length === 0)
    return problem("counties", "A region needs at least one county. Name its counties, one on each line.");
  if (counties.length > MOST_COUNTIES)
    return problem(
      "counties",
      `These are ${counties.length} counties, and a region may have at most ${MOST_COUNTIES}. Take the part that works together; a whole state can be looked at as a state.`,
    );
  return done(counties);
}

/** A list of codes alone may stand on one line: "56033,56019". */
function linesOf(typed: string): string {
  return /^[\d\s,;]+$/.test(typed) ? typed.replace(/[\s,;]+/g, "\n") : typed;
}

/** Codes of the states in which counties lie, sorted. */
export function statesOf(counties: readonly string[]): string[] {
  return [...new Set(counties.flatMap((fips) => countyByFips(fips)?.state ?? []))].sort();
}

export const InviteForm = z.object({
  name: line("Their name", { max: 120 }),
  email: emailAddress("Their e-mail address"),
  role: z.enum(["region-member", "region-keeper"], "Choose what they may do."),
});
export type InviteCommand = z.output<typeof InviteForm>;
