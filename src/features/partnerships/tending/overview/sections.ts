import { countyListWords, stateByCode } from "#features/places/public.ts";
import { longDate } from "#ui/dates.tsx";
import { STAGE_WORDS } from "../../stages.ts";
import { tendPath } from "../paths.ts";
import type { Tended } from "../queries.ts";
import { COUNTIES_KNOWN_WORDS } from "../words.ts";

/** A section of the page as its overview tells it. */
export interface SectionSummary {
  title: string;
  href: string;
  words: string;
  /** What is missing, or what readers do not see. */
  wants?: string;
}

const LONGEST = 160;

/** What the page holds, section by section, with what is still missing. */
export function sectionsOf(tended: Tended, people: { holders: number; invited: number }): SectionSummary[] {
  const { slug, content, stage, stageSince, version } = tended;
  const unseen = content.champions.filter(({ consent }) => !consent).length;
  const places = content.states.map((code) => stateByCode(code)?.name ?? code).join(", ");
  return [
    {
      title: "Name and story",
      href: tendPath(slug, "basics"),
      words: content.summary || "There is no summary yet.",
      ...missing(
        !content.summary && "a summary",
        !content.story && "a story",
        content.sectors.length === 0 && "a sector",
      ),
    },
    {
      title: "Where it works",
      href: tendPath(slug, "place"),
      words: [content.region, countyListWords(content.counties) || places].filter(Boolean).join(": "),
      ...(content.countiesKnown === "unknown" || content.countiesKnown === "approximate"
        ? { wants: `Counties: ${COUNTIES_KNOWN_WORDS[content.countiesKnown].toLowerCase()}` }
        : {}),
    },
    {
      title: "Stage",
      href: tendPath(slug, "stage"),
      words: `${STAGE_WORDS[stage].name}${stageSince ? ` since ${longDate(stageSince)}` : ""}. ${STAGE_WORDS[stage].means}`,
      ...missing((stage === "unknown" && "its stage") || (!stageSince && "its date")),
    },
    {
      title: "Priorities",
      href: tendPath(slug, "priorities"),
      words: namesOf(content.priorities.map(({ title }) => title)),
      ...missing(content.priorities.length === 0 && "what the businesses chose"),
    },
    {
      title: "Champions",
      href: tendPath(slug, "champions"),
      words: namesOf(content.champions.map(({ person }) => person.name)),
      ...(unseen > 0
        ? { wants: `${unseen} not public, no consent written down` }
        : missing(content.champions.length === 0 && "the champions")),
    },
    {
      title: "Convener and partners",
      href: tendPath(slug, "partners"),
      words: namesOf(
        content.roles.map(({ organization, person }) => organization?.name ?? person?.name ?? ""),
      ),
      ...missing(!content.roles.some(({ role, to }) => /convener$/.test(role) && !to) && "the convener"),
    },
    {
      title: "Milestones",
      href: tendPath(slug, "milestones"),
      words: namesOf(content.milestones.map(({ title }) => title)),
      ...missing(content.milestones.length === 0 && "academy and launch"),
    },
    {
      title: "Who looks after it",
      href: tendPath(slug, "editors"),
      words: [
        people.holders === 0
          ? "Nobody yet"
          : people.holders === 1
            ? "One person"
            : `${people.holders} people`,
        people.invited > 0 && `${people.invited} invited`,
      ]
        .filter(Boolean)
        .join(", "),
    },
    {
      title: "Versions",
      href: tendPath(slug, "versions"),
      words: version === 1 ? "One version so far" : `${version} versions, each of which can come back`,
    },
  ];
}

function namesOf(names: string[]): string {
  if (names.length === 0) return "Nothing here yet";
  const words = names.filter(Boolean).join("; ");
  return words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s+\S*$/, "")} …` : words;
}

function missing(...wanted: (string | false)[]): { wants?: string } {
  const wants = wanted.filter(Boolean).join(", ");
  return wants ? { wants: `Missing: ${wants}` } : {};
}
