import { Temporal } from "temporal-polyfill";

/** Whole days from one day to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
}

/** A day so many days later; negative for earlier. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How far off a day is: "in 3 weeks", "2 days ago", "today". */
export function dueWords(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return "today";
  const count = Math.abs(days);
  const span = count < 14 ? `${count} ${count === 1 ? "day" : "days"}` : `${Math.round(count / 7)} weeks`;
  return days > 0 ? `in ${span}` : `${span} ago`;
}
