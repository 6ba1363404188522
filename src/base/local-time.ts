import { Temporal } from "temporal-polyfill";
import { done, type Outcome, problem } from "./outcome.ts";

/** Which of the two is meant where the clocks go back and an hour comes twice. */
export type Occurrence = "first" | "second";

/**
 * The moment that a wall clock in `zone` shows as `local`.
 *
 * @param local as `<input type="datetime-local">` sends it, such as `2026-11-01T09:30`
 * @param zone IANA name, such as `America/Denver`
 * @param occurrence needed only for a time that comes twice; without it such a time is refused
 * @returns problems are keyed `at`, or `occurrence` where the time comes twice
 */
export function momentAt(local: string, zone: string, occurrence?: Occurrence): Outcome<Date> {
  const wall = wallTime(local);
  if (!wall) return problem("at", "Give a date and a time, such as March 14, 2026 at 9:30 AM.");
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
  if (!later.toPlainDateTime().equals(wall)) {
    return problem(
      "at",
      `There is no ${clock(wall)} on that day: clocks go forward over it. The next time there is, is ${clock(later)}.`,
    );
  }
  if (earlier.epochMilliseconds !== later.epochMilliseconds && !occurrence) {
    return problem(
      "occurrence",
      `${clock(wall)} comes twice on that day, because clocks go back. Say which of the two you mean.`,
    );
  }
  return done(new Date((occurrence === "second" ? later : earlier).epochMilliseconds));
}

/** What a wall clock in `zone` shows at a moment, as `<input type="datetime-local">` takes it. */
export function wallClock(at: Date, zone: string): string {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return wall.toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** The day on which a moment falls in `zone`, such as `2026-11-01`. */
export function dayOf(at: Date, zone: string): string {
  return wallClock(at, zone).slice(0, 10);
}

function wallTime(local: string): Temporal.PlainDateTime | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return undefined;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function clock(time: { hour: number; minute: number }): string {
  const half = time.hour < 12 ? "AM" : "PM";
  return `${time.hour % 12 || 12}:${String(time.minute).padStart(2, "0")} ${half}`;
}
