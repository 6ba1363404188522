import { type PartnershipRecord, THEMES } from "#features/partnerships/public.ts";
import { allStates } from "#features/places/public.ts";
import { longDate } from "#ui/dates.tsx";
import type { EvidenceKind } from "./content.ts";

/** Themes whose subject is people and skills; any other shows that the work is wider than workforce. */
const WORKFORCE = new Set(["talent-pipeline", "training", "career-awareness", "retention"]);

/**
 * What the record says beside an indicator, as sentences; empty where it says nothing. It names organizations at most,
 * never a person.
 */
export function evidenceFor(
  kinds: readonly EvidenceKind[],
  record: PartnershipRecord,
  timeZone: string,
): string[] {
  return kinds.flatMap((kind) => SENTENCES[kind](record, timeZone));
}

const SENTENCES: Record<EvidenceKind, (record: PartnershipRecord, timeZone: string) => string[]> = {
  footprint({ counties, countiesKnown, states, region }) {
    const where = region ? `${region}: ` : "";
    const across =
      states.length > 1 ? ` across ${list(states.map(stateName))}` : ` in ${stateName(states[0])}`;
    if (countiesKnown === "whole-state") return [`${where}the whole of ${list(states.map(stateName))}.`];
    if (counties === 0) return ["The page does not say yet which counties belong to the region."];
    const about = countiesKnown === "approximate" ? "about " : "";
    return [`${where}${about}${count(counties, "county", "counties")}${across}.`];
  },
  champions: ({ champions }) =>
    champions === 0
      ? ["No business champion is named on the page."]
      : [`${count(champions, "business champion")} named on the page.`],
  room({ businesses, publicPartners }) {
    if (businesses + publicPartners === 0) return [];
    return [
      `Named on the page: ${count(businesses, "business", "businesses")} and ${count(publicPartners, "public or community partner")}.`,
    ];
  },
  "priority-leads": ({ priorities: { all, led } }) =>
    all === 0 ? [] : [`Business leads ${led} of ${count(all, "priority", "priorities")}.`],
  subjects({ priorities: { all, themes } }) {
    if (all === 0) return ["The page names no priority yet."];
    const wider = themes.filter((theme) => !WORKFORCE.has(theme));
    const about = `Priorities are about ${list(themes.map((theme) => lower(THEMES[theme])))}.`;
    return [wider.length > 0 ? about : `${about} All of it is about people and skills.`];
  },
  "public-team"({ conveners, supportPartners }) {
    const convening =
      conveners.length === 0
        ? "The page names no convener."
        : conveners.length === 1
          ? `${conveners[0]} convenes.`
          : `${list(conveners)} convene together.`;
    return [`${convening} ${count(supportPartners, "support partner")} named.`];
  },
  "plan-work": ({ priorities: { all, underWay, achieved, told } }) =>
    all === 0
      ? []
      : [
          `${count(all, "priority", "priorities")}: ${underWay} under way, ${achieved} achieved. ${
            told === 0 ? "None says yet what came of it." : `What came of it is told for ${told}.`
          }`,
        ],
  freshness({ changedAt, confirmedAt }, zone) {
    const confirmed = confirmedAt
      ? `Its team last said that all of it is true on ${day(confirmedAt, zone)}.`
      : "Nobody has confirmed it so far.";
    return [`The page was last changed on ${day(changedAt, zone)}. ${confirmed}`];
  },
  milestones: ({ milestones, newestMilestone }) =>
    milestones === 0
      ? []
      : [
          newestMilestone
            ? `${count(milestones, "milestone")}, the newest in ${longDate(newestMilestone.on)}: ${newestMilestone.title}.`
            : `${count(milestones, "milestone")}.`,
        ],
  happenings: ({ happenings: { counted, more } }) => [
    counted === 0
      ? "It has shared no happening on this site so far."
      : `${more ? "More than " : ""}${count(counted, "happening")} shared on this site.`,
  ],
};

const stateName = (code: string | undefined): string =>
  allStates().find((state) => state.code === code)?.name ?? code?.toUpperCase() ?? "";

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number === 0 ? "No" : number} ${number === 1 ? one : many}`;

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

export function list(words: readonly string[]): string {
  return new Intl.ListFormat("en-US", { type: "conjunction" }).format(words);
}

function day(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "long",
    day: "numeric",
  }).format(at);
}
