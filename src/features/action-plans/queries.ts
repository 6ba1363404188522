import { type Selectable, sql } from "kysely";
import { addDays } from "#base/days.ts";
import type { Ctx } from "#platform/context.ts";
import { DONE_SHOWN_DAYS } from "./rules.ts";
import type { PriorityState, Shown, Status, Theme } from "./statuses.ts";
import type { PlanPrioritiesTable } from "./tables.ts";
import "./tables.ts";

type Reads = Pick<Ctx, "db">;

export interface Plan {
  partnership: string;
  shown: Shown;
  /** Whether owners are asked once a month. */
  asks: boolean;
  version: number;
  begunAt: Date;
  /** The newest review's day and number; null before the first. */
  reviewed: { on: string; number: number } | null;
}

/** What stands of a plan before its actions. One query. */
export async function planOf(ctx: Reads, partnership: string): Promise<Plan | undefined> {
  const { rows } = await sql<{
    shown: Shown;
    asks: boolean;
    version: number;
    begunAt: Date;
    reviewedOn: string | null;
    number: number | null;
  }>`select p.shown, p.asks, p.version, p.begun_at as "begunAt",
      r.reviewed_on as "reviewedOn", r.number
    from action_plans p left join lateral (
      select reviewed_on, number from plan_reviews where partnership = p.partnership order by number desc limit 1
    ) r on true where p.partnership = ${partnership}::uuid`.execute(ctx.db);
  const [row] = rows;
  return (
    row && {
      partnership,
      shown: row.shown,
      asks: row.asks,
      version: row.version,
      begunAt: row.begunAt,
      reviewed:
        row.reviewedOn !== null && row.number !== null ? { on: row.reviewedOn, number: row.number } : null,
    }
  );
}

export interface Priority {
  id: string;
  partnership: string;
  title: string;
  theme: Theme | null;
  state: PriorityState;
  /** Contact ids. */
  businessLead: string | null;
  supportLead: string | null;
  problem: string;
  desiredResult: string;
  measure: string;
  firstDays: string;
  rhythm: string;
  launchGroup: string | null;
  version: number;
}

/** In the order of the plan; `MOST_PRIORITIES` bounds them. One query. */
export async function prioritiesOfPlan(ctx: Reads, partnership: string): Promise<Priority[]> {
  const rows = await ctx.db
    .selectFrom("plan_priorities")
    .selectAll()
    .where("partnership", "=", partnership)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(priorityFrom);
}

/** @param id well-formed */
export async function priorityById(
  ctx: Reads,
  partnership: string,
  id: string,
): Promise<Priority | undefined> {
  const row = await ctx.db
    .selectFrom("plan_priorities")
    .selectAll()
    .where("id", "=", id)
    .where("partnership", "=", partnership)
    .executeTakeFirst();
  return row && priorityFrom(row);
}

function priorityFrom(row: Selectable<PlanPrioritiesTable>): Priority {
  return {
    id: row.id,
    partnership: row.partnership,
    title: row.title,
    theme: row.theme,
    state: row.state,
    businessLead: row.business_lead,
    supportLead: row.support_lead,
    problem: row.problem,
    desiredResult: row.desired_result,
    measure: row.measure,
    firstDays: row.first_days,
    rhythm: row.rhythm,
    launchGroup: row.launch_group,
    version: row.version,
  };
}

export interface Objective {
  id: string;
  priority: string;
  title: string;
  version: number;
}

/** Every objective of a plan, in order. One query. */
export async function objectivesOf(ctx: Reads, partnership: string): Promise<Objective[]> {
  return ctx.db
    .selectFrom("plan_objectives as o")
    .innerJoin("plan_priorities as p", "p.id", "o.priority")
    .select(["o.id", "o.priority", "o.title", "o.version"])
    .where("p.partnership", "=", partnership)
    .orderBy("o.position")
    .orderBy("o.id")
    .execute();
}

export interface PlanAction {
  id: string;
  priority: string;
  objective: string | null;
  words: string;
  /** Contact id. */
  owner: string | null;
  /** Where the owner is not on the roster. */
  ownerName: string;
  dueOn: string | null;
  status: Status;
  statusOn: string;
  evidence: string;
  evidenceUrl: string | null;
  isQuickWin: boolean;
  version: number;
  /** What was said last, where there was a word. */
  lastWord: string | null;
  /** The owner who said it by a letter's link; null where the team did. */
  lastWordBy: string | null;
}

export interface ActionFilter {
  /** `now`: in work, and what was done lately. */
  status: Status | "now" | "late" | "all";
  priority?: string | undefined;
  owner?: string | undefined;
  /** How long `now` still has what is done. */
  doneDays?: number;
}

function actionsWith(ctx: Reads) {
  return ctx.db
    .selectFrom("plan_actions as a")
    .leftJoinLateral(
      (words) =>
        words
          .selectFrom("plan_words")
          .select(["word", "contact"])
          .whereRef("action", "=", "a.id")
          .where("word", "<>", "")
          .orderBy("at", "desc")
          .limit(1)
          .as("w"),
      (join) => join.onTrue(),
    )
    .selectAll("a")
    .select(["w.word as last_word", "w.contact as last_word_by"]);
}

function actionFrom(row: Awaited<ReturnType<ReturnType<typeof actionsWith>["execute"]>>[number]): PlanAction {
  return {
    id: row.id,
    priority: row.priority,
    objective: row.objective,
    words: row.words,
    owner: row.owner,
    ownerName: row.owner_name,
    dueOn: row.due_on,
    status: row.status,
    statusOn: row.status_on,
    evidence: row.evidence,
    evidenceUrl: row.evidence_url,
    isQuickWin: row.is_quick_win,
    version: row.version,
    lastWord: row.last_word,
    lastWordBy: row.last_word_by,
  };
}

/** Actions of a plan: what is stuck first, what is over last, each by day. One query. */
export async function actionsOf(
  ctx: Reads,
  partnership: string,
  filter: ActionFilter,
  page: { today: string; offset: number; limit: number },
): Promise<{ items: PlanAction[]; more: boolean }> {
  let query = actionsWith(ctx).where("a.partnership", "=", partnership);
  const since = addDays(page.today, -(filter.doneDays ?? DONE_SHOWN_DAYS));
  if (filter.status === "now")
    query = query.where(
      sql<boolean>`(a.status in ('open', 'on-track', 'stuck') or (a.status = 'done' and a.status_on >= ${since}))`,
    );
  else if (filter.status === "late")
    query = query.where("a.due_on", "<", page.today).where("a.status", "in", ["open", "on-track", "stuck"]);
  else if (filter.status !== "all") query = query.where("a.status", "=", filter.status);
  if (filter.priority) query = query.where("a.priority", "=", filter.priority);
  if (filter.owner) query = query.where("a.owner", "=", filter.owner);
  const rows = await query
    .orderBy(sql`a.status <> 'stuck'`)
    .orderBy(sql`a.status in ('done', 'dropped')`)
    .orderBy("a.due_on")
    .orderBy("a.id")
    .offset(page.offset)
    .limit(page.limit + 1)
    .execute();
  return { items: rows.slice(0, page.limit).map(actionFrom), more: rows.length > page.limit };
}

/** @param id well-formed */
export async function actionById(
  ctx: Reads,
  partnership: string,
  id: string,
): Promise<PlanAction | undefined> {
  const row = await actionsWith(ctx)
    .where("a.id", "=", id)
    .where("a.partnership", "=", partnership)
    .executeTakeFirst();
  return row && actionFrom(row);
}

export interface Said {
  status: Status;
  word: string;
  contact: string | null;
  byName: string;
  at: Date;
}

/** How an action was said to stand, the newest first; at most thirty. */
export async function saidOf(ctx: Reads, action: string): Promise<Said[]> {
  return ctx.db
    .selectFrom("plan_words")
    .select(["status", "word", "contact", "by_name as byName", "at"])
    .where("action", "=", action)
    .orderBy("at", "desc")
    .limit(30)
    .execute();
}
