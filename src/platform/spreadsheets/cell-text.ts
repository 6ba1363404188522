import { cleanText } from "#base/clean-text.ts";
import { undefused } from "#base/csv.ts";
import { columnLetters, type SheetLimits, type SheetRow, SpreadsheetProblem } from "./sheet.ts";

export const FORMULA_PROBLEM =
  "This cell holds a formula, and formulas are not taken. Put the value itself there (in a spreadsheet program: copy, then paste as values).";

/** Puts a row together: cleans its texts, and says at their cells what cannot be taken. Undefined for an empty row. */
export function rowOf(
  number: number,
  texts: readonly (string | undefined)[],
  limits: SheetLimits,
  problems: SheetRow["problems"] = [],
): SheetRow | undefined {
  let last = texts.length - 1;
  while (last >= 0 && (texts[last] ?? "").trim() === "" && !problems.some(({ cell }) => cell === last))
    last -= 1;
  if (last < 0) return undefined;
  if (last >= limits.columns)
    throw new SpreadsheetProblem(
      `Row ${number} goes on to column ${columnLetters(last)}; a table here has at most ${limits.columns} columns.`,
    );
  const row: SheetRow = { number, cells: [], problems: [...problems] };
  for (let cell = 0; cell <= last; cell += 1) {
    const text = cleanText(texts[cell] ?? "").trim();
    if (text.length > limits.cellLength) {
      const most = limits.cellLength.toLocaleString("en-US");
      row.problems.push({ cell, message: `This cell has more than ${most} characters.` });
      row.cells.push(`${text.slice(0, 100)}…`);
    } else if (text.startsWith("=")) {
      row.problems.push({ cell, message: FORMULA_PROBLEM });
      row.cells.push(text);
    } else {
      row.cells.push(undefused(text));
    }
  }
  return row;
}
