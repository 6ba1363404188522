import { mayMove, type Stage } from "../stages.ts";

/** Longer than this in one hand looks forgotten. */
export const STALE_DAYS = 7;

const DAY = 86_400_000;

export function isStale(inHandSince: Date, now: Date): boolean {
  return now.getTime() - inHandSince.getTime() > STALE_DAYS * DAY;
}

/** Nobody plans further ahead than this; a later date is a slip of the finger. */
const FURTHEST_DAYS = 2 * 366;

/** Why nothing can be planned for this moment; undefined when it can. */
export function planProblem(at: Date, now: Date): string | undefined {
  if (at.getTime() <= now.getTime())
    return "This time has passed already. Choose a later one, or publish it now.";
  if (at.getTime() - now.getTime() > FURTHEST_DAYS * DAY)
    return "This is more than two years ahead. Please check the year.";
  return undefined;
}

/** What an editor may do with a happening at its present stage. */
export interface Deeds {
  hold: boolean;
  publish: boolean;
  publishAgain: boolean;
  schedule: boolean;
  unschedule: boolean;
  askForChanges: boolean;
  decline: boolean;
  reopen: boolean;
  unpublish: boolean;
  feature: boolean;
  date: boolean;
  edit: boolean;
}

/** @param hasSender there is somebody to ask */
export function deedsAt(stage: Stage, hasSender: boolean): Deeds {
  const may = (to: Stage) => mayMove(stage, to, "editor");
  return {
    hold: stage === "received" || stage === "in-review" || stage === "changes-asked" || stage === "scheduled",
    publish: may("published") && stage !== "unpublished",
    publishAgain: stage === "unpublished",
    schedule: may("scheduled") || stage === "scheduled",
    unschedule: stage === "scheduled",
    askForChanges: hasSender && may("changes-asked"),
    decline: may("declined"),
    reopen: stage === "declined" || stage === "unpublished",
    unpublish: may("unpublished"),
    feature: stage === "published",
    date: stage === "published" || stage === "unpublished",
    edit: stage !== "withdrawn" && stage !== "unconfirmed",
  };
}

/** How a stage reads on the desk: what it waits for, and on whom. */
export const DESK_WORDS: Record<Stage, string> = {
  unconfirmed: "Not confirmed by its sender yet",
  received: "New, needs a first reading",
  "in-review": "In review",
  "changes-asked": "Changes asked, waits for the sender",
  scheduled: "Scheduled",
  published: "Published",
  unpublished: "Taken off the site",
  declined: "Declined",
  withdrawn: "Withdrawn by its sender",
};
