import type { Ctx } from "#platform/context.ts";
import { cellsOf } from "../analysis/cells.ts";
import { commonDepths, depthsOf, periodsOf } from "../analysis/periods.ts";
import { type AnalysisQuestion, yearsBetween } from "../analysis/question.ts";
import { digitsIn, keysOf, rowSums } from "../analysis/row-cells.ts";
import { figuresByKey } from "../analysis/row-input.ts";
import { industryRows, namedRow, rowKeys } from "../analysis/row-keys.ts";
import { type KeysOf, sumCells } from "../analysis/sums.ts";
import { type Compared, MEASURES } from "../comparing/measures.ts";
import type { Bounded } from "../figures/bounded.ts";
import { industryRow } from "../figures/industry-row.ts";

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
  /** Of a whole state or the nation only the largest are numbered; a region's counties all carry their figure. */
  reach?: "state" | "nation";
}

/**
 * One figure of one industry in each county of a region. Only that industry and the totals are added up: a map of 15
 * counties would otherwise make 15 analyses.
 */
export async function figuresByCounty(
  ctx: Ctx,
  question: AnalysisQuestion,
  industry: string,
  measure: Compared,
): Promise<{ fips: string; figure: Bounded }[]> {
  const { counties, from, to, ownership } = question;
  const periods = await periodsOf(ctx, question);
  const keys = await rowKeys(ctx, question, periods, await commonDepths(ctx, periods, counties));
  const depths = [await depthsOf(ctx, periods[0]), await depthsOf(ctx, periods[1])] as const;
  const named = keys.named?.find(({ slug }) => slug === industry);
  const { nation } = await rowSums(ctx, { geography: "nation", areas: ["US000"] }, periods, keys, ownership);
  const cells = await Promise.all(
    periods.map(async ({ path }) => {
      const all = await cellsOf(ctx, { path, geography: "county", areas: counties, digits: digitsIn(keys) });
      return Map.groupBy(all, ({ area }) => area);
    }),
  );
  const only = (by: KeysOf): KeysOf => {
    return (cell) => by(cell).filter((key) => key === industry || key === "all" || key === "private");
  };
  const by = [only(keysOf(keys, 0, ownership)), only(keysOf(keys, 1, ownership))] as const;
  return counties.map((fips) => {
    const here = sumCells([cells[0]!.get(fips) ?? [], cells[1]!.get(fips) ?? []], by);
    const deep = [depths[0].get(fips) ?? 0, depths[1].get(fips) ?? 0] as const;
    const { key, absent, ...told } = named
      ? namedRow(named, periods, deep)
      : industryRows([industry], periods, deep)[0]!;
    const row = industryRow({
      ...figuresByKey({ here, nation }, ownership, periods)(key, absent),
      ...told,
      industry: key,
      years: yearsBetween(from, to),
      periodsAYear: from.includes("q") ? 4 : 1,
      counties: 1,
    });
    return { fips, figure: MEASURES[measure].of(row) };
  });
}
