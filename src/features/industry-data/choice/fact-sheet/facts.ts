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
  /** How far the number is sure, where it is not the whole truth. */
  before?: "At least" | "About";
  number: string;
  words: string;
}

/** The sector that a decision begins with. */
export function firstRow({ rows, first }: DecisionRecord): IndustryRow | undefined {
  return rows.find(({ industry }) => industry === first);
}

const AT_LEAST = { before: "At least" } as const;

/** A fact in one line: "At least 1,730 jobs in …". */
export function factText({ before, number, words }: Fact): string {
  return [before, number, words].filter(Boolean).join(" ");
}

/** As many as a reader takes in at a glance. */
const MOST_FACTS = 7;

/** Five to seven figures in plain words, made from what the decision froze and from nothing else. */
export function factsOf(record: DecisionRecord): Fact[] {
  const row = firstRow(record);
  if (!row) return [];
  const { from, to } = record.question;
  const facts = [
    fact(row.jobs1, whole, `jobs in ${titleIn(record, record.first)}, ${periodWords(to)}`),
    fact(row.share1, percentage, "of all jobs in the region"),
    direction(row.change, `jobs since ${periodWords(from)}`),
    row.averagePay1 === null
      ? undefined
      : {
          ...(row.payIsPartial ? { before: "About" as const } : {}),
          number: dollars(row.averagePay1),
          words: `average pay a year${row.payRatio1 === null ? "" : `, ${payWords(row.payRatio1)}`}`,
        },
    { number: whole(row.establishments1), words: "places of work" },
    timesTheNation(row.lq1),
    direction(row.competitiveEffect, "jobs against what the nation’s trends alone would have brought"),
    row.visibleWages1 > 0
      ? {
          ...(row.totalWages1 === null ? AT_LEAST : {}),
          number: millions(row.visibleWages1),
          words: `wages paid in ${periodWords(to)}`,
        }
      : undefined,
  ];
  return facts.filter((one) => one !== undefined).slice(0, MOST_FACTS);
}

/** What is sure: where some is withheld, the least that it can be. */
function fact({ value, low }: Bounded, format: FigureFormat, words: string): Fact | undefined {
  if (value !== null) return { number: format(value), words };
  return low === null || low <= 0 ? undefined : { ...AT_LEAST, number: format(low), words };
}

/** A gain or a loss; nothing where what is withheld could turn the one into the other. */
function direction({ value, low, high }: Bounded, words: string): Fact | undefined {
  if (value !== null) return { number: signedWhole(value), words };
  if (low !== null && low > 0) return { ...AT_LEAST, number: signedWhole(low), words };
  return high !== null && high < 0 ? { ...AT_LEAST, number: signedWhole(high), words } : undefined;
}

/** How concentrated it is; below the nation's share it is no reason to come, and is left out. */
function timesTheNation({ value, low }: Bounded): Fact | undefined {
  const sure = value ?? low;
  if (sure === null || sure < 1) return undefined;
  return {
    ...(value === null ? AT_LEAST : {}),
    number: `${quotient(sure)} times`,
    words: "the share of jobs that it has in the nation",
  };
}

const millions = (wages: number) => `$${(wages / 1_000_000).toFixed(wages < 10_000_000 ? 1 : 0)} million`;

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
