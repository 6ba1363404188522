import { longDate } from "#ui/dates.tsx";
import { periodWords } from "../../analysis/question.ts";
import type { Decision } from "./queries.ts";
import type { DecisionRecord, Voice } from "./record.ts";
import { titleIn } from "./record.ts";

/** Somebody who was forgotten has no name any more. */
export function voiceText({ name, role }: Voice): string {
  if (name === "") return "Somebody who asked to be forgotten";
  return role === "" ? name : `${name}, ${role}`;
}

/** What was decided, in one sentence. */
export function decisionSentence({ record, decidedOn }: Pick<Decision, "record" | "decidedOn">): string {
  const { region, first } = record;
  return `On ${longDate(decidedOn)} the team of ${region.name} chose ${titleIn(record, first)} as the sector to begin with.`;
}

/** What comes next, the nearest first; empty where nothing was said. */
export function nextWords(record: DecisionRecord): string {
  const titles = record.next.map((industry) => titleIn(record, industry));
  if (titles.length === 0) return "";
  return titles.length === 1 ? titles[0]! : `${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}`;
}

const LEVELS = { named: "named sectors of this site", sector: "NAICS sectors", "3": "NAICS subsectors" };

export function questionWords({ question }: DecisionRecord): string {
  const { from, to, ownership, level } = question;
  return `${periodWords(from)} to ${periodWords(to)}, ${ownership === "all" ? "all employers" : "private employers"}, ${LEVELS[level]}`;
}

export function countiesWords({ region }: DecisionRecord): string {
  return region.counties.map(({ name }) => name).join("; ");
}

/** Where the figures came from, one sentence for each period. */
export function provenanceWords({ provenance }: DecisionRecord): string[] {
  return provenance.map(
    ({ period, words, importedOn }) =>
      `${period}: ${words.replace(/\.$/, "")}, held here since ${longDate(importedOn.slice(0, 10))}.`,
  );
}
