import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { NO_FILTER } from "./filter.ts";
import { happeningsByIds, type ListedHappening, listHappenings } from "./listing.ts";

/** The newest happenings; the one an editor featured last stands first, however old it is. At most three queries. */
export async function latestHappenings(ctx: Ctx, limit: number): Promise<ListedHappening[]> {
  const { items } = await listHappenings(ctx, NO_FILTER, { offset: 0, limit });
  const featured = await ctx.db
    .selectFrom("happenings")
    .select("id")
    .where("featured_at", "is not", null)
    .where("listed_at", "is not", null)
    .orderBy("featured_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!featured) return items;
  const first = items.find(({ id }) => id === featured.id) ?? (await happeningsByIds(ctx, [featured.id]))[0];
  if (!first) return items;
  return [first, ...items.filter(({ id }) => id !== first.id)].slice(0, limit);
}

/**
 * Partnerships that a state's happenings name, by name. Each name is one step along an index, so it does not matter
 * how many happenings a partnership has.
 */
export async function partnershipsNamed(ctx: Ctx, state: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive named as (
      (select partnership as name from happenings
        where state_code = ${state} and listed_at is not null and partnership <> ''
        order by partnership limit 1)
      union all
      select (select h.partnership from happenings h
        where h.state_code = ${state} and h.listed_at is not null and h.partnership <> ''
          and h.partnership > named.name
        order by h.partnership limit 1)
      from named where named.name is not null
    )
    select name from named where name is not null limit ${limit}`.execute(ctx.db);
  return rows.map(({ name }) => name);
}
