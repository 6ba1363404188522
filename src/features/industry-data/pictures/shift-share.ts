import type { AnalysisAnswer, IndustryRow } from "../analysis/answer.ts";
import { signedWhole, whole } from "../analysis/figure-words.ts";
import { regionTitle } from "../analysis/region-words.ts";
import type { Bounded } from "../figures/bounded.ts";
import type { Picture, PictureTable } from "./picture.ts";
import { drawShiftShare } from "./shift-share-drawing.ts";
import { countWords, isWithoutNation, namesOf, spanWords, upperFirst, withJobs } from "./wording.ts";

/** So many gains and so many losses make one picture; the table has all. */
const MOST_EACH = 9;

/** Why jobs came or went, industry by industry: with the nation, with the industry, and the region's own part. */
export function shiftSharePicture(answer: AnalysisAnswer): Picture {
  const sorted = answer.rows
    .filter((row) => middleOf(row.change) !== undefined)
    .sort((a, b) => middleOf(b.change)! - middleOf(a.change)! || (a.industry < b.industry ? -1 : 1));
  const sure = sorted.filter(({ change }) => change.value !== null);
  const widest = Math.max(1, ...sure.map(({ change }) => Math.abs(change.value!)));
  // A reach half as wide as the picture says less than the words beneath.
  const telling = sorted.filter(
    ({ change }) => change.value !== null || change.high! - change.low! <= 0.6 * widest,
  );
  const gains = telling.filter(({ change }) => middleOf(change)! >= 0).slice(0, MOST_EACH);
  const losses = telling.filter(({ change }) => middleOf(change)! < 0).slice(-MOST_EACH);
  const rows = [...gains, ...losses];
  return {
    title: "Why jobs came or went",
    alt: `Bars of ${countWords(rows.length, "industry", "industries")} in ${regionTitle(answer.question.counties)}: what the nation, the industry and the region itself did to their jobs, ${spanWords(answer)}.`,
    sentence: sentenceOf(answer),
    beneath: isWithoutNation(answer) ? [] : beneathOf(answer.rows, telling, rows),
    isEmpty: rows.length === 0 || isWithoutNation(answer),
    table: tableOf(answer, sorted),
    draw: (pen, look) => drawShiftShare(rows, pen, look),
  };
}

export function middleOf({ value, low, high }: Bounded): number | undefined {
  if (value !== null) return value;
  return low !== null && high !== null ? (low + high) / 2 : undefined;
}

function sentenceOf({ rows, total, question, notes }: AnalysisAnswer): string {
  const { scope } = total;
  const whose = question.ownership === "private" ? "Private employers here" : "Employers here";
  const sentences: string[] = [];
  if (scope.change.value !== null)
    sentences.push(
      scope.change.value >= 0
        ? `${whose} gained ${whole(scope.change.value)} jobs.`
        : `${whose} lost ${whole(-scope.change.value)} jobs.`,
    );
  const sure = rows.filter(({ competitiveEffect }) => competitiveEffect.value !== null);
  const sorted = sure.sort((a, b) => b.competitiveEffect.value! - a.competitiveEffect.value!);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const open = rows.length - sure.length;
  if (isWithoutNation({ notes }))
    return [
      ...sentences,
      "Which part of a change is the region’s own cannot be told without figures of the nation, which are not held for these years.",
    ].join(" ");
  const among = open > 0 && sure.length > 1 ? "Where all of it can be told, most" : "Most";
  if (best && best.competitiveEffect.value! >= 0.5)
    sentences.push(
      `${among} by the region’s own strength came in ${best.title}: ${whole(best.competitiveEffect.value!)} jobs more than the nation and the industry explain.`,
    );
  if (worst && worst.competitiveEffect.value! <= -0.5)
    sentences.push(
      `The region fell behind most in ${worst.title}: ${whole(-worst.competitiveEffect.value!)} jobs fewer than the nation and the industry explain.`,
    );
  if (open > 0)
    sentences.push(
      `For ${sure.length === 0 ? "all" : countWords(open, "industry", "industries")} the region’s own part can only be told between bounds, because figures are withheld or the nation’s are not known exactly.`,
    );
  return sentences.join(" ");
}

function beneathOf(
  all: readonly IndustryRow[],
  telling: readonly IndustryRow[],
  drawn: readonly IndustryRow[],
): string[] {
  const small = telling.filter((row) => !drawn.includes(row));
  const broken = all.filter((row) => row.broken);
  const hidden = all.filter((row) => !telling.includes(row) && !row.broken);
  return [
    ...(small.length > 0
      ? [
          `${upperFirst(countWords(small.length, "industry", "industries"))} with smaller changes ${small.length === 1 ? "stands" : "stand"} in the table: ${namesOf(small)}.`,
        ]
      : []),
    ...(hidden.length > 0
      ? [`Not drawn, because too much is withheld to say how they changed: ${namesOf(hidden, withJobs)}.`]
      : []),
    ...(broken.length > 0
      ? [`Not drawn, because the two years do not count the same industry: ${namesOf(broken)}.`]
      : []),
  ];
}

function tableOf(answer: AnalysisAnswer, sorted: readonly IndustryRow[]): PictureTable {
  const rows = [...sorted, ...answer.rows.filter((row) => !sorted.includes(row))];
  return {
    caption: `What changed the number of jobs, ${spanWords(answer)}`,
    columns: [
      { label: "Industry", heads: true },
      { label: "Change", format: signedWhole },
      { label: "With the nation", format: signedWhole },
      { label: "With the industry", format: signedWhole },
      { label: "The region’s own", format: signedWhole },
    ],
    rows: rows.map((row) => [
      row.title,
      row.change,
      row.nationalGrowth,
      row.industryMix,
      row.competitiveEffect,
    ]),
  };
}
