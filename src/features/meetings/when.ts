import type { Meeting } from "./queries.ts";

type When = Pick<Meeting, "startsAt" | "timeZone">;

/** When a meeting begins, for a person: "Thursday, October 4, 2018, 9:00 AM Mountain Time". */
export function whenWords({ startsAt, timeZone }: When): string {
  const day = new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "full" }).format(startsAt);
  return `${day}, ${clockWords(startsAt, timeZone)} ${zoneWords(timeZone, startsAt)}`;
}

/** From when to when on its day: "9:00 AM to 11:00 AM Mountain Time". */
export function hoursWords({ startsAt, timeZone, minutes }: When & Pick<Meeting, "minutes">): string {
  const end = endsAt({ startsAt, minutes });
  return `${clockWords(startsAt, timeZone)} to ${clockWords(end, timeZone)} ${zoneWords(timeZone, startsAt)}`;
}

/** Its day alone: "Thursday, October 4, 2018". */
export function dayWords({ startsAt, timeZone }: When): string {
  return new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "full" }).format(startsAt);
}

/** What a clock on the wall shows there: "9:00 AM". */
export function clockWords(at: Date, timeZone: string): string {
  // A narrow space stands between the time and AM in newer editions of the data; people paste it into plain text.
  return new Intl.DateTimeFormat("en-US", { timeZone, timeStyle: "short" })
    .format(at)
    .replaceAll("\u202f", " ");
}

/**
 * A zone as people there call it: "Mountain Time", and "Mountain Standard Time" where the clocks never change. It
 * never says "standard" or "daylight" of a zone that has both.
 */
export function zoneWords(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longGeneric" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

export function endsAt({ startsAt, minutes }: Pick<Meeting, "startsAt" | "minutes">): Date {
  return new Date(startsAt.getTime() + minutes * 60_000);
}
