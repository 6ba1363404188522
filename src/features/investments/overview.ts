import { type State, stateByCode } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { allCounted, type Investment, investmentsPage } from "./queries.ts";
import { type Sum, sumOf, yearsOf } from "./rules.ts";

/** One state's part of a page, with the sum of all that the state has, whatever page its entries are on. */
export interface StateShare {
  /** Undefined for what belongs to no one state. */
  state: State | undefined;
  items: Investment[];
  sum: Sum;
  /** Dollars by year; null for years that no source tells. */
  years: Map<number | null, number>;
}

export interface Overview {
  shares: StateShare[];
  /** Everything once, across all states. */
  sum: Sum;
  total: number;
}

/** One page of all investments by state. Two queries, however many there are. */
export async function investmentOverview(
  ctx: Ctx,
  page: { state?: string | undefined; offset: number; limit: number },
): Promise<Overview> {
  const all = await allCounted(ctx);
  const wholes = new Map(all.map(({ id, partOf }) => [id, partOf]));
  const byState = Map.groupBy(all, ({ stateCode }) => stateCode);
  const items = await investmentsPage(ctx, page);
  const shares = [...Map.groupBy(items, ({ stateCode }) => stateCode)].map(([code, own]): StateShare => {
    const theirs = byState.get(code) ?? [];
    return {
      state: code ? stateByCode(code) : undefined,
      items: own,
      sum: sumOf(theirs, wholes),
      years: yearsOf(theirs, wholes),
    };
  });
  const listed = page.state ? (byState.get(page.state) ?? []) : all;
  return { shares, sum: sumOf(listed, wholes), total: listed.length };
}
