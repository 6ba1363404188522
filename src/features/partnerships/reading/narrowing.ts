import { type RawBuilder, sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { askOf } from "#platform/words/ask.ts";
import { matchesNothing, type PartnershipFilter } from "./filter.ts";

export interface Narrowing {
  /** Follows `where` and speaks of `p`, a row of partnerships. */
  where: RawBuilder<unknown>;
  /** Mistyped words of the question and what was looked for instead. */
  corrected: { from: string; to: string }[];
}

/**
 * A filter as a condition that only public partnerships meet, or undefined where none can. At most one query, and
 * none without words.
 */
export async function narrowingOf(ctx: Ctx, filter: PartnershipFilter): Promise<Narrowing | undefined> {
  if (matchesNothing(filter)) return undefined;
  const conditions = [sql`p.hidden_at is null`];
  const { state, sectors, stages, themes, setting, q } = filter;
  if (state)
    conditions.push(
      sql`p.id in (select s.partnership from partnership_states s where s.state_code = ${state.code})`,
    );
  if (sectors.length > 0) {
    const ids = sectors.map(({ id }) => id);
    conditions.push(
      sql`p.id in (select s.partnership from partnership_sectors s where s.sector = any(${ids}::uuid[]))`,
    );
  }
  if (stages.length > 0) conditions.push(sql`p.stage = any(${stages}::text[])`);
  if (themes.length > 0)
    conditions.push(
      sql`p.id in (select t.partnership from partnership_themes t where t.theme = any(${themes}::text[]))`,
    );
  if (setting) conditions.push(sql`p.setting = any(${[...new Set([setting, "both"])]}::text[])`);
  let corrected: Narrowing["corrected"] = [];
  if (q) {
    const question = await askOf(ctx, q);
    corrected = question.corrected;
    // Nothing but words such as "the" finds nothing, as everywhere else.
    conditions.push(
      question.tsquery ? sql`p.words @@ to_tsquery('english', ${question.tsquery})` : sql`false`,
    );
  }
  return { where: sql.join(conditions, sql` and `), corrected };
}
