import type { Ctx } from "#platform/context.ts";
import { industryRow } from "../figures/industry-row.ts";
import type { AnalysisAnswer, IndustryRow } from "./answer.ts";
import { cellSums } from "./cells.ts";
import { notesOf } from "./notes.ts";
import { periodsOf } from "./periods.ts";
import { type AnalysisQuestion, yearsBetween } from "./question.ts";
import { figuresByKey } from "./row-input.ts";
import { industryRows, type RowKey, rowKeys } from "./row-keys.ts";

const SOURCE = "U.S. Bureau of Labor Statistics, Quarterly Census of Employment and Wages";

/** Where figures are added up: the counties of a region, one state, or the nation. */
export type Place = { geography: "county" | "state" | "nation"; areas: readonly string[] };

/** Ownerships that rows count: private, or with federal, state and local government. */
export const OWNERSHIPS_COUNTED = { private: [5], all: [1, 2, 3, 5] } as const;

/**
 * Answers a question that `readQuestion` let through.
 *
 * @throws NotFound when a period is not held any more
 */
export function analyze(ctx: Ctx, question: AnalysisQuestion): Promise<AnalysisAnswer> {
  return analyzePlace(ctx, { geography: "county", areas: question.counties }, question);
}

/** The same question asked of another place; its counties stand back. */
export async function analyzePlace(
  ctx: Ctx,
  place: Place,
  question: AnalysisQuestion,
): Promise<AnalysisAnswer> {
  const periods = await periodsOf(ctx, question);
  const keys = await rowKeys(ctx, question, periods);
  const sums = await cellSums(ctx, {
    files: [periods[0].path, periods[1].path],
    ...place,
    ownerships: OWNERSHIPS_COUNTED[question.ownership],
    rows: keys.codes ? { codes: keys.codes } : { digits: keys.digits },
  });
  const figuresOf = figuresByKey(sums, question.ownership, periods);
  const years = yearsBetween(question.from, question.to);
  const rowOf = ({ key, absent, ...told }: RowKey): IndustryRow =>
    industryRow({
      ...figuresOf(key, absent),
      ...told,
      industry: key,
      years,
      periodsAYear: question.from.includes("q") ? 4 : 1,
      counties: place.areas.length,
    });
  const here = sums.filter(({ place, key }) => place === "here" && /^\d/.test(key));
  const rows = (
    keys.rows ??
    industryRows(
      here.map(({ key }) => key),
      periods,
    )
  ).map(rowOf);
  const totalOfAll = rowOf({ key: "all", title: "All jobs" });
  return {
    question,
    rows,
    total: {
      all: totalOfAll,
      scope:
        question.ownership === "all"
          ? totalOfAll
          : rowOf({ key: "private", title: "All jobs with private employers" }),
    },
    years,
    notes: notesOf({ question, periods, rows, keys }),
    provenance: periods.map(({ period, words, importedOn }) => ({
      period,
      words,
      importedOn,
      source: SOURCE,
    })),
  };
}
