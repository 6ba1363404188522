/** Which parts of a moment a number format shows. */
export type DateShown = "day" | "month" | "year" | "moment" | "time";

const DAY_MS = 86_400_000;

/**
 * A date as spreadsheets keep it, the days since their first, as ISO text with as much as the cell shows of it:
 * `2018-03-14`, `2018-03`, `2018`, with the time behind it where there is one.
 *
 * The 1900 system counts a February 29 of that year, which there never was, so its first two months are a day off.
 *
 * @returns undefined for what is no day of theirs
 */
export function isoOfSerial(serial: number, shown: DateShown, since1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return undefined;
  const first = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const at = new Date(first + Math.round(serial * 86_400) * 1_000);
  const iso = at.toISOString();
  if (shown === "time" && serial < 1) return iso.slice(11, 16);
  if (shown === "year") return iso.slice(0, 4);
  if (shown === "month") return iso.slice(0, 7);
  return shown === "moment" && at.getTime() % DAY_MS !== 0 ? iso.slice(0, 16) : iso.slice(0, 10);
}

/** What a number format shows of a date; undefined where it is none. */
export function dateShownBy(format: string): DateShown | undefined {
  const bare = format
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .toLowerCase();
  if (/general/.test(bare) || !/[dmyhs]/.test(bare) || /[0#?]\/|e\+/.test(bare.split(";")[0] ?? ""))
    return undefined;
  const [code = ""] = bare.split(";");
  const time = /[hs]/.test(code);
  if (/d/.test(code)) return time ? "moment" : "day";
  if (/y/.test(code)) return /m/.test(code) ? (time ? "moment" : "month") : "year";
  if (time) return "time";
  return /m/.test(code) ? "month" : undefined;
}

/** Formats that have a number only. Those of East Asian calendars all show a day. */
const BUILT_IN: Record<number, DateShown> = {
  14: "day",
  15: "day",
  16: "day",
  17: "month",
  18: "time",
  19: "time",
  20: "time",
  21: "time",
  22: "moment",
  45: "time",
  46: "time",
  47: "time",
};

export function dateShownByNumber(id: number): DateShown | undefined {
  return BUILT_IN[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "day" : undefined);
}
