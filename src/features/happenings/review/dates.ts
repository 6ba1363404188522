import { dayOf, momentAt } from "#base/local-time.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import type { DatePrecision } from "../kinds.ts";

const PRECISIONS: Record<number, DatePrecision> = { 4: "year", 7: "month", 10: "day" };
const EARLIEST_YEAR = 1900;

export interface KnownDate {
  /** Null where the order among the others stays as it is. */
  at: Date | null;
  precision: DatePrecision;
}

/**
 * A date as far as it is known: `2018-03-14`, `2018-03`, `2018` or nothing. What is not known is taken as the
 * beginning of it, for the order alone.
 *
 * @param present the moment it is dated at now; where the text says the same, its order is kept
 */
export function knownDate(
  text: string,
  given: { zone: string; now: Date; present: Date | null },
): Outcome<KnownDate> {
  if (text === "") return done({ at: null, precision: "none" });
  const precision = /^\d{4}(-\d\d){0,2}$/.test(text) ? PRECISIONS[text.length] : undefined;
  const whole = `${text}-01-01`.slice(0, 10);
  const noon = momentAt(`${whole}T12:00`, given.zone, "first");
  if (!precision || !noon.ok || Number(text.slice(0, 4)) < EARLIEST_YEAR)
    return problem("dated", "Write it as 2018-03-14, 2018-03 or 2018.");
  if (whole > dayOf(given.now, given.zone))
    return problem("dated", "This is still to come. A happening is dated when it was.");
  const present = given.present ? dayOf(given.present, given.zone) : "";
  if (present.startsWith(text)) return done({ at: null, precision });
  // Of today, noon may still be to come.
  return done({ at: new Date(Math.min(noon.value.getTime(), given.now.getTime())), precision });
}
