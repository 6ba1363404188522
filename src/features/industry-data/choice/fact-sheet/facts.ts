import { absoluteUrl, type Site } from "#base/site.ts";
import type { Block, DocumentToWrite } from "#platform/documents/blocks.ts";
import { longDate } from "#ui/dates.tsx";
import type { IndustryRow } from "../../analysis/answer.ts";
import {
  dollars,
  type FigureFormat,
  figureWords,
  percentage,
  quotient,
  signedWhole,
  whole,
} from "../../analysis/figure-words.ts";
import { periodWords } from "../../analysis/question.ts";
import type { Bounded } from "../../figures/bounded.ts";
import { decisionPath } from "../decision-paths.ts";
import type { Decision, FactSheet } from "../decisions/queries.ts";
import { type DecisionRecord, titleIn } from "../decisions/record.ts";
import { countiesWords } from "../decisions/words.ts";

/** One figure with what it says, for somebody who has never seen the table. */
export interface Fact {
  number: string;
  words: string;
}

/** The sector that a decision begins with. */
export function firstRow({ rows, first }: DecisionRecord): IndustryRow | undefined {
  return rows.find(({ industry }) => industry === first);
}

/** Five to seven figures in plain words, made from what the decision froze and from nothing else. */
export function factsOf(record: DecisionRecord): Fact[] {
  const row = firstRow(record);
  if (!row) return [];
  const { from, to } = record.question;
  const of = (figure: Bounded, format: FigureFormat, words: string): Fact | undefined =>
    // Nothing is said of what nobody can say anything about.
    figure.value === null && figure.low === null ? undefined : { number: figureWords(figure, format), words };
  const facts: (Fact | undefined)[] = [
    {
      number: figureWords(row.jobs1, whole),
      words: `jobs in ${titleIn(record, record.first)}, ${periodWords(to)}`,
    },
    of(row.share1, percentage, "of all jobs in the region"),
    { number: whole(row.establishments1), words: "places of work" },
    of(row.change, signedWhole, `jobs since ${periodWords(from)}`),
    row.averagePay1 === null
      ? undefined
      : {
          number: `${row.payIsPartial ? "about " : ""}${dollars(row.averagePay1)}`,
          words:
            row.payRatio1 === null ? "average pay a year" : `average pay a year, ${payWords(row.payRatio1)}`,
        },
    of(row.lq1, (value) => `${quotient(value)} times`, "the share of jobs that it has in the nation"),
    of(
      row.competitiveEffect,
      signedWhole,
      "jobs more or fewer than the nation’s trends alone would have brought",
    ),
  ];
  return facts.filter((fact) => fact !== undefined);
}

function payWords(ratio: number): string {
  const off = Math.round(Math.abs(ratio - 1) * 100);
  if (off === 0) return "as much as the region’s average";
  return `${off}% ${ratio > 1 ? "above" : "below"} the region’s average`;
}

/** Jobs of the first sector in both periods, for a small picture; undefined where they are withheld. */
export function jobsBars(record: DecisionRecord) {
  const row = firstRow(record);
  if (!row) return undefined;
  const { from, to } = record.question;
  const ends = [row.jobs0, row.jobs1].map(({ low, high }) => ({ low: low ?? 0, high: high ?? low ?? 0 }));
  const most = Math.max(...ends.map(({ high }) => high), 1);
  return [row.jobs0, row.jobs1].map((figure, index) => ({
    label: periodWords(index === 0 ? from : to),
    sure: (ends[index]?.low ?? 0) / most,
    maybe: (ends[index]?.high ?? 0) / most,
    text: figureWords(figure, whole),
  }));
}

export const USUAL_ASK =
  "Come to the launch: two hours among leaders of the region’s companies in this industry. You set the agenda; the public partners listen and then help.";

export function sourceWords(record: DecisionRecord): string {
  const [, last] = record.provenance;
  const imported = last ? ` (held since ${longDate(last.importedOn.slice(0, 10))})` : "";
  return `Source: U.S. Bureau of Labor Statistics, Quarterly Census of Employment and Wages, ${periodWords(record.question.from)} and ${periodWords(record.question.to)}${imported}. “At least” and “between” say what is sure where BLS withholds figures of single companies.`;
}

/** The sheet as a document of one page. */
export function factSheetDocument(
  site: Site,
  decision: Decision,
  sheet: FactSheet | undefined,
): DocumentToWrite {
  const { record, decidedOn } = decision;
  const title = titleIn(record, record.first);
  const bars = jobsBars(record);
  const blocks: Block[] = [
    { kind: "heading", level: 1, words: `${title} in ${record.region.name}` },
    { kind: "paragraph", look: "lede", words: sheetLede(decision) },
    { kind: "numbers", items: factsOf(record) },
    ...(bars
      ? [
          { kind: "heading" as const, level: 2 as const, words: "Jobs, then and now" },
          {
            kind: "bars" as const,
            alt: `Jobs in ${title}: ${bars.map(({ label, text }) => `${label}, ${text}`).join("; ")}.`,
            bars,
          },
        ]
      : []),
    { kind: "heading", level: 2, words: "What we ask of you" },
    { kind: "paragraph", words: sheet?.ask ?? USUAL_ASK },
    ...(record.launchOn
      ? [{ kind: "paragraph" as const, words: `The launch is on ${longDate(record.launchOn)}.` }]
      : []),
    ...(sheet?.contact ? [{ kind: "paragraph" as const, words: sheet.contact }] : []),
    { kind: "paragraph", look: "small", words: `Counties: ${countiesWords(record)}.` },
    { kind: "paragraph", look: "small", words: sourceWords(record) },
  ];
  return {
    title: `${title} in ${record.region.name}`,
    subject: `Facts about ${title} in ${record.region.name}`,
    foot: `Decided on ${longDate(decidedOn)}. ${absoluteUrl(site, decisionPath(decision.id))}`,
    author: site.name,
    madeAt: decision.createdAt,
    blocks,
  };
}

export function sheetLede({ decidedOn }: Pick<Decision, "decidedOn">): string {
  return `On ${longDate(decidedOn)} a team of the region chose this industry to begin a partnership with: led by its companies, helped by public partners.`;
}
