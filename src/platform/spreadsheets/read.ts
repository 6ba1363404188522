import { csvRows } from "./csv-rows.ts";
import { SHEET_LIMITS, type SheetLimits, type SheetRow, SpreadsheetProblem } from "./sheet.ts";
import { xlsxRows } from "./xlsx-rows.ts";

/**
 * The rows of a table that somebody sent, CSV or XLSX by its content, as they are read: empty rows are left out, the
 * line of headings comes first. Nothing in it is run, followed or believed.
 *
 * @throws SpreadsheetProblem with a sentence about the whole file; rows before it may have come by then
 */
export async function* sheetRows(
  bytes: Buffer,
  limits: SheetLimits = SHEET_LIMITS,
): AsyncGenerator<SheetRow> {
  if (bytes.length > limits.bytes) throw new SpreadsheetProblem("This file is too large.");
  if (bytes.length === 0) throw new SpreadsheetProblem("This file is empty.");
  if (bytes.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) yield* xlsxRows(bytes, limits);
  else if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new SpreadsheetProblem(
      "This is a spreadsheet of the kind from before 2007 (.xls), or one that is locked. Please save it as .xlsx or as CSV.",
    );
  else yield* csvRows(bytes, limits);
}
