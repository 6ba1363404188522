import type { Ctx } from "#platform/context.ts";
import { analyze } from "../analysis/analyze.ts";
import type { IndustryRow } from "../analysis/answer.ts";
import { depthsOf, heldPeriods, type Period } from "../analysis/periods.ts";
import { type AnalysisQuestion, periodWords } from "../analysis/question.ts";
import { regionTitle } from "../analysis/region-words.ts";
import type { Trend, TrendSet } from "./trend-set.ts";

/** Jobs of the question's industries in every period of its kind that is held: years, or the same quarter of years. */
export async function trendsOf(ctx: Ctx, question: AnalysisQuestion): Promise<TrendSet> {
  const kind = question.from.slice(4);
  const held = (await heldPeriods(ctx)).filter(({ period }) => period.slice(4) === kind);
  const periods: Period[] = [];
  const without: Period[] = [];
  for (const period of held) {
    const areas = await depthsOf(ctx, period);
    (question.counties.every((fips) => areas.has(fips)) ? periods : without).push(period);
  }
  const trends = new Map<string, Trend & { points: Trend["points"][number][] }>();
  const add = (row: IndustryRow, period: Period, jobs: IndustryRow["jobs0"]) => {
    const { industry, title, look } = row;
    const trend = trends.get(industry) ?? { industry, title, ...(look ? { look } : {}), points: [] };
    trend.points.push({ period: period.period, jobs });
    trends.set(industry, trend);
  };
  for (let index = 0; index < periods.length; index += 2) {
    // An odd one at the end is asked for with its neighbor, and counted once.
    const [first, last] = [periods[index]!, periods[index + 1]];
    const pair = last ? [first, last] : [periods[Math.max(0, index - 1)]!, first];
    const { rows } = await analyze(ctx, { ...question, from: pair[0]!.period, to: pair[1]!.period });
    for (const row of rows) {
      if (last) add(row, first, row.jobs0);
      add(row, last ?? first, row.jobs1);
    }
  }
  return {
    place: regionTitle(question.counties),
    trends: [...trends.values()],
    breaks: breaksOf(periods),
    notes:
      without.length > 0
        ? [
            `No figures of all these counties: ${without.map(({ period }) => periodWords(period)).join(", ")}.`,
          ]
        : [],
  };
}

function breaksOf(periods: readonly Period[]): TrendSet["breaks"] {
  return periods.flatMap(({ period, naics }, index) => {
    const before = periods[index - 1];
    if (!before || before.naics === naics) return [];
    return [
      {
        period,
        words: `From ${periodWords(period)} on, industries are counted by NAICS ${naics} instead of ${before.naics}: a step there may be the new edition and nothing else.`,
      },
    ];
  });
}
