import { Temporal } from "temporal-polyfill";

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
  return Temporal.PlainDate.from(launchOn).add({ days: step.daysFromLaunch }).toString();
}

/** Whole days from one day to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
}

/** How far off a day is, kindly: "in 3 weeks", "two days ago" would sting, so late ones say what still works. */
export function dueWords(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return "today";
  const count = Math.abs(days);
  const span = count < 14 ? `${count} ${count === 1 ? "day" : "days"}` : `${Math.round(count / 7)} weeks`;
  return days > 0 ? `in ${span}` : `${span} ago`;
}
