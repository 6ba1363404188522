import { longDate } from "#ui/dates.tsx";
import type { Decision } from "../decisions/queries.ts";
import { titleIn } from "../decisions/record.ts";
import { countiesWords, nextWords, provenanceWords, questionWords } from "../decisions/words.ts";
import { factsOf, factText } from "../fact-sheet/facts.ts";

export function summaryOf({ record }: Pick<Decision, "record">): string {
  const people = record.scorers.all > 1 ? `${record.scorers.all} people scored, then the team` : "The team";
  return `${people} chose ${titleIn(record, record.first)} as the sector to begin with, on public figures that everybody can check.`;
}

/** A first story in the form's Markdown, from the record alone; whoever shares it makes it their own. */
export function storyOf({ record, decidedOn }: Pick<Decision, "record" | "decidedOn">): string {
  const title = titleIn(record, record.first);
  const next = nextWords(record);
  const parts = [
    `On ${longDate(decidedOn)} the team of ${record.region.name} compared ${record.rows.length} industries and chose ${title} to begin with.${next ? ` Next come ${next}.` : ""}`,
    record.why,
    "## The figures",
    factsOf(record)
      .map((fact) => `- ${factText(fact)}`)
      .join("\n"),
    `Counties: ${countiesWords(record)}. ${questionWords(record)}.`,
    ...provenanceWords(record),
    ...(record.launchOn ? [`The launch is promised for ${longDate(record.launchOn)}.`] : []),
  ];
  return parts.join("\n\n");
}
