import { type SqlBool, sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { isStaleSql } from "../freshness/queries.ts";
import { type Tended, tendedFrom } from "../queries.ts";
import type { ListView } from "./forms.ts";

export const ROWS_PER_PAGE = 50;

export interface DeskList {
  rows: Tended[];
  counts: Record<ListView, number>;
  /** How many the view has with these words. */
  total: number;
}

const VIEWS: Record<ListView, (ctx: Pick<Ctx, "now">) => ReturnType<typeof sql<SqlBool>>> = {
  all: () => sql<SqlBool>`true`,
  unclaimed: () => sql<SqlBool>`(p.claimed_at is null and p.hidden_at is null)`,
  stale: (ctx) => isStaleSql(ctx),
  hidden: () => sql<SqlBool>`(p.hidden_at is not null)`,
};

/** Every partnership by name, those off the site too. Two queries. @param asked.q a piece of a name */
export async function deskList(
  ctx: Pick<Ctx, "db" | "now">,
  asked: { view: ListView; q: string; page: number },
): Promise<DeskList> {
  const named = asked.q
    ? sql<SqlBool>`exists (select from partnership_names n where n.partnership = p.id
        and lower(n.name) like ${`%${asked.q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`})`
    : sql<SqlBool>`true`;
  const count = (view: ListView) => sql<number>`count(*) filter (where ${VIEWS[view](ctx)})`.as(view);
  const counts = await ctx.db
    .selectFrom("partnerships as p")
    .select([count("all"), count("unclaimed"), count("stale"), count("hidden")])
    .where(named)
    .executeTakeFirstOrThrow();
  const rows = await ctx.db
    .selectFrom("partnerships as p")
    .selectAll("p")
    .where(VIEWS[asked.view](ctx))
    .where(named)
    .orderBy(sql`lower(p.name)`)
    .orderBy("p.id")
    .limit(ROWS_PER_PAGE)
    .offset((asked.page - 1) * ROWS_PER_PAGE)
    .execute();
  return { rows: rows.map(tendedFrom), counts, total: counts[asked.view] };
}
