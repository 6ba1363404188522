import { dayOf } from "#base/local-time.ts";
import { NotFound } from "#base/surprises.ts";
import { type Workspace, workspaceIn } from "#features/partnerships/public.ts";
import { idOf } from "#platform/http/params.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import { actionById, type Plan, type PlanAction, type Priority, planOf, priorityById } from "./queries.ts";

/** A plan with the day that it is where its team works. */
export interface Opened {
  workspace: Workspace;
  plan: Plan;
  today: string;
}

export function todayAt(c: HouseContext, { timeZone }: Workspace): string {
  return dayOf(c.var.ctx.now, timeZone);
}

/** The plan of the address. @throws NotFound where none was begun */
export async function planIn(c: HouseContext): Promise<Opened> {
  const workspace = await workspaceIn(c);
  const plan = await planOf(c.var.ctx, workspace.id);
  if (!plan) throw new NotFound();
  return { workspace, plan, today: todayAt(c, workspace) };
}

/** @throws NotFound also for one of another plan */
export async function priorityIn(c: HouseContext): Promise<Opened & { priority: Priority }> {
  const opened = await planIn(c);
  const priority = await priorityById(c.var.ctx, opened.workspace.id, idOf(c));
  if (!priority) throw new NotFound();
  return { ...opened, priority };
}

/** @throws NotFound also for one of another plan */
export async function actionIn(c: HouseContext): Promise<Opened & { action: PlanAction }> {
  const opened = await planIn(c);
  const action = await actionById(c.var.ctx, opened.workspace.id, idOf(c));
  if (!action) throw new NotFound();
  return { ...opened, action };
}
