import { signedPercentage, whole } from "../analysis/figure-words.ts";
import { periodWords } from "../analysis/question.ts";
import type { Picture, PictureTable } from "./picture.ts";
import { drawTrend } from "./trend-drawing.ts";
import type { Trend, TrendSet } from "./trend-set.ts";
import { listed, namesOf } from "./wording.ts";

/** More lines than these nobody can follow. */
const MOST_LINES = 8;

/** Jobs over all periods that are held. */
export function trendPicture({ place, trends, breaks = [], notes = [] }: TrendSet): Picture {
  const sorted = [...trends].sort((a, b) => largest(b) - largest(a));
  const sayable = sorted.filter((trend) => largest(trend) > 0);
  const drawn = sayable.slice(0, MOST_LINES);
  const crowded = sayable.slice(MOST_LINES);
  const hidden = sorted.filter((trend) => !sayable.includes(trend));
  const periods = [...new Set(trends.flatMap(({ points }) => points.map(({ period }) => period)))].sort();
  const span = spanOf(periods);
  return {
    title: "Jobs over the years",
    alt: `Lines of jobs in ${place}, ${span}: ${listed(drawn.map(({ title }) => title))}.`,
    sentence: sentenceOf(drawn, periods),
    beneath: [
      ...breaks.map(({ words }) => words),
      ...notes,
      ...(crowded.length > 0 ? [`Not drawn, so that the lines can be told apart: ${namesOf(crowded)}.`] : []),
      ...(hidden.length > 0
        ? [`Not drawn, because no jobs of theirs are published: ${namesOf(hidden)}.`]
        : []),
    ],
    table: tableOf(sorted, periods, span),
    draw: (pen, look) => drawTrend({ trends: drawn, periods, breaks }, pen, look),
  };
}

function largest({ points }: Trend): number {
  return Math.max(0, ...points.map(({ jobs }) => jobs.value ?? jobs.low ?? 0));
}

function spanOf(periods: readonly string[]): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return "no period";
  return first === last ? periodWords(first) : `${periodWords(first)} to ${periodWords(last)}`;
}

function sentenceOf(trends: readonly Trend[], periods: readonly string[]): string {
  const moved = trends.flatMap((trend) => {
    const known = trend.points.filter(({ jobs }) => jobs.value !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last || first === last || !first.jobs.value) return [];
    return [{ trend, first, last, growth: last.jobs.value! / first.jobs.value - 1 }];
  });
  const sorted = moved.sort((a, b) => b.growth - a.growth);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const one = trends[0];
  if (!best || !worst)
    return one
      ? `${one.title} is the largest of these; how it moved cannot be told from what is published.`
      : "There are no figures to draw.";
  const said = ({ trend, first, last, growth }: typeof best) =>
    `${trend.title} went from ${whole(first.jobs.value!)} jobs in ${periodWords(first.period)} to ${whole(last.jobs.value!)} in ${periodWords(last.period)} (${signedPercentage(growth)})`;
  const gaps = trends.filter(({ points }) => points.some(({ jobs }) => jobs.value === null)).length;
  return [
    sorted.length > 1 ? `${said(best)}, the best of these; ${said(worst)}, the weakest.` : `${said(best)}.`,
    ...(gaps > 0
      ? ["Where a line is broken, figures are withheld; a dashed stroke shows between what they lie."]
      : []),
    ...(periods.length === 2 ? ["Two years make no trend: import more to see further back."] : []),
  ].join(" ");
}

function tableOf(trends: readonly Trend[], periods: readonly string[], span: string): PictureTable {
  return {
    caption: `Jobs, ${span}`,
    columns: [
      { label: "Industry", heads: true },
      ...periods.map((period) => ({ label: periodWords(period), format: whole })),
    ],
    rows: trends.map(({ title, points }) => {
      const jobs = new Map(points.map((point) => [point.period, point.jobs]));
      return [title, ...periods.map((period) => jobs.get(period) ?? null)];
    }),
  };
}
