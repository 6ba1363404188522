import { dayOf } from "#base/local-time.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import type { ActionFacts, StatusFacts } from "./facts.ts";
import { actionById, objectivesOf, type PlanAction, priorityById } from "./queries.ts";
import { MOST_ACTIONS, MOST_OBJECTIVES } from "./rules.ts";
import { actorName, tellOf } from "./telling.ts";
import "./tables.ts";

type Of = Pick<Workspace, "id" | "timeZone">;

/** Begins a plan with nothing in it; a partnership that has one keeps it. */
export async function beginPlan(ctx: Ctx, partnership: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const begun = await ctx.db
      .insertInto("action_plans")
      .values({ partnership, begun_at: ctx.now })
      .onConflict((on) => on.doNothing())
      .returning("partnership")
      .executeTakeFirst();
    if (begun) await tellOf(ctx, "action-plan.begun", partnership);
  });
}

/** Adds an objective at the end of its priority. @throws NotFound */
export async function addObjective(
  ctx: Ctx,
  partnership: string,
  priority: string,
  title: string,
): Promise<Outcome<string>> {
  return transact(ctx, async (ctx): Promise<Outcome<string>> => {
    if (!(await priorityById(ctx, partnership, priority))) throw new NotFound();
    const there = (await objectivesOf(ctx, partnership)).filter((one) => one.priority === priority);
    if (there.length >= MOST_OBJECTIVES)
      return problem(
        "title",
        `There are ${MOST_OBJECTIVES} objectives already. Fewer will be reached sooner.`,
      );
    const id = ctx.random.id();
    await ctx.db
      .insertInto("plan_objectives")
      .values({ id, priority, title, position: there.length + 1 })
      .execute();
    await tellOf(ctx, "action-plan.changed", partnership);
    return done(id);
  });
}

/** @throws Conflict, NotFound */
export async function changeObjective(
  ctx: Ctx,
  partnership: string,
  id: string,
  title: string,
  version: number,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await objectiveIn(ctx, partnership, id);
    const changed = await ctx.db
      .updateTable("plan_objectives")
      .set({ title, version: version + 1 })
      .where("id", "=", id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!changed) throw new Conflict();
    await tellOf(ctx, "action-plan.changed", partnership);
  });
}

/** Takes an objective away; its actions stay, under the priority itself. @throws NotFound */
export async function removeObjective(ctx: Ctx, partnership: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await objectiveIn(ctx, partnership, id);
    await ctx.db.deleteFrom("plan_objectives").where("id", "=", id).execute();
    await tellOf(ctx, "action-plan.changed", partnership);
  });
}

async function objectiveIn(ctx: Ctx, partnership: string, id: string): Promise<void> {
  if (!(await objectivesOf(ctx, partnership)).some((one) => one.id === id)) throw new NotFound();
}

/** @throws NotFound for a priority of another plan */
export async function addAction(ctx: Ctx, of: Of, facts: ActionFacts): Promise<Outcome<string>> {
  return transact(ctx, async (ctx): Promise<Outcome<string>> => {
    const placed = await place(ctx, of.id, facts);
    if (!placed.ok) return placed;
    const { count } = await ctx.db
      .selectFrom("plan_actions")
      .select((all) => all.fn.countAll<string>().as("count"))
      .where("partnership", "=", of.id)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_ACTIONS)
      return problem("words", `The plan holds ${MOST_ACTIONS} actions, which is as many as it takes.`);
    const id = ctx.random.id();
    await ctx.db
      .insertInto("plan_actions")
      .values({
        id,
        partnership: of.id,
        ...columnsOf(facts),
        status_on: dayOf(ctx.now, of.timeZone),
        created_at: ctx.now,
        changed_at: ctx.now,
      })
      .execute();
    await tellOf(ctx, "action-plan.changed", of.id, { action: id });
    return done(id);
  });
}

/**
 * Changes an action. A changed status is kept with its day.
 *
 * @throws Conflict when somebody changed it since `version` was read; NotFound
 */
export async function changeAction(
  ctx: Ctx,
  of: Of,
  id: string,
  facts: ActionFacts,
  version: number,
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const before = await lockAction(ctx, of.id, id);
    if (before.version !== version) throw new Conflict();
    const placed = await place(ctx, of.id, facts);
    if (!placed.ok) return placed;
    const moved = facts.status !== before.status;
    await ctx.db
      .updateTable("plan_actions")
      .set({
        ...columnsOf(facts),
        ...(moved ? { status_on: dayOf(ctx.now, of.timeZone) } : {}),
        is_quick_win: before.isQuickWin && facts.status === "done",
        version: version + 1,
        changed_at: ctx.now,
      })
      .where("id", "=", id)
      .execute();
    if (moved) await noteWord(ctx, id, { status: facts.status, word: "" }, null);
    await tellOf(ctx, "action-plan.changed", of.id, { action: id });
    return done(null);
  });
}

/**
 * The team says how an action stands.
 *
 * @throws Conflict when somebody changed it since `version` was read; NotFound
 */
export async function sayStatus(
  ctx: Ctx,
  of: Of,
  id: string,
  said: StatusFacts,
  version: number,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const before = await lockAction(ctx, of.id, id);
    if (before.version !== version) throw new Conflict();
    await setStatus(ctx, of, before, said, null);
    await tellOf(ctx, "action-plan.changed", of.id, { action: id, status: said.status });
  });
}

/**
 * Sets how an action stands and keeps what was said; in the caller's transaction.
 *
 * @param contact the owner who said it by a letter's link; null where the team did
 */
export async function setStatus(
  ctx: Ctx,
  of: Of,
  action: PlanAction,
  said: StatusFacts,
  contact: string | null,
): Promise<void> {
  await ctx.db
    .updateTable("plan_actions")
    .set({
      status: said.status,
      status_on: dayOf(ctx.now, of.timeZone),
      is_quick_win: action.isQuickWin && said.status === "done",
      version: action.version + 1,
      changed_at: ctx.now,
    })
    .where("id", "=", action.id)
    .execute();
  await noteWord(ctx, action.id, said, contact);
}

/** @throws NotFound */
export async function removeAction(ctx: Ctx, partnership: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await lockAction(ctx, partnership, id);
    await ctx.db.deleteFrom("plan_actions").where("id", "=", id).execute();
    await tellOf(ctx, "action-plan.changed", partnership);
  });
}

/** The action, held until the transaction ends. @throws NotFound also for one of another plan */
export async function lockAction(ctx: Ctx, partnership: string, id: string): Promise<PlanAction> {
  await ctx.db.selectFrom("plan_actions").select("id").where("id", "=", id).forUpdate().execute();
  const action = await actionById(ctx, partnership, id);
  if (!action) throw new NotFound();
  return action;
}

/** An objective belongs to its own priority. @throws NotFound */
async function place(ctx: Ctx, partnership: string, facts: ActionFacts): Promise<Outcome<null>> {
  if (!(await priorityById(ctx, partnership, facts.priority))) throw new NotFound();
  if (!facts.objective) return done(null);
  const objective = (await objectivesOf(ctx, partnership)).find(({ id }) => id === facts.objective);
  return objective?.priority === facts.priority
    ? done(null)
    : problem("place", "That objective is not there any more. Choose another place.");
}

function columnsOf(facts: ActionFacts) {
  return {
    priority: facts.priority,
    objective: facts.objective,
    words: facts.words,
    owner: facts.owner,
    owner_name: facts.ownerName,
    due_on: facts.dueOn,
    status: facts.status,
    evidence: facts.evidence,
    evidence_url: facts.evidenceUrl,
  };
}

async function noteWord(
  ctx: Ctx,
  action: string,
  { status, word }: StatusFacts,
  contact: string | null,
): Promise<void> {
  await ctx.db
    .insertInto("plan_words")
    .values({
      id: ctx.random.id(),
      action,
      status,
      word,
      contact,
      by_name: contact ? "" : actorName(ctx),
      at: ctx.now,
    })
    .execute();
}
