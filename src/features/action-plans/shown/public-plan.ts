import { dayOf } from "#base/local-time.ts";
import { workspaceById } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { rosterNamesIn } from "../people.ts";
import {
  actionsOf,
  type Objective,
  objectivesOf,
  type PlanAction,
  type Priority,
  planOf,
  prioritiesOfPlan,
} from "../queries.ts";
import type { PriorityState, Shown, Theme } from "../statuses.ts";
import { withoutNames } from "./masking.ts";

/** A plan as readers see it: nobody's name, no note, no evidence, and not what is stuck. */
export interface PublicPlan {
  shown: Exclude<Shown, "nothing">;
  reviewedOn: string | null;
  priorities: PublicPriority[];
}

export interface PublicPriority {
  id: string;
  title: string;
  theme: Theme | null;
  state: PriorityState;
  /** Empty where only priorities are shown. */
  groups: { title: string | null; actions: PublicAction[] }[];
}

export interface PublicAction {
  words: string;
  isDone: boolean;
  isQuickWin: boolean;
  dueOn: string | null;
}

/** More than this a page for readers does not list. */
const MOST_SHOWN = 300;
/** What was done longer ago than this is not the plan any more. */
const DONE_SHOWN_DAYS = 730;

/** Partnerships that show their plan, with how much; kept until something public changes. */
export async function whoShowsPlans(ctx: Ctx): Promise<ReadonlyMap<string, Shown>> {
  return ctx.keep("action plans that are shown", async () => {
    const rows = await ctx.db
      .selectFrom("action_plans")
      .select(["partnership", "shown"])
      .where("shown", "<>", "nothing")
      .execute();
    return new Map(rows.map(({ partnership, shown }) => [partnership, shown]));
  });
}

/** The plan as far as its partnership shows it; undefined where it shows nothing. */
export async function publicPlan(ctx: Ctx, partnership: string): Promise<PublicPlan | undefined> {
  const shown = (await whoShowsPlans(ctx)).get(partnership);
  return shown && shown !== "nothing" ? planAsShown(ctx, partnership, shown) : undefined;
}

/** How the plan would look to readers under a choice that may not be made yet. */
export async function planAsShown(
  ctx: Ctx,
  partnership: string,
  shown: Exclude<Shown, "nothing">,
): Promise<PublicPlan | undefined> {
  const plan = await planOf(ctx, partnership);
  const workspace = await workspaceById(ctx, partnership);
  if (!plan || !workspace) return undefined;
  const priorities = await prioritiesOfPlan(ctx, partnership);
  const withActions = shown === "actions";
  const objectives = withActions ? await objectivesOf(ctx, partnership) : [];
  const actions = withActions ? await actionsToShow(ctx, partnership, workspace.timeZone) : [];
  const names = await namesIn(ctx, partnership, { priorities, objectives, actions });
  const mask = (text: string) => withoutNames(text, names);
  return {
    shown,
    reviewedOn: plan.reviewed?.on ?? null,
    priorities: priorities.map(({ id, title, theme, state }) => {
      const inGroup = (objective: string | null) =>
        actions
          .filter((action) => action.priority === id && action.objective === objective)
          .map(({ words, status, isQuickWin, dueOn }) => ({
            words: mask(words),
            isDone: status === "done",
            isQuickWin,
            dueOn: status === "done" ? null : dueOn,
          }));
      const groups = [
        { title: null, actions: inGroup(null) },
        ...objectives
          .filter(({ priority }) => priority === id)
          .map((one) => ({ title: mask(one.title), actions: inGroup(one.id) })),
      ].filter((one) => one.actions.length > 0);
      return { id, title: mask(title), theme, state, groups };
    }),
  };
}

async function actionsToShow(ctx: Ctx, partnership: string, zone: string): Promise<PlanAction[]> {
  const { items } = await actionsOf(
    ctx,
    partnership,
    { status: "now", doneDays: DONE_SHOWN_DAYS },
    { today: dayOf(ctx.now, zone), offset: 0, limit: MOST_SHOWN },
  );
  return items;
}

/** Names of the roster that stand in what would be shown, and owners who were only written down. */
async function namesIn(
  ctx: Ctx,
  partnership: string,
  texts: { priorities: Priority[]; objectives: Objective[]; actions: PlanAction[] },
): Promise<string[]> {
  const written = [
    ...[...texts.priorities, ...texts.objectives].map(({ title }) => title),
    ...texts.actions.map(({ words }) => words),
  ].join("\n");
  const named = await rosterNamesIn(ctx, partnership, written);
  return [...new Set([...named, ...texts.actions.map(({ ownerName }) => ownerName)])].filter(Boolean);
}
