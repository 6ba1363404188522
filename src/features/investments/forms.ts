import { z } from "zod";
import { httpUrl } from "#base/brands.ts";
import { line, optionalLine, optionalText, text, versionField } from "#base/fields.ts";
import type { Problems } from "#base/outcome.ts";
import { stateByCode } from "#features/places/public.ts";
import { checkboxField, type FormValues, textOf } from "#platform/http/forms.ts";

const UNITS: Record<string, number> = {
  "": 1,
  k: 1_000,
  thousand: 1_000,
  m: 1_000_000,
  million: 1_000_000,
  b: 1_000_000_000,
  billion: 1_000_000_000,
};
const MOST_DOLLARS = 1_000_000_000_000;

/** "1600000", "$1,600,000", "1.6 million": whole dollars; undefined for anything else. */
export function dollarsIn(typed: string): number | undefined {
  const found = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(k|thousand|m|million|b|billion)?\.?$/i.exec(
    typed.trim(),
  );
  if (!found) return undefined;
  const [, whole = "", cents = "", unit = ""] = found;
  const dollars = Math.round(Number(whole.replaceAll(",", "") + cents) * UNITS[unit.toLowerCase()]!);
  return dollars > 0 && dollars <= MOST_DOLLARS ? dollars : undefined;
}

const dollars = z
  .string()
  .default("")
  .refine(
    (value) => value.trim() === "" || dollarsIn(value) !== undefined,
    "Write the amount in dollars, such as 1,600,000 or 1.6 million, or leave it empty where it is not told.",
  )
  .transform((value) => dollarsIn(value) ?? null);

const year = z
  .string()
  .default("")
  .transform((value) => value.trim())
  .refine(
    (value) => value === "" || (/^\d{4}$/.test(value) && Number(value) >= 1990 && Number(value) <= 2100),
    "A year has four digits, such as 2018.",
  )
  .transform((value) => (value === "" ? null : Number(value)));

const state = z
  .string()
  .default("")
  .transform((value) => value.trim().toLowerCase())
  .refine((value) => value === "" || stateByCode(value) !== undefined, "Choose a state from the list.")
  .transform((value) => value || null);

const url = z
  .string()
  .default("")
  .transform((value) => value.trim())
  .refine(
    (value) => value === "" || httpUrl(value) !== undefined,
    "The link must be a web address that starts with https:// or http://.",
  )
  .transform((value) => (value === "" ? null : (httpUrl(value) ?? null)));

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const InvestmentForm = z.object({
  investor: line("Who invested", { max: 160 }),
  state,
  dollars,
  atLeast: checkboxField,
  inKind: checkboxField,
  fromYear: year,
  toYear: year,
  yearsNote: optionalLine("What the source says of the years", { max: 200 }),
  purpose: text("What it was for", { max: 500 }),
  cameOfIt: optionalText("What came of it", { max: 2_000 }),
  partOf: z
    .string()
    .default("")
    .refine((value) => value === "" || ID.test(value), "Choose an investment from the list.")
    .transform((value) => value || null),
  sourceName: line("The source", { max: 200 }),
  sourceUrl: url,
  sourceNote: optionalLine("The note on the source", { max: 300 }),
  /** Whoever saves has looked at what may be the same money. */
  toldApart: checkboxField,
});
export type InvestmentCommand = z.output<typeof InvestmentForm>;

export const InvestmentVersion = z.object({ version: versionField });

/** What fields say of each other; asked whatever else is wrong, so that all of it is told at once. */
export function togetherProblems(values: FormValues): Problems {
  const problems: Problems = {};
  const [from, to] = [textOf(values, "fromYear").trim(), textOf(values, "toYear").trim()];
  if (to !== "" && from === "") problems.fromYear = ["Say from which year on, or leave both years empty."];
  if (from !== "" && to !== "" && Number(to) < Number(from))
    problems.toYear = ["The last year is before the first one."];
  if (textOf(values, "atLeast") !== "" && textOf(values, "dollars").trim() === "")
    problems.dollars = ["“More than” needs an amount."];
  return problems;
}

/** One year alone is both the first and the last. */
export function wholeYears<T extends { fromYear: number | null; toYear: number | null }>(given: T): T {
  return { ...given, toYear: given.toYear ?? given.fromYear };
}
