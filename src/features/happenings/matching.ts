import { type RawBuilder, sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Kind } from "./kinds.ts";

/** Which happenings a list is about; what is left out or empty narrows nothing, several of one sort mean any of them. */
export interface Narrowing {
  /** Lower-case postal codes. */
  states?: readonly string[];
  /** Ids. */
  sectors?: readonly string[];
  /** Ids. */
  topics?: readonly string[];
  kinds?: readonly Kind[];
}

/** Beyond this many nobody pages on; they ask with a further word. */
export const MOST_MATCHES = 500;

/** A word that stands in a quarter of the newest or more is found often enough by looking through them. */
const LOOKED_THROUGH = 2_000;

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
  const asked = sql`to_tsquery('english', ${tsquery})`;
  const looked = await sql<{ id: string | null; seen: number }>`
    with newest as materialized (${newest(narrowing)} limit ${LOOKED_THROUGH})
    select found.id, (select count(*) from newest) as seen
    from (select 1) as always left join (
      select h.id, newest.listed_at from newest join happenings h on h.id = newest.id
      where h.words @@ ${asked} ${narrowedTo(narrowing, "h")}
      order by newest.listed_at desc, h.id desc limit ${most}
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
    where true ${narrowedTo(narrowing, "m")}
    order by m.listed_at desc, m.id desc limit ${most}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Ids in the order of the list, walked along the index of the narrowest condition. */
function newest({ states, sectors, topics, kinds }: Narrowing): RawBuilder<unknown> {
  const along = (table: string, column: string, values: RawBuilder<unknown>) => sql`
    select distinct listed_at, happening as id from ${sql.table(table)}
    where ${sql.ref(column)} = any(${values}) and listed_at is not null
    order by listed_at desc, happening`;
  if (states?.length) return along("happening_states", "state_code", sql`${states}::text[]`);
  if (topics?.length) return along("happening_topics", "topic", sql`${topics}::uuid[]`);
  if (sectors?.length) return along("happening_sectors", "sector", sql`${sectors}::uuid[]`);
  const ofKind = kinds?.length ? sql`and kind = any(${kinds}::text[])` : sql``;
  return sql`select listed_at, id from happenings where listed_at is not null ${ofKind} order by listed_at desc, id`;
}

function narrowedTo({ states, sectors, topics, kinds }: Narrowing, row: "h" | "m"): RawBuilder<unknown> {
  const id = sql.ref(`${row}.id`);
  const conditions = [
    states?.length &&
      sql`exists (select from happening_states s where s.happening = ${id} and s.state_code = any(${states}::text[]))`,
    sectors?.length &&
      sql`exists (select from happening_sectors s where s.happening = ${id} and s.sector = any(${sectors}::uuid[]))`,
    topics?.length &&
      sql`exists (select from happening_topics t where t.happening = ${id} and t.topic = any(${topics}::uuid[]))`,
    kinds?.length && sql`${sql.ref(`${row}.kind`)} = any(${kinds}::text[])`,
  ].filter((condition) => typeof condition === "object");
  return conditions.length === 0 ? sql`` : sql`and ${sql.join(conditions, sql` and `)}`;
}
