import { NotFound } from "#base/surprises.ts";
import { countyByFips, countyWords, type State } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { OWNERSHIPS_COUNTED } from "../analysis/analyze.ts";
import type { IndustryRow } from "../analysis/answer.ts";
import { type CellSum, cellSums } from "../analysis/cells.ts";
import { notesOf } from "../analysis/notes.ts";
import { type Periods, periodsOf } from "../analysis/periods.ts";
import { type AnalysisQuestion, yearsBetween } from "../analysis/question.ts";
import { figuresByKey } from "../analysis/row-input.ts";
import { type RowKey, rowKeys } from "../analysis/row-keys.ts";
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
  const keys = await rowKeys(ctx, asked, periods);
  const [row] = keys.rows ?? [];
  if (!row || !keys.codes) throw new NotFound();
  const sums = await cellSums(ctx, {
    files: [periods[0].path, periods[1].path],
    geography: "county",
    areas: { eachOf: state ? { state: state.fips } : "nation" },
    ownerships: OWNERSHIPS_COUNTED[question.ownership],
    rows: { codes: keys.codes },
  });
  const nation = sums.filter(({ place }) => place === "nation");
  const byCounty = Map.groupBy(
    sums.filter(({ place }) => countyByFips(place)),
    ({ place }) => place,
  );
  const rows = [...byCounty]
    // A county with figures in one of the two periods only cannot be compared with itself.
    .filter(([, own]) => isInBoth(own))
    .map(([fips, own]) => countyRow(fips, [...own, ...nation], row, question, periods));
  return { question, sector: row, rows, periods, notes: notesOf({ question: asked, periods, rows, keys }) };
}

function isInBoth(sums: readonly CellSum[]): boolean {
  const all = sums.find(({ key }) => key === "all");
  return all !== undefined && all.first.establishments > 0 && all.last.establishments > 0;
}

function countyRow(
  fips: string,
  sums: readonly CellSum[],
  { key, absent, look, broken }: RowKey,
  { from, to, ownership, state }: ScreenQuestion,
  periods: Periods,
): IndustryRow {
  return industryRow({
    ...figuresByKey(sums, ownership, periods, fips)(key, absent),
    industry: fips,
    title: state ? countyByFips(fips)!.fullName : countyWords(countyByFips(fips)!),
    ...(look ? { look } : {}),
    ...(broken ? { broken } : {}),
    years: yearsBetween(from, to),
    periodsAYear: from.includes("q") ? 4 : 1,
    counties: 1,
  });
}
