import { isBefore, type PartialDate } from "#base/partial-date.ts";
import type { PartnershipContent } from "./content.ts";
import type { Stage } from "./stages.ts";

type Dated = Pick<PartnershipContent["milestones"][number], "kind" | "on">;

/** What comes after what in the life of a partnership. */
const ORDER = [
  ["academy", "launch"],
  ["launch", "relaunch"],
] as const;

/**
 * The first pair of milestones that surely stand in the wrong order: a launch before its academy, a relaunch before the
 * launch. What is known of both dates is compared, so `2018` and `2018-03` do not contradict.
 */
export function wrongOrder(milestones: readonly Dated[]): { earlier: Placed; later: Placed } | undefined {
  for (const [earlier, later] of ORDER) {
    const first = earliest(milestones, earlier);
    const then = earliest(milestones, later);
    if (first && then && isBefore(then, first))
      return { earlier: { kind: earlier, on: first }, later: { kind: later, on: then } };
  }
  return undefined;
}

/** A kind of milestone with its date. */
export interface Placed {
  kind: Dated["kind"];
  on: PartialDate;
}

function earliest(milestones: readonly Dated[], kind: Dated["kind"]): PartialDate | undefined {
  return milestones
    .flatMap((one) => (one.kind === kind && one.on ? [one.on] : []))
    .sort()
    .at(0);
}

/** What a stage that begins leaves behind as a milestone. */
export function milestoneOf(stage: Stage): "launch" | "relaunch" | undefined {
  if (stage === "active") return "launch";
  return stage === "relaunched" ? "relaunch" : undefined;
}

/** After so long without a change or a word, those who look after a page are asked whether it still holds. */
export const STALE_DAYS = 180;
/** When nobody answered for so long, the editors see it on their desk. */
export const UNANSWERED_DAYS = 30;
const DAY = 24 * 3600_000;

/** Since when a page is known to hold: the last change, or the last time somebody said so. */
export function freshSince(page: { changedAt: Date; confirmedAt: Date | null }): Date {
  return page.confirmedAt && page.confirmedAt > page.changedAt ? page.confirmedAt : page.changedAt;
}

/** Whether it is time to ask. What rests or has ended may stay as it is. */
export function isStale(
  page: { changedAt: Date; confirmedAt: Date | null; stage: Stage },
  now: Date,
): boolean {
  if (page.stage === "paused" || page.stage === "closed") return false;
  return now.getTime() - freshSince(page).getTime() > STALE_DAYS * DAY;
}
