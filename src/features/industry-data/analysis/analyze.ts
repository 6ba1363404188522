import type { Ctx } from "#platform/context.ts";
import { industryRow } from "../figures/industry-row.ts";
import type { AnalysisAnswer, IndustryRow } from "./answer.ts";
import { notesOf } from "./notes.ts";
import { commonDepths, periodsOf } from "./periods.ts";
import { type AnalysisQuestion, yearsBetween } from "./question.ts";
import { type Place, rowSums } from "./row-cells.ts";
import { figuresByKey } from "./row-input.ts";
import { industryRows, type RowKey, rowKeys } from "./row-keys.ts";

const SOURCE = "U.S. Bureau of Labor Statistics, Quarterly Census of Employment and Wages";

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
  const depths = await commonDepths(ctx, periods, place.areas);
  const keys = await rowKeys(ctx, question, periods, depths);
  const sums = await rowSums(ctx, place, periods, keys, question.ownership);
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
  const rows = (keys.rows ?? industryRows(industriesIn(sums.here), periods, depths)).map(rowOf);
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

/** Every key but those of the totals is an industry's code. */
function industriesIn(here: ReadonlyMap<string, unknown>): string[] {
  return [...here.keys()].filter((key) => /^\d/.test(key));
}
