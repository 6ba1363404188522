/** Begins a formula in a spreadsheet program, also behind blanks and behind what disarmed it before. */
const FORMULA = /^'*\s*[=+\-@]|^'*[\t\r]/;

/**
 * One line of a CSV file (RFC 4180), with its line end. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front, so that what a stranger typed stays words.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = defused(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text with an apostrophe in front where a spreadsheet program would run it. */
export function defused(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text as it was before `defused`. */
export function undefused(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/** Stands before the first line: without it, Excel takes the file for another encoding. */
export const CSV_START = "\ufeff";
