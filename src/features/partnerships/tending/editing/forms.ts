import { z } from "zod";
import { line, optionalLine, optionalText } from "#base/fields.ts";
import { partialDateField } from "#base/partial-date.ts";
import { ORGANIZATION_KINDS } from "#features/organizations/public.ts";
import { checkboxField, listField } from "#platform/http/forms.ts";
import { MILESTONE_KINDS, ROLES_IN_PARTNERSHIP } from "../../content.ts";
import { THEME_SLUGS } from "../../themes.ts";
import { linesField, optionalUrl } from "./fields.ts";

export const BasicsForm = z.object({
  name: line("The partnership’s name", { max: 160 }),
  alsoKnownAs: linesField("Other names", { lines: 10, max: 160 }),
  summary: optionalText("The summary", { max: 400 }),
  story: optionalText("The story", { max: 20_000 }),
  sectors: listField,
  website: optionalUrl("The website"),
});

export const PlaceForm = z.object({
  region: optionalLine("The region", { max: 120 }),
  setting: z
    .enum(["", "rural", "metro", "both"], "Choose one of the settings.")
    .default("")
    .transform((value) => value || null),
  state: z.string().default(""),
  alsoStates: listField,
  counties: z.string().default(""),
  countiesKnown: z.enum(
    ["exact", "approximate", "whole-state", "unknown"],
    "Say how well the counties are known.",
  ),
  countiesNote: optionalLine("The note on the counties", { max: 300 }),
});

export const PriorityForm = z.object({
  title: line("A title", { max: 160 }),
  theme: z.enum(THEME_SLUGS as [string, ...string[]], "Choose what it is about."),
  description: optionalText("The description", { max: 2_000 }),
  leadName: optionalLine("The name", { max: 120 }),
  leadOrganization: optionalLine("The company", { max: 160 }),
  agreed: checkboxField,
  supportLead: optionalLine("The support lead", { max: 200 }),
  state: z.enum(["open", "under-way", "achieved", "set-aside"], "Choose how it stands."),
  cameOfIt: optionalText("What came of it", { max: 2_000 }),
});

export const ChampionForm = z.object({
  name: line("The champion’s name", { max: 120 }),
  profile: optionalLine("The profile", { max: 200 }),
  title: optionalLine("The title", { max: 120 }),
  organization: optionalLine("The company", { max: 160 }),
  words: optionalText("Their words", { max: 2_000 }),
  video: optionalUrl("The film"),
  transcript: optionalText("The transcript", { max: 40_000 }),
  consentHow: optionalLine("How they agreed", { max: 200 }),
  consentOn: partialDateField("The day they agreed"),
  consentBy: optionalLine("Who asked them", { max: 120 }),
  since: partialDateField("The beginning"),
  until: partialDateField("The end"),
});

export const PartnerForm = z.object({
  role: z.enum(ROLES_IN_PARTNERSHIP, "Choose what they do in the partnership."),
  organization: optionalLine("The organization", { max: 160 }),
  organizationKind: z
    .enum(["", ...ORGANIZATION_KINDS], "Choose one of the kinds.")
    .default("")
    .transform((kind) => kind || undefined),
  name: optionalLine("The name", { max: 120 }),
  profile: optionalLine("The profile", { max: 200 }),
  title: optionalLine("The title", { max: 120 }),
  agreed: checkboxField,
  from: partialDateField("The beginning"),
  to: partialDateField("The end"),
  shown: checkboxField,
});

export const MilestoneForm = z.object({
  kind: z.enum(MILESTONE_KINDS, "Choose what kind of milestone it is."),
  title: line("A title", { max: 160 }),
  on: partialDateField("The date"),
  note: optionalText("The note", { max: 1_000 }),
  source: optionalLine("The source", { max: 300 }),
  outOfOrder: checkboxField,
});
