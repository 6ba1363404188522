import { rowOf } from "./cell-text.ts";
import { type SheetLimits, type SheetRow, SpreadsheetProblem, tooManyRows } from "./sheet.ts";
import { textOf } from "./text-of.ts";

const SEPARATORS = [",", ";", "\t"] as const;

/**
 * The rows of a CSV file as spreadsheet programs understand it (RFC 4180, and what they write besides): separated by
 * commas, semicolons or tabs, with a `sep=` line or without, lines of any length, any line end.
 *
 * @throws SpreadsheetProblem
 */
export function* csvRows(bytes: Buffer, limits: SheetLimits): Generator<SheetRow> {
  const records = recordsOf(textOf(bytes), separatorOf(bytes), limits);
  let number = 0;
  let taken = 0;
  for (const cells of records) {
    number += 1;
    const row = rowOf(number, cells, limits);
    if (!row) continue;
    taken += 1;
    if (taken > limits.rows) throw tooManyRows(limits);
    yield row;
  }
}

/** The one that stands most often in the first line that holds any text, quoted parts left out. */
function separatorOf(bytes: Buffer): string {
  let head = "";
  for (const text of textOf(bytes)) {
    head += text;
    if (head.length > 20_000) break;
  }
  const declared = /^\ufeff?sep=(.)\r?\n/.exec(head)?.[1];
  if (declared) return declared;
  const line =
    head
      .replace(/"(?:[^"]|"")*"?/g, "")
      .split(/[\r\n]+/)
      .find((one) => /[^\s,;]/.test(one)) ?? "";
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

function* recordsOf(texts: Iterable<string>, separator: string, limits: SheetLimits): Generator<string[]> {
  let cells: string[] = [];
  let cell = "";
  let state: "plain" | "quoted" | "closing" = "plain";
  let carriage = false;
  let begun = false;
  let row = 1;
  let first = true;
  const special = new RegExp(`["\\r\\n${separator === "\t" ? "\\t" : `\\${separator}`}]`, "g");
  for (const text of texts) {
    for (let at = 0; at < text.length; ) {
      const sign = text[at]!;
      if (state === "quoted") {
        const quote = text.indexOf('"', at);
        cell += quote < 0 ? text.slice(at) : text.slice(at, quote);
        at = quote < 0 ? text.length : quote + 1;
        if (quote >= 0) state = "closing";
        if (cell.length > limits.cellLength * 20)
          throw new SpreadsheetProblem(
            `A quotation mark that opens in row ${row} is not closed again. Look for a lone " there.`,
          );
        continue;
      }
      if (state === "closing" && sign === '"') {
        cell += '"';
        state = "quoted";
        at += 1;
        continue;
      }
      if (state === "closing") state = "plain";
      if (carriage && sign === "\n") {
        carriage = false;
        at += 1;
        continue;
      }
      carriage = false;
      if (sign === separator) {
        cells.push(cell);
        cell = "";
        begun = true;
        at += 1;
        if (cells.length > limits.columns * 40)
          throw new SpreadsheetProblem(`Row ${row} has far more cells than a table here can have.`);
      } else if (sign === "\r" || sign === "\n") {
        carriage = sign === "\r";
        cells.push(cell);
        if (!(first && /^\ufeff?sep=.?$/.test(cells.join(separator)))) yield cells;
        first = false;
        cells = [];
        cell = "";
        begun = false;
        row += 1;
        at += 1;
      } else if (sign === '"' && cell.trim() === "") {
        cell = "";
        state = "quoted";
        begun = true;
        at += 1;
      } else {
        special.lastIndex = at + 1;
        const next = special.exec(text)?.index ?? text.length;
        cell += text.slice(at, next);
        begun = true;
        at = next;
        if (cell.length > limits.cellLength * 20)
          throw new SpreadsheetProblem(`A cell in row ${row} is longer than any cell can be.`);
      }
    }
  }
  if (begun || cells.length > 0) yield [...cells, cell];
}
