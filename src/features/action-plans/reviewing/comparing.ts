import type { KeptAction, PlanContent } from "../content.ts";
import { isInWork } from "../statuses.ts";

/** What became different from one review to the next. */
export interface Comparison {
  newPriorities: string[];
  /** Priorities that are not in the plan any more. */
  gonePriorities: string[];
  /** Priorities whose state changed. */
  movedPriorities: { title: string; from: string; to: string }[];
  added: KeptAction[];
  done: KeptAction[];
  /** Their day was changed. */
  moved: { action: KeptAction; from: string | null }[];
  /** In work before and after, and got stuck between. */
  stuck: KeptAction[];
  dropped: KeptAction[];
  /** Another owner, or one at last. */
  handedOn: KeptAction[];
  /** Taken out of the plan. */
  gone: KeptAction[];
}

export function compare(before: PlanContent, now: PlanContent): Comparison {
  const earlier = new Map(actionsIn(before).map((action) => [action.id, action]));
  const later = actionsIn(now);
  const known = later.flatMap((action) => {
    const was = earlier.get(action.id);
    return was ? [{ action, was }] : [];
  });
  const became = (status: KeptAction["status"]) =>
    later.filter((action) => action.status === status && earlier.get(action.id)?.status !== status);
  const priorities = new Map(before.priorities.map((one) => [one.id, one]));
  const stay = new Set(now.priorities.map(({ id }) => id));
  const present = new Set(later.map(({ id }) => id));
  return {
    newPriorities: now.priorities.filter(({ id }) => !priorities.has(id)).map(({ title }) => title),
    gonePriorities: before.priorities.filter(({ id }) => !stay.has(id)).map(({ title }) => title),
    movedPriorities: now.priorities.flatMap(({ id, title, state }) => {
      const was = priorities.get(id);
      return was && was.state !== state ? [{ title, from: was.state, to: state }] : [];
    }),
    added: later.filter(({ id, status }) => !earlier.has(id) && isInWork(status)),
    done: became("done"),
    moved: known
      .filter(({ action, was }) => isInWork(action.status) && action.dueOn !== was.dueOn)
      .map(({ action, was }) => ({ action, from: was.dueOn })),
    stuck: became("stuck"),
    dropped: became("dropped"),
    handedOn: known
      .filter(
        ({ action, was }) =>
          isInWork(action.status) && (action.owner !== was.owner || action.ownerName !== was.ownerName),
      )
      .map(({ action }) => action),
    gone: [...earlier.values()].filter(({ id }) => !present.has(id)),
  };
}

export function isSame(comparison: Comparison): boolean {
  return Object.values(comparison).every((list) => list.length === 0);
}

function actionsIn({ priorities }: PlanContent): KeptAction[] {
  return priorities.flatMap(({ actions }) => actions);
}
