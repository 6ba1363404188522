import type { ColumnType, Generated } from "kysely";
import type { Findings } from "../findings.ts";

export type FiguresImportState =
  | "looking"
  | "looked"
  | "refused"
  | "taking-in"
  | "done"
  | "failed"
  | "dropped";

export interface BroughtFile {
  name: string;
  sha256: string;
  bytes: number;
}

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string | null, string | null>;

export interface IndustryImportsTable {
  id: string;
  state: FiguresImportState;
  files: Json<BroughtFile[]>;
  findings: Json<Findings | null>;
  held_set: string | null;
  new_set: string | null;
  share: Generated<number>;
  doing: Generated<string>;
  problem: string | null;
  by_person: string | null;
  by_name: string;
  created_at: Date;
  finished_at: Date | null;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    industry_imports: IndustryImportsTable;
  }
}
