import { type Column, DataTable } from "#ui/data-table.tsx";
import { NO_FIGURE, whole } from "../../analysis/figure-words.ts";
import { Figure } from "../../analysis/views/figure.tsx";
import type { PictureTable, TableCell } from "../picture.ts";

/** The same as the picture, as a table. */
export function PictureTableView({ table }: { table: PictureTable }) {
  const columns = table.columns.map(
    ({ label, heads, format = whole }, index): Column<readonly TableCell[]> => ({
      label,
      heads,
      numeric: table.rows.some((row) => typeof row[index] !== "string") && !heads,
      cell: (row) => cellOf(row[index] ?? null, format),
    }),
  );
  return <DataTable caption={table.caption} columns={columns} rows={[...table.rows]} />;
}

function cellOf(cell: TableCell, format: (value: number) => string) {
  if (cell === null) return NO_FIGURE;
  if (typeof cell === "object") return <Figure figure={cell} format={format} />;
  return typeof cell === "number" ? format(cell) : cell;
}
