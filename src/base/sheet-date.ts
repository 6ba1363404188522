import { type PartialDate, partialDateIn } from "./partial-date.ts";

/** Days that a spreadsheet counts from the end of 1899: from here on they are after 1950, and no year. */
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_415;

/**
 * A date as it comes out of somebody's spreadsheet: all that `partialDateIn` reads, the day's number that is left where
 * a date was saved without its format, `3/14/2018` as it is written in the United States, and a day with its time.
 */
export function sheetDateIn(text: string): PartialDate | undefined {
  const typed = text.trim();
  const day = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/.exec(typed)?.[1];
  if (day) return partialDateIn(day);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed);
  if (american) return partialDateIn(`${american[3]}-${american[1]}-${american[2]}`);
  if (/^\d{5}(\.0+)?$/.test(typed)) {
    const serial = Number(typed);
    if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
    return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
  }
  return partialDateIn(typed);
}
