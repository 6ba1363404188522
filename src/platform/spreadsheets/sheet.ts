/** A row as a spreadsheet program shows it. */
export interface SheetRow {
  /** From 1, as at the left edge of the program's window. */
  number: number;
  /** Text of each cell, in order; dates as ISO days, numbers as people write them. Trailing empty cells are left out. */
  cells: string[];
  /** What could not be taken, by the index of its cell. */
  problems: { cell: number; message: string }[];
}

/** A file as a whole that cannot be read; the message is a sentence for whoever sent it. */
export class SpreadsheetProblem extends Error {
  override name = "SpreadsheetProblem";
}

/** What a table may hold at most; beyond it, somebody means harm or took the wrong file. */
export const SHEET_LIMITS = {
  /** Of the file as it comes. */
  bytes: 30_000_000,
  /** With the line of headings. */
  rows: 100_001,
  columns: 100,
  cellLength: 20_000,
  /** Of an XLSX file, which is an archive: everything in it that is read, unpacked. */
  entries: 1_000,
  unpackedBytes: 256 * 2 ** 20,
  /** Texts are listed apart from the cells and have to be held in memory. */
  textBytes: 96 * 2 ** 20,
  /** Unpacked to packed, of an entry. Tables come to 20, bombs to 1,000. */
  ratio: 200,
};
export type SheetLimits = typeof SHEET_LIMITS;

export function tooManyRows(limits: SheetLimits): SpreadsheetProblem {
  return new SpreadsheetProblem(
    `This table has more than ${(limits.rows - 1).toLocaleString("en-US")} rows. Please split it into several files.`,
  );
}

/** "A", "B", …, "AA": a column as spreadsheet programs call it. @param index from 0 */
export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
