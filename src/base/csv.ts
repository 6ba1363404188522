/** Begins a formula in a spreadsheet program, also behind blanks. */
const FORMULA = /^\s*[=+\-@]|^[\t\r]/;

/**
 * One line of a CSV file (RFC 4180), with its line end. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front, so that what a stranger typed stays words.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Stands before the first line: without it, Excel takes the file for another encoding. */
export const CSV_START = "\ufeff";
