import type { ColumnType } from "kysely";
import type { YearSums } from "./state-sums/sums.ts";

export interface StateSumConsentsTable {
  partnership: string;
  since: Date;
}

export interface StateSumsTable {
  /** Lower-case postal code. */
  state_code: string;
  year: number;
  partnerships: number;
  sums: ColumnType<YearSums, string, never>;
  drawn_at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    state_sum_consents: StateSumConsentsTable;
    state_sums: StateSumsTable;
  }
}
