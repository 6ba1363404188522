import type { Meeting } from "./queries.ts";
import { endsAt } from "./when.ts";

const HOUR = 3_600_000;
/** How long before its time a meeting may be opened, and its door with it. */
const EARLY = 18 * HOUR;
/** How long after its planned end people still say at the door that they came. */
const LATE = 12 * HOUR;
/** How long after a meeting its guests' links open something. */
const LINKS_LAST = 400 * 24 * HOUR;

type Timed = Pick<Meeting, "state" | "startsAt" | "minutes">;

export function mayOpen({ state, startsAt }: Timed, now: Date): boolean {
  return state === "planned" && startsAt.getTime() - now.getTime() <= EARLY;
}

/** Also one that nobody opened: it was held on paper. */
export function mayEnd({ state, startsAt }: Timed, now: Date): boolean {
  return state === "under-way" || (state === "planned" && startsAt <= now);
}

export function mayCancel({ state }: Timed): boolean {
  return state === "planned";
}

/** Whether guests may still say, and change, whether they come: until it begins. */
export function takesAnswers({ state, startsAt }: Timed, now: Date): boolean {
  return state === "planned" && now < startsAt;
}

/** Whether people may check themselves in by the link at the door. */
export function doorIsOpen(meeting: Timed, now: Date): boolean {
  if (meeting.state !== "planned" && meeting.state !== "under-way") return false;
  return (
    now.getTime() >= meeting.startsAt.getTime() - EARLY && now.getTime() <= endsAt(meeting).getTime() + LATE
  );
}

/** Whether the team may say who came: before that day nobody can have come. */
export function mayNoteArrivals({ state, startsAt }: Timed, now: Date): boolean {
  return state === "held" || (state !== "cancelled" && startsAt.getTime() - now.getTime() <= EARLY);
}

export function linksEndAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() + LINKS_LAST);
}
