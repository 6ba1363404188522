import { type FieldDifference, fieldDifferences } from "#base/differences.ts";
import { countyByFips, countyLabel, stateByCode } from "#features/places/public.ts";
import { sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { longDate } from "#ui/dates.tsx";
import type { PartnershipContent } from "../../content.ts";
import { THEMES } from "../../themes.ts";
import {
  COUNTIES_KNOWN_WORDS,
  MILESTONE_WORDS,
  PRIORITY_STATE_WORDS,
  ROLE_WORDS,
  SETTING_WORDS,
  spanWords,
  wordIn,
} from "../words.ts";

const LABELS: Record<string, string> = {
  name: "Name",
  alsoKnownAs: "Also known as",
  summary: "Summary",
  story: "Story",
  sectors: "Sectors",
  website: "Website",
  region: "Region",
  states: "States",
  counties: "Counties",
  countiesKnown: "How well the counties are known",
  countiesNote: "Note on the counties",
  setting: "Setting",
  priorities: "Priorities",
  champions: "Champions",
  roles: "Convener and partners",
  milestones: "Milestones",
  sources: "Sources",
};

/** What changed from one version to another, field by field, in words. One query at most, for the sectors. */
export async function contentDifferences(
  ctx: Ctx,
  before: PartnershipContent,
  after: PartnershipContent,
): Promise<FieldDifference[]> {
  const sectors = await sectorsByIds(ctx, [...before.sectors, ...after.sectors]);
  const nameOf = (id: string) => sectors.get(id)?.name ?? "one that is gone";
  return fieldDifferences(inWords(before, nameOf), inWords(after, nameOf), LABELS);
}

function inWords(page: PartnershipContent, sectorName: (id: string) => string): Record<string, string> {
  const stateName = (code: string) => stateByCode(code)?.name ?? code;
  const county = (fips: string) => {
    const known = countyByFips(fips);
    return known ? countyLabel(known) : fips;
  };
  return {
    name: page.name,
    alsoKnownAs: page.alsoKnownAs.join(", "),
    summary: page.summary,
    story: page.story,
    sectors: page.sectors.map(sectorName).join(", "),
    website: page.website ?? "",
    region: page.region,
    states: page.states.map(stateName).join(", "),
    counties: page.counties.map(county).join(", "),
    countiesKnown: wordIn(COUNTIES_KNOWN_WORDS, page.countiesKnown),
    countiesNote: page.countiesNote,
    setting: page.setting ? SETTING_WORDS[page.setting] : "",
    priorities: page.priorities.map(priorityWords).join("\n\n"),
    champions: page.champions.map(championWords).join("\n\n"),
    roles: page.roles.map(roleWords).join("\n\n"),
    milestones: page.milestones.map(milestoneWords).join("\n\n"),
    sources: page.sources.map(({ name, url, note }) => lines(name, url, note)).join("\n\n"),
  };
}

const lines = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join("\n");
const named = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(", ");

function priorityWords(one: PartnershipContent["priorities"][number]): string {
  return lines(
    `${one.title} (${wordIn(THEMES, one.theme)}, ${PRIORITY_STATE_WORDS[one.state].toLowerCase()})`,
    one.description,
    one.lead && `Led by ${named(one.lead.name, one.leadOrganization)}`,
    !one.lead && one.leadOrganization && `Led by ${one.leadOrganization}`,
    one.supportLead && `Supported by ${one.supportLead}`,
    one.cameOfIt && `What came of it: ${one.cameOfIt}`,
  );
}

function championWords(one: PartnershipContent["champions"][number]): string {
  const { consent } = one;
  return lines(
    named(one.person.name, one.title, one.organization?.name),
    spanWords(one.since, one.until),
    one.words,
    one.video,
    one.transcript.replace(/\n\s*\n/g, "\n"),
    consent
      ? `Consent: ${consent.how}, ${longDate(consent.on)}, asked by ${consent.recordedBy}`
      : "No consent written down",
  );
}

function roleWords(one: PartnershipContent["roles"][number]): string {
  return lines(
    `${ROLE_WORDS[one.role]}: ${named(one.person?.name, one.title, one.organization?.name)}`,
    spanWords(one.from, one.to),
    !one.shown && "Not shown to readers",
  );
}

function milestoneWords(one: PartnershipContent["milestones"][number]): string {
  return lines(
    `${MILESTONE_WORDS[one.kind]}: ${one.title}`,
    one.on ? longDate(one.on) : "Date not known",
    one.note,
    one.source,
  );
}
