import { stateByCode } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { ExchangeColumn, ExchangeRow } from "#platform/exchange.ts";
import type { PartnershipContent } from "../content.ts";
import { STAGES, type Stage } from "../stages.ts";

export const COUNTIES_KNOWN = ["exact", "approximate", "whole-state", "unknown"] as const;
export const SETTINGS = ["rural", "metro", "both"] as const;

const DATE = "As far as it is known: 2018, 2018-03 or 2018-03-14.";

export const COLUMNS: readonly ExchangeColumn[] = [
  {
    key: "slug",
    hint: "The last part of the address of its page, for one that is there already. Leave it empty for a new one.",
    example: "",
  },
  {
    key: "name",
    hint: "As the partnership calls itself.",
    required: true,
    example: "Platte Valley Healthcare Partnership",
  },
  {
    key: "also_known_as",
    hint: "Earlier and shorter names, separated by semicolons.",
    example: "Platte Health",
  },
  {
    key: "summary",
    hint: "One or two sentences for its card, plain text.",
    example: "Hospitals and clinics along the Platte grow their own nurses.",
  },
  { key: "region", hint: "The region in words.", example: "Platte Valley" },
  {
    key: "states",
    hint: "Postal codes or names, separated by semicolons; the main one first.",
    required: true,
    example: "NE",
  },
  {
    key: "counties",
    hint: "FIPS codes of five digits, or names (with the state, where several are given), separated by semicolons.",
    example: "31079; 31019",
  },
  {
    key: "counties_known",
    hint: `How sure the counties are: ${COUNTIES_KNOWN.join(", ")}. Where it is empty, given counties count as exact.`,
    example: "exact",
  },
  { key: "setting", hint: `One of: ${SETTINGS.join(", ")}.`, example: "rural" },
  {
    key: "sectors",
    hint: "Names or slugs of sectors, separated by semicolons; the main one first.",
    example: "healthcare",
  },
  { key: "stage", hint: `One of: ${STAGES.join(", ")}.`, example: "active" },
  { key: "stage_since", hint: `Since when it is at this stage. ${DATE}`, example: "2018-10" },
  {
    key: "stage_word",
    hint: "A word of explanation. It is needed where a stage moves backwards, pauses or ends, and is not exported.",
    example: "",
  },
  { key: "academy_on", hint: `When its team was at an academy. ${DATE}`, example: "2018-03" },
  { key: "launched_on", hint: `When it launched. ${DATE}`, example: "2018-10-04" },
  {
    key: "conveners",
    hint: "Organizations that convene it now, separated by semicolons. Those that the directory does not know are added to it.",
    example: "Southeast Community College",
  },
  { key: "website", hint: "Starts with https://", example: "https://example.org/platte" },
  {
    key: "source",
    hint: "Where these facts come from: a name or a web address. It is added to the sources that are there.",
    example: "Nebraska Department of Labor, 2019",
  },
];

/** A partnership that is there, as much of it as a row can say or change. */
export interface KnownRow {
  id: string;
  slug: string;
  version: number;
  stage: Stage;
  stageSince: string | null;
  content: PartnershipContent;
}

/** Several in one cell. */
export const joined = (words: readonly string[]) => words.join("; ");

/** The parts of such a cell. */
export function separated(cell: string): string[] {
  return cell
    .split(/[;\n]/)
    .map((one) => one.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

/** The milestone of a kind that counts: the earliest. */
export function milestoneAt(content: PartnershipContent, kind: "academy" | "launch") {
  return content.milestones
    .filter((one) => one.kind === kind && one.on !== null)
    .sort((a, b) => (a.on! < b.on! ? -1 : 1))
    .at(0);
}

/** Organizations that convene it today. */
export function convenersOf(content: PartnershipContent) {
  return content.roles.filter(
    ({ role, organization, to }) => (role === "convener" || role === "co-convener") && organization && !to,
  );
}

export function rowOf(known: KnownRow, sectors: ReadonlyMap<string, Sector>): ExchangeRow {
  const { content, stage, stageSince, slug } = known;
  return {
    slug,
    name: content.name,
    also_known_as: joined(content.alsoKnownAs),
    summary: content.summary,
    region: content.region,
    states: joined(content.states.map((code) => stateByCode(code)?.postal ?? code)),
    counties: joined(content.counties),
    counties_known: content.countiesKnown,
    setting: content.setting ?? "",
    sectors: joined(content.sectors.flatMap((id) => sectors.get(id)?.slug ?? [])),
    stage,
    stage_since: stageSince ?? "",
    stage_word: "",
    academy_on: milestoneAt(content, "academy")?.on ?? "",
    launched_on: milestoneAt(content, "launch")?.on ?? "",
    conveners: joined([...new Set(convenersOf(content).map(({ organization }) => organization!.name))]),
    website: content.website ?? "",
    source: content.sources[0]?.name ?? "",
  };
}
