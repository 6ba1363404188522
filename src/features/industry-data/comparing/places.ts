import { type State, stateByFips } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { analyze, analyzePlace } from "../analysis/analyze.ts";
import type { AnalysisAnswer, IndustryRow } from "../analysis/answer.ts";
import type { AnalysisQuestion } from "../analysis/question.ts";
import { regionTitle } from "../analysis/region-words.ts";

/** One place of a comparison, with its answer to the same question. */
export interface ComparedPlace {
  name: string;
  answer: AnalysisAnswer;
}

/** A row of the comparison: an industry and what it is in each place, in the order of the places. */
export interface ComparedIndustry {
  industry: string;
  title: string;
  rows: (IndustryRow | undefined)[];
}

export interface Comparison {
  places: ComparedPlace[];
  industries: ComparedIndustry[];
}

/**
 * The region first, then the other region where one is asked for, the states that it lies in, and the nation.
 *
 * @param other counties of another region, checked as the question's were
 */
export async function comparePlaces(
  ctx: Ctx,
  question: AnalysisQuestion,
  other: readonly string[],
): Promise<Comparison> {
  const states = statesOf(question.counties);
  const places: ComparedPlace[] = [
    { name: regionTitle(question.counties), answer: await analyze(ctx, question) },
    ...(other.length > 0
      ? [{ name: regionTitle(other), answer: await analyze(ctx, { ...question, counties: other }) }]
      : []),
    ...(await Promise.all(
      states.map(async ({ name, fips }) => ({
        name,
        answer: await analyzePlace(ctx, { geography: "state", areas: [`${fips}000`] }, question),
      })),
    )),
    {
      name: "United States",
      answer: await analyzePlace(ctx, { geography: "nation", areas: ["US000"] }, question),
    },
  ];
  return { places, industries: industriesOf(places) };
}

function statesOf(counties: readonly string[]): State[] {
  const codes = new Set(counties.map((fips) => fips.slice(0, 2)));
  return [...codes].flatMap((fips) => stateByFips(fips) ?? []);
}

/** The region's own industries, and how each stands elsewhere. */
function industriesOf(places: readonly ComparedPlace[]): ComparedIndustry[] {
  const found = places.map(({ answer }) => new Map(answer.rows.map((row) => [row.industry, row])));
  return places[0]!.answer.rows.map(({ industry, title }) => ({
    industry,
    title,
    rows: found.map((rows) => rows.get(industry)),
  }));
}
