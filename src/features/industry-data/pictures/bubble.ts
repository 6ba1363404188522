import type { AnalysisAnswer, IndustryRow } from "../analysis/answer.ts";
import { figureWords, quotient, ratio, signedPercentage, whole } from "../analysis/figure-words.ts";
import { regionTitle } from "../analysis/region-words.ts";
import { drawBubbles } from "./bubble-drawing.ts";
import { type PlacedBubble, placedBubbles } from "./bubble-places.ts";
import type { Picture, PictureTable } from "./picture.ts";
import {
  countWords,
  growthWords,
  isWithoutNation,
  largestFirst,
  namesOf,
  spanWords,
  upperFirst,
  withJobs,
} from "./wording.ts";

/** How concentrated an industry is, against how it grew; the size is its jobs, the filling its pay. */
export function bubblePicture(answer: AnalysisAnswer): Picture {
  const rows = largestFirst(answer.rows);
  const bubbles = placedBubbles(rows);
  const placed = new Set(bubbles.map(({ row }) => row));
  const left = rows.filter((row) => !placed.has(row));
  return {
    title: "Concentration and growth",
    alt: `Bubble chart of ${countWords(bubbles.length, "industry", "industries")} in ${regionTitle(answer.question.counties)}: location quotient against growth, ${spanWords(answer)}.`,
    sentence: sentenceOf(answer, bubbles),
    beneath: isWithoutNation(answer) ? [] : beneathOf(left),
    isEmpty: bubbles.length === 0,
    table: tableOf(answer, rows),
    draw: (pen, look) => drawBubbles(bubbles, answer.total.scope, pen, look),
  };
}

function sentenceOf(answer: AnalysisAnswer, bubbles: readonly PlacedBubble[]): string {
  const known = bubbles.filter(({ isSure }) => isSure).map(({ row }) => row);
  const largest = known[0];
  if (isWithoutNation(answer))
    return "How concentrated an industry is here cannot be told without figures of the nation, which are not held for these years.";
  if (!largest) return "No industry of this region has all the figures that this picture needs.";
  const sentences = [largestWords(largest, answer)];
  const strongest = strongestGrowing(known, largest);
  if (strongest)
    sentences.push(
      `Of those that are both concentrated here and growing, ${strongest.title} stands out: ${times(strongest)} the nation’s share, and ${signedPercentage(strongest.percent.value!)}.`,
    );
  const hollow = bubbles.length - known.length;
  if (hollow > 0)
    sentences.push(
      `${upperFirst(countWords(hollow, "industry is", "industries are"))} drawn with dashes, because part of the figures is withheld${bubbles.some(({ growth }) => growth === undefined) ? "; those beside the plot could have grown or shrunk" : ""}.`,
    );
  return sentences.join(" ");
}

function largestWords(row: IndustryRow, { total, question }: AnalysisAnswer): string {
  const share = row.lq1.value!;
  const against =
    share >= 1.05
      ? `a larger share than in the nation (${quotient(share)} times)`
      : share <= 0.95
        ? `a smaller share than in the nation (${quotient(share)} times)`
        : "about the same share as in the nation";
  const all = growthWords(total.scope);
  const whose = question.ownership === "private" ? "all private jobs" : "all jobs";
  return `${row.title} has ${figureWords(row.jobs1, whole)} jobs, ${against}, and ${growthWords(row)}${all ? `; ${whose} here together ${all}` : ""}.`;
}

function strongestGrowing(rows: readonly IndustryRow[], but: IndustryRow): IndustryRow | undefined {
  return rows
    .filter((row) => row !== but && !row.isSmall && row.lq1.value! >= 1.05 && row.percent.value! > 0)
    .sort((a, b) => b.lq1.value! * b.jobs1.value! - a.lq1.value! * a.jobs1.value!)[0];
}

const times = ({ lq1 }: IndustryRow) => `${quotient(lq1.value!)} times`;

function beneathOf(left: readonly IndustryRow[]): string[] {
  const withheld = left.filter(({ withheldCounties, broken }) => withheldCounties > 0 && !broken);
  const other = left.filter((row) => !withheld.includes(row));
  return [
    ...(withheld.length > 0
      ? [`Not drawn, because too much is withheld to give them a place: ${namesOf(withheld, withJobs)}.`]
      : []),
    ...(other.length > 0
      ? [
          `Not drawn, because there are no jobs, no growth or no quotient to show: ${namesOf(other, withJobs)}.`,
        ]
      : []),
  ];
}

function tableOf(answer: AnalysisAnswer, rows: readonly IndustryRow[]): PictureTable {
  return {
    caption: `Concentration and growth by industry, ${spanWords(answer)}`,
    columns: [
      { label: "No." },
      { label: "Industry", heads: true },
      { label: "Jobs", format: whole },
      { label: "Growth", format: signedPercentage },
      { label: "Location quotient", format: quotient },
      { label: "Pay, to the region’s average", format: ratio },
    ],
    rows: rows.map((row, index) => [index + 1, row.title, row.jobs1, row.percent, row.lq1, row.payRatio1]),
  };
}
