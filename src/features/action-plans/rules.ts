import { dueWords } from "#base/days.ts";
import { longDate } from "#ui/dates.tsx";
import { isInWork, type Status } from "./statuses.ts";

/** More than this no team looks at in one meeting; a plan that grows beyond is refused kindly. */
export const MOST_PRIORITIES = 40;
export const MOST_OBJECTIVES = 30;
export const MOST_ACTIONS = 2_000;
export const MOST_MEMBERS = 60;

/** Actions on one page of the plan. */
export const ACTIONS_PAGE = 150;

/** What a plan says by itself of actions that were done: those of the last three months. */
export const DONE_SHOWN_DAYS = 90;

export interface Dated {
  status: Status;
  /** `2026-05-04` */
  dueOn: string | null;
}

/** @param today a day in the partnership's zone */
export function isLate({ status, dueOn }: Dated, today: string): boolean {
  return dueOn !== null && isInWork(status) && dueOn < today;
}

/** When it is due, kindly where that day is over. */
export function whenDue(action: Dated, today: string): string {
  const { dueOn } = action;
  if (!dueOn) return "No day set";
  if (!isInWork(action.status)) return `Was due ${longDate(dueOn)}`;
  if (isLate(action, today)) return `Its day was ${longDate(dueOn)}; a new day is fine`;
  return `Due ${longDate(dueOn)}, ${dueWords(dueOn, today)}`;
}
