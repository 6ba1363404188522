import { columnLetters } from "#platform/spreadsheets/sheet.ts";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import type { ImportedRow } from "../importing/queries.ts";
import { OUTCOME_WORDS } from "../importing/rules.ts";

const TONES = { new: "strong", changed: "warn", unchanged: undefined, refused: "bad" } as const;

export interface RowsTableProps {
  rows: ImportedRow[];
  /** Column key → number of its column in the file, from 0. */
  columns: Record<string, number>;
  kind: string;
}

/** Rows with what becomes of each, and why, named as the spreadsheet program names them. */
export function RowsTable({ rows, columns, kind }: RowsTableProps) {
  return (
    <DataTable
      caption={`Rows of ${kind.toLowerCase()} and what would become of them`}
      hideCaption
      stacks
      rows={rows}
      columns={[
        { label: "Row", cell: ({ number }) => number, numeric: true },
        { label: "About", heads: true, cell: ({ title }) => title || "(no name)" },
        { label: "Outcome", cell: (row) => <OutcomeBadge row={row} /> },
        { label: "What and why", cell: (row) => <Particulars row={row} columns={columns} /> },
      ]}
    />
  );
}

function OutcomeBadge({ row: { outcome } }: { row: ImportedRow }) {
  if (outcome === "untried") return <Badge>Not tried</Badge>;
  const tone = TONES[outcome];
  return <Badge {...(tone ? { tone } : {})}>{OUTCOME_WORDS[outcome]}</Badge>;
}

function Particulars({ row, columns }: { row: ImportedRow; columns: Record<string, number> }) {
  const { number, outcome, problems, changes } = row;
  if (outcome === "refused")
    return (
      <ul class="bare">
        {problems.map(({ column, message }) => (
          <li>
            {column && <b>{placeOf(column, number, columns)} </b>}
            {message}
          </li>
        ))}
      </ul>
    );
  if (outcome !== "changed") return outcome === "new" ? "Is added." : "Stays as it is.";
  return (
    <ul class="bare">
      {changes.map(({ column, from, to }) => (
        <li>
          <b>{column}</b> <del>{from || "(empty)"}</del> <ins>{to || "(empty)"}</ins>
        </li>
      ))}
    </ul>
  );
}

/** `D14 (counties)`: the cell as the spreadsheet program calls it. */
function placeOf(column: string, number: number, columns: Record<string, number>): string {
  const place = columns[column];
  return place === undefined ? `${column}:` : `${columnLetters(place)}${number} (${column}):`;
}
