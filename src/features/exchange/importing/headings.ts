import { editDistance } from "#base/words/edit-distance.ts";
import { foldText } from "#base/words/words-of.ts";
import type { ExchangeColumn } from "#platform/exchange.ts";
import { columnLetters } from "#platform/spreadsheets/sheet.ts";

/** Columns of our own report of refused rows, so that it can be mended and sent again as it is. */
export const REPORT_COLUMNS = ["row_in_file", "what_to_mend"] as const;

export interface Headings {
  /** Column key → its place in the file, from 0. */
  places: Record<string, number>;
  /** Sentences about columns that will be left out. */
  notes: string[];
}

/**
 * Which column of the file is which of the table. Case, accents, blanks and hyphens make no difference.
 *
 * @returns a problem in words where a column that must be there is missing, or one is there twice
 */
export function readHeadings(
  cells: readonly string[],
  columns: readonly ExchangeColumn[],
): { ok: true; headings: Headings } | { ok: false; problem: string } {
  const places: Record<string, number> = {};
  const unknown: { name: string; place: number }[] = [];
  const twice: string[] = [];
  for (const [place, name] of cells.entries()) {
    const key = keyOf(name);
    if (key === "" || (REPORT_COLUMNS as readonly string[]).includes(key)) continue;
    if (!columns.some((column) => column.key === key)) unknown.push({ name, place });
    else if (places[key] !== undefined) twice.push(key);
    else places[key] = place;
  }
  const missing = columns.filter(({ key, required }) => required && places[key] === undefined);
  const free = columns.map(({ key }) => key).filter((key) => places[key] === undefined);
  const strange = unknown.map(({ name, place }) => {
    const guess = nearest(keyOf(name), free);
    return `“${name}” in column ${columnLetters(place)}${guess ? `, which may be meant for “${guess}”` : ""}`;
  });
  if (missing.length > 0) {
    const lacks =
      missing.length === 1
        ? `The column “${missing[0]!.key}” is missing.`
        : `These columns are missing: ${missing.map(({ key }) => `“${key}”`).join(", ")}.`;
    const knows =
      strange.length > 0 ? ` The file has columns that are not known here: ${strange.join("; ")}.` : "";
    return {
      ok: false,
      problem: `${lacks}${knows} The first row of the file must hold the headings of the template.`,
    };
  }
  if (twice.length > 0)
    return {
      ok: false,
      problem: `The heading “${twice[0]}” stands above two columns. Rename or delete one of them.`,
    };
  const notes = strange.map((one) => `The column ${one} is not known here and is left out.`);
  return { ok: true, headings: { places, notes } };
}

function keyOf(name: string): string {
  return foldText(name)
    .replace(/\(.*?\)|\*/g, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

/** The known one with the fewest slips, or one that is a part of the other. */
function nearest(key: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((one) => ({ one, slips: editDistance(key, one, 3) }))
    .filter(({ one, slips }) => slips <= Math.min(3, Math.ceil(one.length / 3)))
    .sort((a, b) => a.slips - b.slips);
  if (ranked[0]) return ranked[0].one;
  return known.find((one) => key.split("_").includes(one) || one.split("_").includes(key));
}
