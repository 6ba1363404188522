import { type Expression, type SqlBool, sql } from "kysely";
import { allStates } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { Told, Wholes } from "./rules.ts";

export interface Investment extends Told {
  yearsNote: string;
  cameOfIt: string;
  toldApart: boolean;
  sourceName: string;
  sourceUrl: string | null;
  sourceNote: string;
  retiredAt: Date | null;
  version: number;
}

const slim = [
  "id",
  "state_code as stateCode",
  "investor",
  "dollars",
  "at_least as atLeast",
  "in_kind as inKind",
  "from_year as fromYear",
  "to_year as toYear",
  "purpose",
  "part_of as partOf",
  "told_apart as toldApart",
] as const;

const whole = [
  ...slim,
  "years_note as yearsNote",
  "came_of_it as cameOfIt",
  "source_name as sourceName",
  "source_url as sourceUrl",
  "source_note as sourceNote",
  "retired_at as retiredAt",
  "version",
] as const;

/** Investments to a page. */
export const PAGE_SIZE = 60;

/** More than these nobody keeps by hand; the sums are made from all of them. */
const MOST = 20_000;

/** Every standing investment, with as much as sums and refusals need. One query. */
export async function allCounted(ctx: Ctx): Promise<(Told & { toldApart: boolean })[]> {
  return ctx.db
    .selectFrom("investments")
    .select(slim)
    .where("retired_at", "is", null)
    .orderBy("id")
    .limit(MOST)
    .execute();
}

/** States by name, and what belongs to no one state at the end. */
const byStateName = sql`array_position(${[...allStates()]
  .sort((a, b) => a.name.localeCompare(b.name, "en"))
  .map(({ code }) => code)}::text[], state_code) nulls last`;

/** One page of them, by state, year and investor. One query. */
export async function investmentsPage(
  ctx: Ctx,
  options: { state?: string | undefined; offset: number; limit: number; retired?: boolean },
): Promise<Investment[]> {
  let query = ctx.db.selectFrom("investments").select(whole);
  if (!options.retired) query = query.where("retired_at", "is", null);
  if (options.state) query = query.where("state_code", "=", options.state);
  return query
    .orderBy(sql`retired_at is not null`)
    .orderBy(byStateName)
    .orderBy(sql`from_year nulls last`)
    .orderBy(sql`lower(investor)`)
    .orderBy("id")
    .offset(options.offset)
    .limit(options.limit)
    .execute();
}

/** The one at this id, retired or not. */
export async function investmentById(ctx: Ctx, id: string): Promise<Investment | undefined> {
  return ctx.db.selectFrom("investments").select(whole).where("id", "=", id).executeTakeFirst();
}

/** Which standing investment is part of which. One query after a change. */
export function wholesNow(ctx: Ctx): Promise<Wholes> {
  return ctx.keep("which investment is part of which", async () => {
    const rows = await ctx.db
      .selectFrom("investments")
      .select(["id", "part_of as partOf"])
      .where("part_of", "is not", null)
      .where("retired_at", "is", null)
      .execute();
    return new Map(rows.map(({ id, partOf }) => [id, partOf]));
  });
}

export async function countInvestments(ctx: Ctx): Promise<number> {
  const { total } = await ctx.db
    .selectFrom("investments")
    .select(sql<number>`count(*)::integer`.as("total"))
    .executeTakeFirstOrThrow();
  return total;
}

/** Standing ones that fulfil a condition. One query. */
export async function investmentsWhere(
  ctx: Ctx,
  condition: Expression<SqlBool>,
  limit = 1_000,
): Promise<Investment[]> {
  return ctx.db
    .selectFrom("investments")
    .select(whole)
    .where("retired_at", "is", null)
    .where(condition)
    .orderBy("id")
    .limit(limit)
    .execute();
}
