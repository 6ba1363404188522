import { z } from "zod";
import { cleanLine } from "./clean-text.ts";

/** As much of a date as is known: `2018`, `2018-03` or `2018-03-14`. */
export type PartialDate = string;

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;

/** `2018`, `2018-03`, `2018-03-14`, and also "March 2018" and "March 14, 2018"; undefined for anything else. */
export function partialDateIn(text: string): PartialDate | undefined {
  const typed = cleanLine(text).toLowerCase();
  const words = /^([a-z]{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/.exec(typed);
  const month = words ? MONTHS.findIndex((name) => name.startsWith(words[1]!)) + 1 : 0;
  if (words && month > 0) return existing(words[3]!, String(month), words[2]);
  const figures = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(typed);
  return figures ? existing(figures[1]!, figures[2], figures[3]) : undefined;
}

function existing(year: string, month?: string, day?: string): PartialDate | undefined {
  const iso = [year, ...[month, day].flatMap((part) => part?.padStart(2, "0") ?? [])].join("-");
  if (Number(year) < EARLIEST_YEAR || Number(year) > LATEST_YEAR) return undefined;
  const whole = `${iso}-01-01`.slice(0, 10);
  const at = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole) ? iso : undefined;
}

/** A field for as much of a date as is known; empty is null. `name` reads like "The day they joined". */
export function partialDateField(name: string) {
  return z
    .string()
    .default("")
    .transform((value, context): PartialDate | null => {
      if (value.trim() === "") return null;
      const date = partialDateIn(value);
      if (date) return date;
      context.addIssue({
        code: "custom",
        message: `${name} should read like 2018, 2018-03 or 2018-03-14, as far as it is known.`,
      });
      return z.NEVER;
    });
}

/** Whether the second date is surely before the first: what both know of themselves is compared. */
export function isBefore(later: PartialDate, earlier: PartialDate): boolean {
  const known = Math.min(later.length, earlier.length);
  return later.slice(0, known) < earlier.slice(0, known);
}
