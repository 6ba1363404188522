import type { Ctx } from "#platform/context.ts";
import type { GateAnswer, PhaseKey } from "./phases.ts";
import { dueOn } from "./rules.ts";
import "./tables.ts";

export interface Roadmap {
  partnership: string;
  launchOn: string | null;
  version: number;
}

export interface Step {
  id: string;
  /** Of the default plan; null for the team's own. */
  step: string | null;
  phase: PhaseKey;
  title: string;
  note: string;
  daysFromLaunch: number | null;
  /** Set by hand, or counted from the launch. */
  dueOn: string | null;
  /** Whether `dueOn` was set by hand. */
  isMoved: boolean;
  doneAt: Date | null;
  doneBy: string;
  doneHow: string;
  setAsideAt: Date | null;
}

export async function roadmapOf(ctx: Pick<Ctx, "db">, partnership: string): Promise<Roadmap | undefined> {
  const row = await ctx.db
    .selectFrom("roadmaps")
    .select(["partnership", "launch_on", "version"])
    .where("partnership", "=", partnership)
    .executeTakeFirst();
  return row && { partnership: row.partnership, launchOn: row.launch_on, version: row.version };
}

/** Every step in order. One query; a plan has some dozens. */
export async function stepsOf(ctx: Pick<Ctx, "db">, { partnership, launchOn }: Roadmap): Promise<Step[]> {
  const rows = await ctx.db
    .selectFrom("roadmap_steps")
    .selectAll()
    .where("partnership", "=", partnership)
    .orderBy("position")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    step: row.step,
    phase: row.phase,
    title: row.title,
    note: row.note,
    daysFromLaunch: row.days_from_launch,
    dueOn: dueOn({ dueOn: row.due_on, daysFromLaunch: row.days_from_launch }, launchOn),
    isMoved: row.due_on !== null,
    doneAt: row.done_at,
    doneBy: row.done_by,
    doneHow: row.done_how,
    setAsideAt: row.set_aside_at,
  }));
}

export interface GateEntry {
  question: string;
  answer: GateAnswer;
  word: string;
  byName: string;
  at: Date;
}

export async function gatesOf(ctx: Pick<Ctx, "db">, partnership: string): Promise<GateEntry[]> {
  return ctx.db
    .selectFrom("roadmap_gates")
    .select(["question", "answer", "word", "by_name as byName", "at"])
    .where("partnership", "=", partnership)
    .execute();
}
