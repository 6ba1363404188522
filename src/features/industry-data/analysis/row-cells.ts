import type { Ctx } from "#platform/context.ts";
import { type Cell, cellsOf, type Geography } from "./cells.ts";
import type { Periods } from "./periods.ts";
import type { OwnershipScope } from "./question.ts";
import type { KeyedCode, RowKeys } from "./row-keys.ts";
import { type CellSum, type KeysOf, sumCells } from "./sums.ts";

/** Where figures are added up: the counties of a region, one state, or the nation. */
export type Place = { geography: Geography; areas: readonly string[] };

/** Ownerships that rows count: private, or with federal, state and local government. */
const COUNTED: Record<OwnershipScope, readonly number[]> = { private: [5], all: [1, 2, 3, 5] };

const NATION: Place = { geography: "nation", areas: ["US000"] };

/** What was added up for each row, here and in the nation. */
export interface RowSums {
  here: ReadonlyMap<string, CellSum>;
  nation: ReadonlyMap<string, CellSum>;
}

export async function rowSums(
  ctx: Pick<Ctx, "figures">,
  place: Place,
  periods: Periods,
  keys: RowKeys,
  ownership: OwnershipScope,
): Promise<RowSums> {
  const by = [keysOf(keys, 0, ownership), keysOf(keys, 1, ownership)] as const;
  const digits = digitsIn(keys);
  const of = async ({ geography, areas }: Place) => {
    const [first, last] = await Promise.all(
      periods.map(({ path }) => cellsOf(ctx, { path, geography, areas, digits })),
    );
    return sumCells([first!, last!], by);
  };
  const [here, nation] = await Promise.all([of(place), of(NATION)]);
  return { here, nation };
}

/** The totals, and as many digits as the rows have. */
export function digitsIn(keys: RowKeys): number[] {
  const own = keys.codes ? keys.codes.map((code) => code.digits) : [keys.digits];
  return [...new Set([0, ...own])].sort();
}

/** Which rows a cell counts in, in one of the two periods. */
export function keysOf(keys: RowKeys, at: 0 | 1, ownership: OwnershipScope): KeysOf {
  const counted = COUNTED[ownership];
  const named = keys.codes && rowsByIndustry(keys.codes, at);
  return ({ digits, industry, ownership }: Cell) => {
    if (digits === 0) return TOTALS[ownership] ?? [];
    if (!counted.includes(ownership)) return [];
    return named ? (named.get(industry) ?? []) : [industry];
  };
}

const TOTALS: Record<number, readonly string[]> = { 0: ["all"], 5: ["private"] };

function rowsByIndustry(codes: readonly KeyedCode[], at: 0 | 1): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  for (const code of codes) {
    if (code.at === at) rows.set(code.industry, [...(rows.get(code.industry) ?? []), code.key]);
  }
  return rows;
}
