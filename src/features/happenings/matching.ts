import { type RawBuilder, sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { listsOf, type Narrowing, newestOf } from "./lists.ts";

/** Beyond this many nobody pages on; they ask with a further word. */
export const MOST_MATCHES = 500;

/** A word that stands in a quarter of the newest or more is found often enough by looking through them. */
const LOOKED_THROUGH = 2_000;

/** More than these are not worth putting together only to look through them. */
const MOST_LISTS = 24;

/**
 * Published happenings in which all the words stand, newest first, at most `most` of them.
 *
 * A word that stands everywhere and one that stands nowhere want opposite plans, and the planner guesses wrong for two
 * words that never meet. So the newest are looked through one by one, which ends early for common words; only where
 * that finds too few, the index of words is asked, whose answer is then small. At most two queries, and their time is
 * bounded whatever is asked.
 *
 * @param tsquery of `askOf`
 */
export async function newestMatches(
  ctx: Ctx,
  tsquery: string,
  narrowing: Narrowing = {},
  most = MOST_MATCHES,
): Promise<string[]> {
  if (!tsquery) return [];
  const lists = listsOf(narrowing);
  if (lists.length > MOST_LISTS) return matchesByIndex(ctx, tsquery, narrowing, most);
  const newest = newestOf(lists, { limit: LOOKED_THROUGH });
  // A subquery with an `offset` is not taken apart, so no text is looked into that is not among the newest.
  const looked = await sql<{ id: string | null; seen: number }>`
    select found.id, counted.seen
    from (select count(*) as seen from (${newest}) as n) as counted
    left join (
      select n.happening as id, n.listed_at from (${newest}) as n
      cross join lateral (select h.words from happenings h where h.id = n.happening offset 0) as h
      where h.words @@ to_tsquery('english', ${tsquery})
      order by n.listed_at desc, n.happening desc limit ${most}
    ) as found on true
    order by found.listed_at desc, found.id desc`.execute(ctx.db);
  const ids = looked.rows.flatMap(({ id }) => id ?? []);
  const sawAll = (looked.rows[0]?.seen ?? 0) < LOOKED_THROUGH;
  if (sawAll || ids.length >= most) return ids;
  return matchesByIndex(ctx, tsquery, narrowing, most);
}

/** The same by the index of words alone, whose time grows with how many texts the words stand in. */
export async function matchesByIndex(
  ctx: Ctx,
  tsquery: string,
  narrowing: Narrowing,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from happenings_with_words(to_tsquery('english', ${tsquery})) m
    where true ${narrowedTo(narrowing)}
    order by m.listed_at desc, m.id desc limit ${most}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

function narrowedTo({ states, sectors, topics, kinds }: Narrowing): RawBuilder<unknown> {
  const id = sql.ref("m.id");
  const conditions = [
    states?.length &&
      sql`exists (select from happening_states s where s.happening = ${id} and s.state_code = any(${states}::text[]))`,
    sectors?.length &&
      sql`exists (select from happening_sectors s where s.happening = ${id} and s.sector = any(${sectors}::uuid[]))`,
    topics?.length &&
      sql`exists (select from happening_topics t where t.happening = ${id} and t.topic = any(${topics}::uuid[]))`,
    kinds?.length && sql`m.kind = any(${kinds}::text[])`,
  ].filter((condition) => typeof condition === "object");
  return conditions.length === 0 ? sql`` : sql`and ${sql.join(conditions, sql` and `)}`;
}
