import { Temporal } from "temporal-polyfill";

/** Owners find the letter when they begin their day. */
const MORNING_HOUR = 8;
const EVENING_HOUR = 18;
/** A house that was down that morning catches up for so long; after that the month is left out. */
const CATCH_UP_DAYS = 7;

/** The month that a moment falls in, in a zone: `2026-05`. */
export function monthOf(at: Date, zone: string): string {
  return zoned(at, zone).toPlainDate().toPlainYearMonth().toString();
}

/** When a month's letters go out: the morning of its first weekday, as a clock shows it there. */
export function morningOf(month: string, zone: string): Date {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const weekday = first.add({ days: first.dayOfWeek > 5 ? 8 - first.dayOfWeek : 0 });
  const at = weekday.toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from({ hour: MORNING_HOUR }),
  });
  return new Date(at.epochMilliseconds);
}

/** The month whose letters may go out these days: from its first weekday's morning, for a week. */
export function monthOpen(now: Date, zone: string): string | undefined {
  const month = monthOf(now, zone);
  const morning = morningOf(month, zone);
  const over = new Date(morning.getTime() + CATCH_UP_DAYS * 86_400_000);
  return now >= morning && now < over ? month : undefined;
}

/** The month whose letters are due now, or undefined; also what is caught up comes on a weekday, by day. */
export function monthDue(now: Date, zone: string): string | undefined {
  const { hour, dayOfWeek } = zoned(now, zone);
  const atWork = dayOfWeek <= 5 && hour >= MORNING_HOUR && hour < EVENING_HOUR;
  return atWork ? monthOpen(now, zone) : undefined;
}

/** The next morning on which letters go out. */
export function nextMorning(now: Date, zone: string): Date {
  const month = Temporal.PlainYearMonth.from(monthOf(now, zone));
  const morning = morningOf(month.toString(), zone);
  return morning > now ? morning : morningOf(month.add({ months: 1 }).toString(), zone);
}

function zoned(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}
