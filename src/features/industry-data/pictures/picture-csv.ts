import { CSV_START, csvLine } from "#base/csv.ts";
import type { PictureTable, TableCell } from "./picture.ts";

/** A picture's table as a file: unrounded, and for what may be withheld what it is at least and at most. */
export function pictureCsv({ columns, rows }: PictureTable): string {
  const wide = columns.map((_, index) => rows.some((row) => isBounded(row[index])));
  const headings = columns.flatMap(({ label }, index) =>
    wide[index] ? [label, `${label}: at least`, `${label}: at most`] : [label],
  );
  const lines = rows.map((row) =>
    csvLine(columns.flatMap((_, index) => cells(row[index] ?? null, wide[index]!))),
  );
  return CSV_START + csvLine(headings) + lines.join("");
}

function cells(cell: TableCell, wide: boolean): (string | number)[] {
  if (isBounded(cell)) return [cell.value ?? "", cell.low ?? "", cell.high ?? ""];
  return wide ? [cell ?? "", "", ""] : [cell ?? ""];
}

function isBounded(cell: TableCell | undefined): cell is Extract<TableCell, object> {
  return typeof cell === "object" && cell !== null;
}
