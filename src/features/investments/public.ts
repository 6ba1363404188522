/** The front door: what was invested in a state, for its page. */
import type { Ctx } from "#platform/context.ts";
import { type Investment, investmentsPage, wholesNow } from "./queries.ts";
import { type Sum, sumOf } from "./rules.ts";

export { sumWords } from "./rules.ts";
export { InvestmentList } from "./views/investment-list.tsx";
export type { Investment, Sum };

const MOST_OF_A_STATE = 2_000;

/** The first so many of a state's investments, how many there are, and their sum, each dollar once. Two queries. */
export async function investmentsOfState(
  ctx: Ctx,
  state: string,
  limit: number,
): Promise<{ items: Investment[]; total: number; sum: Sum }> {
  const all = await investmentsPage(ctx, { state, offset: 0, limit: MOST_OF_A_STATE });
  return { items: all.slice(0, limit), total: all.length, sum: sumOf(all, await wholesNow(ctx)) };
}
