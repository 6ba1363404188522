import { type SqlBool, sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { STALE_DAYS, UNANSWERED_DAYS } from "../../rules.ts";
import "../../tables.ts";

const DAY = 24 * 3600_000;
const daysAgo = (ctx: Pick<Ctx, "now">, days: number) => new Date(ctx.now.getTime() - days * DAY);

/** Pages that nobody touched or confirmed for too long; what rests or has ended is left in peace. */
export const isStaleSql = (ctx: Pick<Ctx, "now">) =>
  sql<SqlBool>`(p.hidden_at is null and greatest(p.changed_at, p.confirmed_at) < ${daysAgo(ctx, STALE_DAYS)}
    and p.stage not in ('paused', 'closed'))`;

/** Pages whose keepers were asked and have not answered for so long that the editors should know. */
const isUnanswered = (ctx: Pick<Ctx, "now">) =>
  sql<SqlBool>`(p.reminded_at < ${daysAgo(ctx, UNANSWERED_DAYS)} and p.hidden_at is null
    and p.stage not in ('paused', 'closed'))`;

/** Stale pages that somebody looks after and that nobody was asked about yet, the stalest first. */
export async function pagesToAskAbout(ctx: Pick<Ctx, "db" | "now">, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("partnerships as p")
    .select("p.id")
    .where(isStaleSql(ctx))
    .where("p.claimed_at", "is not", null)
    .where("p.reminded_at", "is", null)
    .orderBy(sql`greatest(p.changed_at, p.confirmed_at)`)
    .orderBy("p.id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export interface UnansweredPage {
  id: string;
  name: string;
  states: string[];
  /** When those who look after it were asked. */
  remindedAt: Date;
}

export async function unansweredPages(
  ctx: Pick<Ctx, "db" | "now">,
  limit: number,
): Promise<UnansweredPage[]> {
  return ctx.db
    .selectFrom("partnerships as p")
    .select([
      "p.id",
      "p.name",
      sql<Date>`p.reminded_at`.as("remindedAt"),
      sql<
        string[]
      >`array(select s.state_code from partnership_states s where s.partnership = p.id order by s.position)`.as(
        "states",
      ),
    ])
    .where(isUnanswered(ctx))
    .orderBy("p.reminded_at")
    .orderBy("p.id")
    .limit(limit)
    .execute();
}

/** How many pages nobody answered about, as a query to be asked with others. */
export function countOfUnansweredPages(ctx: Pick<Ctx, "db" | "now">) {
  return ctx.db
    .selectFrom("partnerships as p")
    .select(sql<number>`count(*)`.as("all"))
    .where(isUnanswered(ctx));
}
