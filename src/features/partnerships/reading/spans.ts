import { longDate } from "#ui/dates.tsx";

/** "since March 2018", "2018 to 2021", "until 2021"; nothing where neither is known. Dates are as precise as known. */
export function spanWords(from: string | null, to: string | null): string {
  if (from && to) return `${longDate(from)} to ${longDate(to)}`;
  if (from) return `since ${longDate(from)}`;
  return to ? `until ${longDate(to)}` : "";
}

/** Whether as much of a date as is known lies wholly before a day, both as ISO text. */
export function isPast(date: string, today: string): boolean {
  return date < today.slice(0, date.length);
}
