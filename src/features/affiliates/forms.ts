import { z } from "zod";
import { httpUrl } from "#base/brands.ts";
import { line, optionalLine, optionalText, versionField } from "#base/fields.ts";
import type { Problems } from "#base/outcome.ts";
import { isBefore, partialDateField, partialDateIn } from "#base/partial-date.ts";
import { stateByCode } from "#features/places/public.ts";
import { checkboxField, type FormValues, textOf } from "#platform/http/forms.ts";
import { AFFILIATE_KINDS } from "./tables.ts";

/** Leads and sources that one affiliate may have. */
export const MOST_LEADS = 8;
export const MOST_SOURCES = 8;

export const url = z
  .string()
  .default("")
  .transform((value) => value.trim())
  .refine(
    (value) => value === "" || httpUrl(value) !== undefined,
    "The link must be a web address that starts with https:// or http://.",
  )
  .transform((value) => (value === "" ? null : (httpUrl(value) ?? null)));

const state = z
  .string()
  .default("")
  .transform((value) => value.trim().toLowerCase())
  .refine((value) => value === "" || stateByCode(value) !== undefined, "Choose a state from the list.")
  .transform((value) => value || null);

export const AffiliateForm = z.object({
  name: line("The affiliate’s name", { max: 160 }),
  kind: z.enum(AFFILIATE_KINDS, "Choose what this affiliate is."),
  state,
  counties: z.string().default(""),
  summary: optionalLine("The summary", { max: 240 }),
  story: optionalText("The story", { max: 10_000 }),
  url,
  joinedOn: partialDateField("Since when"),
  leftOn: partialDateField("Until when"),
});

/** What fields say of each other; asked whatever else is wrong, so that all of it is told at once. */
export function togetherProblems(values: FormValues): Problems {
  const problems: Problems = {};
  const value = (name: string) => textOf(values, name).trim();
  if ((value("kind") === "state" || value("kind") === "region") && value("state") === "")
    problems.state = ["Choose the state it is, or lies in."];
  const joined = partialDateIn(value("joinedOn"));
  const left = partialDateIn(value("leftOn"));
  if (joined && left && isBefore(left, joined))
    problems.leftOn = ["This is before it began to work with the model."];
  return problems;
}

export const AffiliateVersion = z.object({ version: versionField });

/** One lead as typed. */
export const LEAD_FIELDS = [
  "name",
  "title",
  "organization",
  "email",
  "from",
  "to",
  "how",
  "on",
  "agreed",
] as const;

export const LeadForm = z
  .object({
    name: optionalLine("The name", { max: 120 }),
    title: optionalLine("The title", { max: 120 }),
    organization: optionalLine("The organization", { max: 160 }),
    email: optionalLine("The address", { max: 254 }).transform((value) => value.toLowerCase()),
    from: partialDateField("Since when"),
    to: partialDateField("Until when"),
    /** How and when they agreed to be named. */
    how: optionalLine("How they agreed", { max: 200 }),
    on: partialDateField("The day they agreed"),
    agreed: checkboxField,
  })
  .superRefine(({ name, organization, from, to, agreed, how, on }, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (name === "" && organization === "")
      problem("name", "Who leads? Give a name, an organization, or both.");
    if (from && to && isBefore(to, from)) problem("to", "This is before they began.");
    if (agreed && how === "") problem("how", "Say how they agreed: “by e-mail”, for instance.");
    if (agreed && on?.length !== 10) problem("on", "Give the day they agreed, such as 2018-03-14.");
  });
