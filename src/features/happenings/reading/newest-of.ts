import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { DatePrecision } from "../kinds.ts";
import { happeningPath } from "./address.ts";
import { knownDate } from "./dates.ts";

/** The newest published happening of a partnership. */
export interface NewestHappening {
  title: string;
  href: string;
  /** As much of its date as is known; null where nothing is. */
  on: string | null;
}

/** The newest of each of these partnerships, by the partnership's slug. One query, one step of an index for each. */
export async function newestOfPartnerships(
  ctx: Ctx,
  slugs: readonly string[],
): Promise<Map<string, NewestHappening>> {
  if (slugs.length === 0) return new Map();
  const { rows } = await sql<{
    partnership: string;
    title: string;
    year: number;
    slug: string;
    at: Date;
    precision: DatePrecision;
  }>`
    select asked.slug as partnership, h.title, h.year, h.slug, h.published_at as at, h.date_precision as precision
    from unnest(${slugs}::text[]) as asked (slug)
    cross join lateral (
      select * from happenings
      where partnership_slug = asked.slug and listed_at is not null
      order by listed_at desc, id limit 1
    ) h`.execute(ctx.db);
  return new Map(
    rows.map((row) => [
      row.partnership,
      {
        title: row.title,
        href: happeningPath(row),
        on: knownDate(row.at, row.precision, ctx.site.timeZone) ?? null,
      },
    ]),
  );
}
