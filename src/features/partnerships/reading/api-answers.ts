import { z } from "zod";
import { absoluteUrl, type Site } from "#base/site.ts";
import type { Sector } from "#features/sectors/public.ts";
import { MILESTONE_KINDS, type PartnershipContent, ROLES_IN_PARTNERSHIP } from "../content.ts";
import { STAGES } from "../stages.ts";
import { THEME_SLUGS } from "../themes.ts";
import { partnershipPath } from "./address.ts";
import type { PartnershipFace } from "./face.ts";
import type { ListedPartnership } from "./listing.ts";

const partialDate = z.string().describe("As much of a date as is known: 2018, 2018-03 or 2018-03-14.");
const slugs = z.array(z.string()).describe("Slugs, the main one first.");

const listed = {
  url: z.url().describe("The page for readers; given once and kept."),
  slug: z.string(),
  name: z.string(),
  nameIsOurs: z
    .boolean()
    .describe("True where the source gives place and industry only, and we put them together."),
  summary: z.string(),
  region: z.string().describe("In words."),
  states: z.array(z.string()).describe("Postal codes, lower case, the main one first."),
  counties: z.array(z.string()).describe("FIPS codes of five digits, as text."),
  countiesKnown: z
    .enum(["exact", "approximate", "whole-state", "unknown"])
    .describe("How sure the counties are."),
  setting: z.enum(["rural", "metro", "both"]).nullable(),
  sectors: slugs,
  stage: z.enum(STAGES).describe("unknown where its source does not say."),
  since: partialDate.nullable(),
  themes: z.array(z.enum(THEME_SLUGS as [string, ...string[]])).describe("What its priorities are about."),
  conveners: z.array(z.string()),
  website: z.string().nullable(),
  changed: z.iso.datetime(),
  confirmed: z.iso.datetime().nullable().describe("When those who look after it last said that it is true."),
};

export const PartnershipSummary = z
  .object({ ...listed, api: z.url().describe("The whole of it, as JSON.") })
  .meta({ id: "PartnershipSummary" });

export const PartnershipAnswer = z
  .object({
    ...listed,
    alsoKnownAs: z.array(z.string()),
    story: z.string().describe("Restricted Markdown."),
    countiesNote: z.string(),
    priorities: z.array(
      z.object({
        title: z.string(),
        theme: z.string(),
        description: z.string(),
        lead: z.string().nullable().describe("The business person who leads it."),
        leadOrganization: z.string(),
        state: z.enum(["open", "under-way", "achieved", "set-aside"]),
        cameOfIt: z.string(),
      }),
    ),
    champions: z
      .array(
        z.object({
          name: z.string(),
          title: z.string(),
          organization: z.string().nullable(),
          words: z.string(),
          video: z.string().nullable(),
          transcript: z.string(),
          since: partialDate.nullable(),
          until: partialDate.nullable(),
        }),
      )
      .describe("Business leaders who agreed to be named."),
    partners: z.array(
      z.object({
        role: z.enum(ROLES_IN_PARTNERSHIP),
        organization: z.string().nullable(),
        person: z.string().nullable(),
        title: z.string(),
        from: partialDate.nullable(),
        to: partialDate.nullable(),
      }),
    ),
    milestones: z.array(
      z.object({
        kind: z.enum(MILESTONE_KINDS),
        title: z.string(),
        on: partialDate.nullable(),
        note: z.string(),
        source: z.string(),
      }),
    ),
    stages: z
      .array(z.object({ stage: z.enum(STAGES), since: partialDate.nullable(), word: z.string() }))
      .describe("Where it stood, the oldest first."),
    sources: z.array(z.object({ name: z.string(), url: z.string().nullable(), note: z.string() })),
  })
  .meta({ id: "Partnership" });

interface Names {
  site: Site;
  sectors: ReadonlyMap<string, Sector>;
}

export function summaryAnswer(item: ListedPartnership, names: Names): z.output<typeof PartnershipSummary> {
  const { site, sectors } = names;
  const { id: _, createdAt: __, changedAt, confirmedAt, ...rest } = item;
  return {
    ...rest,
    url: absoluteUrl(site, partnershipPath(item.slug)),
    api: absoluteUrl(site, `/api/v1${partnershipPath(item.slug)}`),
    sectors: item.sectors.flatMap((sector) => sectors.get(sector)?.slug ?? []),
    changed: changedAt.toISOString(),
    confirmed: confirmedAt?.toISOString() ?? null,
  };
}

export function partnershipAnswer(
  face: PartnershipFace,
  card: ListedPartnership,
  names: Names,
): z.output<typeof PartnershipAnswer> {
  const { api: _, ...basics } = summaryAnswer(card, names);
  const { content, stages } = face;
  return {
    ...basics,
    alsoKnownAs: content.alsoKnownAs,
    story: content.story,
    countiesNote: content.countiesNote,
    priorities: content.priorities.map(
      ({ title, theme, description, lead, leadOrganization, state, cameOfIt }) => ({
        title,
        theme,
        description,
        lead: lead?.name ?? null,
        leadOrganization,
        state,
        cameOfIt,
      }),
    ),
    champions: content.champions.map(championAnswer),
    partners: content.roles.map(({ role, organization, person, title, from, to }) => ({
      role,
      organization: organization?.name ?? null,
      person: person?.name ?? null,
      title,
      from,
      to,
    })),
    milestones: content.milestones.map(({ kind, title, on, note, source }) => ({
      kind,
      title,
      on,
      note,
      source,
    })),
    stages,
    sources: content.sources,
  };
}

function championAnswer(champion: PartnershipContent["champions"][number]) {
  const { person, title, organization, words, video, transcript, since, until } = champion;
  return {
    name: person.name,
    title,
    organization: organization?.name ?? null,
    words,
    video,
    transcript,
    since,
    until,
  };
}
