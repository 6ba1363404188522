import type { Generated } from "kysely";

export interface InvestmentsTable {
  id: string;
  state_code: string | null;
  investor: string;
  organization: string | null;
  /** Whole dollars. */
  dollars: number | null;
  at_least: boolean;
  in_kind: boolean;
  from_year: number | null;
  to_year: number | null;
  years_note: string;
  purpose: string;
  came_of_it: string;
  part_of: string | null;
  told_apart: boolean;
  source_name: string;
  source_url: string | null;
  source_note: string;
  retired_at: Date | null;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    investments: InvestmentsTable;
  }
}
