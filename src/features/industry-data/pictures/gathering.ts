import { done, type Outcome, problem } from "#base/outcome.ts";
import type { Ctx } from "#platform/context.ts";
import { analyze } from "../analysis/analyze.ts";
import type { AnalysisAnswer, IndustryRow } from "../analysis/answer.ts";
import { type AnalysisQuestion, periodWords } from "../analysis/question.ts";
import { regionTitle } from "../analysis/region-words.ts";
import { COMPARED, type Compared, MEASURES } from "../comparing/measures.ts";
import { type Comparison, comparePlaces } from "../comparing/places.ts";
import { UNKNOWN } from "../figures/bounded.ts";
import type { Screen } from "../screening/screen.ts";
import type { Kind } from "./asking.ts";
import { bubblePicture } from "./bubble.ts";
import { comparePicture } from "./compare.ts";
import { figuresByCounty } from "./county-figures.ts";
import { countyMapPicture } from "./county-map.ts";
import type { Picture } from "./picture.ts";
import { shiftSharePicture } from "./shift-share.ts";
import { trendPicture } from "./trend.ts";
import { trendsOf } from "./trend-figures.ts";
import { largestFirst } from "./wording.ts";

/** What some pictures ask beside the question of the analysis. */
export interface AskedPicture {
  measure?: string | undefined;
  industry?: string | undefined;
}

/** A picture with what it is of. */
export interface Gathered {
  picture: Picture;
  answer: AnalysisAnswer;
  /** What was chosen, by hand or because nothing was said. */
  measure?: Compared;
  industry?: IndustryRow;
}

/** Answers what a picture needs and makes it; refuses a figure or an industry that is not there. */
export async function gather(
  ctx: Ctx,
  kind: Exclude<Kind, "screen">,
  question: AnalysisQuestion,
  asked: AskedPicture = {},
  other: readonly string[] = [],
): Promise<Outcome<Gathered>> {
  const answer = await analyze(ctx, question);
  if (kind === "bubble") return done({ picture: bubblePicture(answer), answer });
  if (kind === "shift-share") return done({ picture: shiftSharePicture(answer), answer });
  if (kind === "trend") return done({ picture: trendPicture(await trendsOf(ctx, question)), answer });
  const measure = readMeasure(asked.measure, kind === "map" ? "jobs" : "share");
  const industry = readIndustry(answer, asked.industry);
  if (!measure.ok) return measure;
  if (!industry.ok) return industry;
  const chosen = { answer, measure: measure.value, industry: industry.value };
  const about = {
    measure: measure.value,
    title: industry.value.title,
    span: spanOf(question, measure.value),
  };
  if (kind === "map") {
    const counties = await figuresByCounty(ctx, question, industry.value.industry, measure.value);
    return done({
      ...chosen,
      picture: countyMapPicture({ ...about, place: regionTitle(question.counties), counties }),
    });
  }
  const comparison = await comparePlaces(ctx, question, other);
  const picture = comparedPicture(comparison, question, industry.value, measure.value);
  return done({ ...chosen, picture });
}

/** One figure of one industry, place by place. */
export function comparedPicture(
  { places, industries }: Comparison,
  question: Pick<AnalysisQuestion, "from" | "to">,
  { industry, title }: Pick<IndustryRow, "industry" | "title">,
  measure: Compared,
): Picture {
  const rows = industries.find((one) => one.industry === industry)?.rows ?? [];
  const figures = places.map(({ name }, index) => {
    const row = rows[index];
    return { name, figure: row ? MEASURES[measure].of(row) : UNKNOWN };
  });
  return comparePicture({ measure, title, span: spanOf(question, measure), places: figures });
}

/** One sector over all counties of a state or of the nation. */
export function screenPicture({ question, sector, rows }: Screen, measure: Compared): Picture {
  return countyMapPicture({
    measure,
    title: sector.title,
    span: spanOf(question, measure),
    place: question.state?.name ?? "the United States",
    counties: rows.map((row) => ({ fips: row.industry, figure: MEASURES[measure].of(row) })),
    reach: question.state ? "state" : "nation",
  });
}

export function readMeasure(given: string | undefined, usual: Compared): Outcome<Compared> {
  const found = given ? COMPARED.find((one) => one === given) : usual;
  return found
    ? done(found)
    : problem("measure", `“${given}” is no figure of a picture. Choose one of: ${COMPARED.join(", ")}.`);
}

/** The largest whose jobs are published: of what is withheld there is least to see. */
export function usualIndustry(rows: readonly IndustryRow[]): IndustryRow | undefined {
  const largest = largestFirst(rows);
  return largest.find(({ jobs1 }) => jobs1.value !== null) ?? largest[0];
}

/** The usual one, unless another is named. */
function readIndustry({ rows }: AnalysisAnswer, given: string | undefined): Outcome<IndustryRow> {
  const found = given ? rows.find(({ industry }) => industry === given) : usualIndustry(rows);
  if (found) return done(found);
  return problem(
    "industry",
    given ? `“${given}” is not among the industries of this question.` : "There is no industry to show.",
  );
}

/** Growth is between two periods, everything else of the last one. */
function spanOf({ from, to }: Pick<AnalysisQuestion, "from" | "to">, measure: Compared): string {
  return measure === "growth" ? `${periodWords(from)} to ${periodWords(to)}` : periodWords(to);
}
