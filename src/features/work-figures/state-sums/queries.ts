import type { Ctx } from "#platform/context.ts";
import type { YearSums } from "./sums.ts";
import "../tables.ts";

/** A year's work of at least five partnerships of a state, none of them named. */
export interface StateYear {
  year: number;
  partnerships: number;
  sums: YearSums;
}

const MOST_YEARS = 10;

/** The newest year first. One query. */
export async function stateYears(ctx: Ctx, state: string): Promise<StateYear[]> {
  return ctx.db
    .selectFrom("state_sums")
    .select(["year", "partnerships", "sums"])
    .where("state_code", "=", state)
    .orderBy("year", "desc")
    .limit(MOST_YEARS)
    .execute();
}
