import { addDays, daysBetween } from "#base/days.ts";

/** How a step stands on a day. */
export type StepState = "done" | "set-aside" | "late" | "now" | "ahead" | "undated";

/** Due within this many days is what a team has in hand now. */
const NOW_DAYS = 14;

export interface Dated {
  dueOn: string | null;
  doneAt: Date | null;
  setAsideAt: Date | null;
}

/** @param today a day in the partnership's zone, `2026-05-04` */
export function stateOf(step: Dated, today: string): StepState {
  if (step.doneAt) return "done";
  if (step.setAsideAt) return "set-aside";
  if (!step.dueOn) return "undated";
  if (step.dueOn < today) return "late";
  return daysBetween(today, step.dueOn) <= NOW_DAYS ? "now" : "ahead";
}

/** When a step is due: the date set by hand, else counted from the launch; null where there is neither. */
export function dueOn(
  step: { dueOn: string | null; daysFromLaunch: number | null },
  launchOn: string | null,
): string | null {
  if (step.dueOn) return step.dueOn;
  if (launchOn === null || step.daysFromLaunch === null) return null;
  return addDays(launchOn, step.daysFromLaunch);
}
