import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import "./tables.ts";

/** What a plan says for a partnership's figures on one day. */
export interface PlanFacts {
  /** Not those that were set aside. */
  priorities: number;
  /** With a lead who comes for a business. */
  ledByBusiness: number;
  inWork: number;
  /** In work, with an owner and a day. */
  ownedAndDated: number;
  late: number;
  done: number;
  stuck: number;
  quickWins: number;
  /** The day of the first quick win. */
  firstQuickWinOn: string | null;
  /** Of the newest review. */
  reviewedOn: string | null;
}

/** Figures of a plan; undefined where there is none. One query. @param today a day in the partnership's zone */
export async function planFacts(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  today: string,
): Promise<PlanFacts | undefined> {
  const { rows } = await sql<PlanFacts>`
    select
      (select max(reviewed_on)::text from plan_reviews where partnership = p.partnership) as "reviewedOn",
      y.priorities, y.led as "ledByBusiness", a.work as "inWork", a.owned as "ownedAndDated", a.late, a.done, a.stuck,
      a.wins as "quickWins", a.first_win as "firstQuickWinOn"
    from action_plans p
    cross join lateral (
      select count(*)::int as priorities,
        (count(*) filter (where exists (
          select 1 from roster_contacts c where c.id = y.business_lead and c.side = 'business')))::int as led
      from plan_priorities y where y.partnership = p.partnership and y.state <> 'set-aside') y
    cross join lateral (
      select (count(*) filter (where status in ('open', 'on-track', 'stuck')))::int as work,
        (count(*) filter (where status in ('open', 'on-track', 'stuck') and due_on is not null
          and (owner is not null or owner_name <> '')))::int as owned,
        (count(*) filter (where status in ('open', 'on-track', 'stuck') and due_on < ${today}::date))::int as late,
        (count(*) filter (where status = 'done'))::int as done,
        (count(*) filter (where status = 'stuck'))::int as stuck,
        (count(*) filter (where is_quick_win))::int as wins,
        (min(status_on) filter (where is_quick_win))::text as first_win
      from plan_actions where partnership = p.partnership) a
    where p.partnership = ${partnership}::uuid`.execute(ctx.db);
  return rows[0];
}
