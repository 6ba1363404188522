import type { ColumnType, Generated } from "kysely";
import type { JudgedRow } from "#platform/exchange.ts";

export type ImportState = "reading" | "tried" | "refused" | "taking-in" | "done" | "failed" | "dropped";
export type Outcome = JudgedRow["outcome"];

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string | undefined, string>;

export interface ImportsTable {
  id: string;
  kind: string;
  file_name: string;
  sha256: string;
  bytes: number;
  state: ImportState;
  by_person: string | null;
  by_name: string;
  by_email: string;
  created_at: Date;
  finished_at: Date | null;
  read_at: Date | null;
  /** How many dry runs there were. */
  tries: Generated<number>;
  rows_tried: Generated<number>;
  rows_total: number | null;
  columns: Json<Record<string, number>>;
  counts: Json<Partial<Record<Outcome, number>>>;
  notes: Json<string[]>;
  problem: string | null;
  leaves_out: Generated<boolean>;
}

export interface ImportRowsTable {
  import: string;
  number: number;
  outcome: Outcome | "untried";
  title: string;
  cells: Json<Record<string, string>>;
  misread: Json<JudgedRow["problems"]>;
  problems: Json<JudgedRow["problems"]>;
  changes: Json<JudgedRow["changes"]>;
  target: string | null;
}

export interface KnownApartTable {
  kind: string;
  a: string;
  b: string;
  said_by: string;
  said_at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    imports: ImportsTable;
    import_rows: ImportRowsTable;
    known_apart: KnownApartTable;
  }
}
