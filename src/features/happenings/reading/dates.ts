import type { DatePrecision } from "../kinds.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formats.set(timeZone, format);
  }
  return format;
}

/**
 * As much of a happening's date as is known: "2018-12-15", "2018-12", "2018", or nothing. The day is that of the
 * site's own zone.
 */
export function knownDate(at: Date, precision: DatePrecision, timeZone: string): string | undefined {
  if (precision === "none") return undefined;
  const day = dayFormat(timeZone).format(at);
  return precision === "day" ? day : precision === "month" ? day.slice(0, 7) : day.slice(0, 4);
}
