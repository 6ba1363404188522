import type { Ctx } from "#platform/context.ts";
import { analyzePlace } from "../analysis/analyze.ts";
import type { AnalysisQuestion } from "../analysis/question.ts";
import { type Compared, MEASURES } from "../comparing/measures.ts";
import { type Bounded, exactly } from "../figures/bounded.ts";

/** One figure of one industry, county by county. */
export interface CountyFigures {
  measure: Compared;
  /** The industry's title. */
  title: string;
  /** Of what period, or between which. */
  span: string;
  /** Where: "15 counties of Ohio", "Ohio". */
  place: string;
  counties: readonly { fips: string; figure: Bounded }[];
  /** Of a whole state only the largest are numbered; a region's counties all carry their figure. */
  isState?: boolean;
}

/** At a time; the figures are on the shelf already, and others want the processor, too. */
const TOGETHER = 8;

/** One figure of one industry in each county of a region. */
export async function figuresByCounty(
  ctx: Ctx,
  question: AnalysisQuestion,
  industry: string,
  measure: Compared,
): Promise<{ fips: string; figure: Bounded }[]> {
  const found: { fips: string; figure: Bounded }[] = [];
  for (let at = 0; at < question.counties.length; at += TOGETHER) {
    const some = question.counties.slice(at, at + TOGETHER);
    found.push(...(await Promise.all(some.map((fips) => figureOf(ctx, question, industry, measure, fips)))));
  }
  return found;
}

async function figureOf(
  ctx: Ctx,
  question: AnalysisQuestion,
  industry: string,
  measure: Compared,
  fips: string,
) {
  const { rows } = await analyzePlace(ctx, { geography: "county", areas: [fips] }, question);
  const row = rows.find((one) => one.industry === industry);
  // An industry without a row has no establishment there: for once, that is a published zero.
  return { fips, figure: row ? MEASURES[measure].of(row) : NONE[measure] };
}

const NONE: Record<Compared, Bounded> = {
  jobs: exactly(0),
  share: exactly(0),
  lq: exactly(0),
  growth: { value: null, low: null, high: null },
  pay: { value: null, low: null, high: null },
};
