import { sql } from "kysely";
import { dayOf } from "#base/local-time.ts";
import { workspacesByIds } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { LEAST, sumsOf } from "./sums.ts";
import { yearOfWork } from "./year-of-work.ts";
import "../tables.ts";

/** Until then a finished year's notes and letters are still being written down. */
const FIRST_DAY = "02-01";

/** The year whose sums are due on a day; from February on the one before. */
export function yearDue(today: string): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= FIRST_DAY ? year - 1 : year - 2;
}

/**
 * Makes the last finished year's sums of every state where five partnerships let theirs count and none were made yet.
 * They are made once. Sums of two years share no meeting, so whoever comes or goes between them cannot be worked out
 * by taking one from the other.
 */
export async function drawStateSums(ctx: Ctx): Promise<void> {
  const year = yearDue(dayOf(ctx.now, ctx.site.timeZone));
  for (const { state, partnerships } of await statesWithout(ctx, year)) {
    const years = [];
    for (const workspace of await workspacesByIds(ctx, partnerships))
      years.push(await yearOfWork(ctx, workspace, year));
    const drawn = sumsOf(years);
    if (!drawn) continue;
    await ctx.db
      .insertInto("state_sums")
      .values({
        state_code: state,
        year,
        partnerships: drawn.partnerships,
        sums: JSON.stringify(drawn.sums),
        drawn_at: ctx.now,
      })
      .onConflict((on) => on.doNothing())
      .execute();
  }
}

/** States where enough partnerships let theirs count, each partnership in its main state alone. One query. */
async function statesWithout(ctx: Ctx, year: number): Promise<{ state: string; partnerships: string[] }[]> {
  const { rows } = await sql<{ state: string; partnerships: string[] }>`
    select s.state_code as state, array_agg(p.id::text order by p.id) as partnerships
    from state_sum_consents c join partnerships p on p.id = c.partnership
    join lateral (
      select state_code from partnership_states where partnership = p.id order by position limit 1) s on true
    where not exists (select 1 from state_sums t where t.state_code = s.state_code and t.year = ${year})
    group by s.state_code having count(*) >= ${LEAST} order by s.state_code`.execute(ctx.db);
  return rows;
}
