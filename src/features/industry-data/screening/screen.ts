import { NotFound } from "#base/surprises.ts";
import { countyByFips, countyWords, type State } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { IndustryRow } from "../analysis/answer.ts";
import { type Cell, cellsEverywhere } from "../analysis/cells.ts";
import { notesOf } from "../analysis/notes.ts";
import { commonDepths, depthsOf, type Periods, periodsOf } from "../analysis/periods.ts";
import { type AnalysisQuestion, yearsBetween } from "../analysis/question.ts";
import { keysOf, type RowSums, rowSums } from "../analysis/row-cells.ts";
import { figuresByKey } from "../analysis/row-input.ts";
import { type KeyedCode, namedRow, type RowKey, rowKeys } from "../analysis/row-keys.ts";
import { sumCells } from "../analysis/sums.ts";
import { industryRow } from "../figures/industry-row.ts";

/** One named sector, in every county of a state or of the nation. */
export interface ScreenQuestion extends Pick<AnalysisQuestion, "from" | "to" | "ownership"> {
  sector: string;
  /** Undefined screens the whole nation. */
  state: State | undefined;
}

/** A county's row; `industry` is its FIPS code. */
export interface Screen {
  question: ScreenQuestion;
  sector: RowKey;
  rows: IndustryRow[];
  notes: ReturnType<typeof notesOf>;
  periods: Periods;
}

/** A region's row among the counties: its slug, name and counties as they are now. */
export interface ScreenedRegion {
  slug: string;
  name: string;
  counties: readonly string[];
}

/** @throws NotFound for a sector that is not there */
export async function screenCounties(ctx: Ctx, question: ScreenQuestion): Promise<Screen> {
  const { state, sector } = question;
  const periods = await periodsOf(ctx, question);
  const asked: AnalysisQuestion = { ...question, counties: [], level: "named", sectors: [sector] };
  const keys = await rowKeys(ctx, asked, periods, await commonDepths(ctx, periods, ["US000"]));
  const [named] = keys.named ?? [];
  const [row] = keys.rows ?? [];
  if (!named || !row || !keys.codes) throw new NotFound();
  const depths = [await depthsOf(ctx, periods[0]), await depthsOf(ctx, periods[1])] as const;
  const { nation } = await rowSums(
    ctx,
    { geography: "nation", areas: ["US000"] },
    periods,
    keys,
    question.ownership,
  );
  const [first, last] = await Promise.all(
    periods.map(({ path }, at) => countyCells(ctx, path, at as 0 | 1, keys.codes, state)),
  );
  const by = [keysOf(keys, 0, question.ownership), keysOf(keys, 1, question.ownership)] as const;
  const rows = [...first!.keys()]
    // A county with figures in one of the two periods only cannot be compared with itself; SS999 is no county.
    .filter((fips) => last!.has(fips) && countyByFips(fips))
    .map((fips) => {
      const here = sumCells([first!.get(fips)!, last!.get(fips)!], by);
      const own = namedRow(named, periods, [depths[0].get(fips) ?? 0, depths[1].get(fips) ?? 0]);
      return countyRow(fips, { here, nation }, own, question, periods);
    });
  return { question, sector: row, rows, periods, notes: notesOf({ question: asked, periods, rows, keys }) };
}

async function countyCells(
  ctx: Ctx,
  path: string,
  at: 0 | 1,
  codes: readonly KeyedCode[],
  state: State | undefined,
): Promise<Map<string, Cell[]>> {
  const own = codes.filter((code) => code.at === at);
  const cells = await cellsEverywhere(ctx, {
    path,
    industries: [...new Set(own.map(({ industry }) => industry))],
    digits: [...new Set(own.map(({ digits }) => digits))],
    ...(state ? { state: state.fips } : {}),
  });
  return Map.groupBy(cells, ({ area }) => area);
}

function countyRow(
  fips: string,
  sums: RowSums,
  { key, absent, look, broken }: RowKey,
  { from, to, ownership, state }: ScreenQuestion,
  periods: Periods,
): IndustryRow {
  return industryRow({
    ...figuresByKey(sums, ownership, periods)(key, absent),
    industry: fips,
    title: state ? countyByFips(fips)!.fullName : countyWords(countyByFips(fips)!),
    ...(look ? { look } : {}),
    ...(broken ? { broken } : {}),
    years: yearsBetween(from, to),
    periodsAYear: from.includes("q") ? 4 : 1,
    counties: 1,
  });
}
