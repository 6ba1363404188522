import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { DEFAULT_PLAN } from "./default-plan.ts";
import type { GateAnswer, PhaseKey } from "./phases.ts";
import "./tables.ts";

/** Lays the default plan out; a partnership that has a roadmap keeps it. */
export async function beginRoadmap(ctx: Ctx, partnership: string, launchOn: string | null): Promise<void> {
  await transact(ctx, async (ctx) => {
    const begun = await ctx.db
      .insertInto("roadmaps")
      .values({ partnership, launch_on: launchOn, begun_at: ctx.now })
      .onConflict((on) => on.doNothing())
      .returning("partnership")
      .executeTakeFirst();
    if (!begun) return;
    await ctx.db
      .insertInto("roadmap_steps")
      .values(
        DEFAULT_PLAN.map(({ key, phase, title, note, days }, position) => ({
          id: ctx.random.id(),
          partnership,
          step: key,
          phase,
          title,
          note,
          days_from_launch: days,
          due_on: null,
          position,
          done_at: null,
          set_aside_at: null,
          created_at: ctx.now,
        })),
      )
      .execute();
    await tellOf(ctx, "roadmap.begun", partnership);
  });
}

/**
 * Sets the launch; every step that was not moved by hand follows.
 *
 * @throws Conflict when somebody changed it since `version` was read
 */
export async function setLaunch(
  ctx: Ctx,
  partnership: string,
  launchOn: string | null,
  version: number,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const changed = await ctx.db
      .updateTable("roadmaps")
      .set({ launch_on: launchOn, version: version + 1 })
      .where("partnership", "=", partnership)
      .where("version", "=", version)
      .returning("partnership")
      .executeTakeFirst();
    if (!changed) throw new Conflict();
    await tellOf(ctx, "roadmap.launch-set", partnership);
  });
}

export interface StepFacts {
  title: string;
  note: string;
  phase: PhaseKey;
  /** Set by hand; null counts from the launch where the step does. */
  dueOn: string | null;
}

/** Adds a step of the team's own, at the end of its phase. */
export async function addStep(ctx: Ctx, partnership: string, facts: StepFacts): Promise<void> {
  await transact(ctx, async (ctx) => {
    const last = await ctx.db
      .selectFrom("roadmap_steps")
      .select((all) => all.fn.max("position").as("last"))
      .where("partnership", "=", partnership)
      .executeTakeFirst();
    await ctx.db
      .insertInto("roadmap_steps")
      .values({
        id: ctx.random.id(),
        partnership,
        step: null,
        phase: facts.phase,
        title: facts.title,
        note: facts.note,
        days_from_launch: null,
        due_on: facts.dueOn,
        position: Number(last?.last ?? 0) + 1,
        done_at: null,
        set_aside_at: null,
        created_at: ctx.now,
      })
      .execute();
    await tellOf(ctx, "roadmap.step-added", partnership);
  });
}

/** @throws NotFound also for a step of another partnership */
export async function changeStep(ctx: Ctx, partnership: string, id: string, facts: StepFacts): Promise<void> {
  await setOf(ctx, partnership, id, "roadmap.step-changed", {
    title: facts.title,
    note: facts.note,
    phase: facts.phase,
    due_on: facts.dueOn,
  });
}

/** Ticks a step by hand, or takes the tick away. @throws NotFound */
export async function tickStep(ctx: Ctx, partnership: string, id: string, isDone: boolean): Promise<void> {
  const { actor } = ctx;
  await setOf(ctx, partnership, id, isDone ? "roadmap.step-done" : "roadmap.step-reopened", {
    done_at: isDone ? ctx.now : null,
    done_by: isDone && actor.kind !== "guest" ? actor.name : "",
    done_how: "",
    set_aside_at: null,
  });
}

/** Sets a step aside that this partnership does not need, or takes it up again. @throws NotFound */
export async function setAside(ctx: Ctx, partnership: string, id: string, isAside: boolean): Promise<void> {
  await setOf(ctx, partnership, id, isAside ? "roadmap.step-set-aside" : "roadmap.step-reopened", {
    set_aside_at: isAside ? ctx.now : null,
  });
}

/** What happened ticks the step it belongs to; one that is done already stays as it was. */
export async function tickByItself(ctx: Ctx, partnership: string, step: string, how: string): Promise<void> {
  await ctx.db
    .updateTable("roadmap_steps")
    .set({ done_at: ctx.now, done_by: "", done_how: how })
    .where("partnership", "=", partnership)
    .where("step", "=", step)
    .where("done_at", "is", null)
    .execute();
}

/** What the team says to one of the questions before it goes on; said again, the newer counts. */
export async function answerGate(
  ctx: Ctx,
  partnership: string,
  answers: readonly { question: string; answer: GateAnswer; word: string }[],
): Promise<void> {
  const { actor } = ctx;
  const byName = actor.kind === "guest" ? "" : actor.name;
  await transact(ctx, async (ctx) => {
    for (const { question, answer, word } of answers)
      await ctx.db
        .insertInto("roadmap_gates")
        .values({ partnership, question, answer, word, by_name: byName, at: ctx.now })
        .onConflict((on) =>
          on.columns(["partnership", "question"]).doUpdateSet({ answer, word, by_name: byName, at: ctx.now }),
        )
        .execute();
    await tellOf(ctx, "roadmap.gate-answered", partnership);
  });
}

async function setOf(
  ctx: Ctx,
  partnership: string,
  id: string,
  event: `roadmap.${string}`,
  columns: Record<string, unknown>,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const changed = await ctx.db
      .updateTable("roadmap_steps")
      .set(columns)
      .where("id", "=", id)
      .where("partnership", "=", partnership)
      .returning("id")
      .executeTakeFirst();
    if (!changed) throw new NotFound();
    await tellOf(ctx, event, partnership);
  });
}

async function tellOf(ctx: Ctx, name: `roadmap.${string}`, partnership: string): Promise<void> {
  await tell(ctx, { name, subject: { kind: "partnership", id: partnership } });
}
