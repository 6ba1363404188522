import type { ColumnType } from "kysely";
import type { Source } from "#base/source.ts";

type Json<T> = ColumnType<T, string, string>;

/** What a state's page says in its own words. */
export interface StateWords {
  /** Restricted Markdown. */
  intro: string;
  /** Where readers go on: the state's own pages, its academy. */
  links: Source[];
  sources: Source[];
}

export interface StatePagesTable {
  state_code: string;
  intro: string;
  sources: Json<Source[]>;
  links: Json<Source[]>;
  version: number;
  changed_at: Date;
}

export interface StatePageVersionsTable {
  state_code: string;
  number: number;
  content: Json<StateWords>;
  note: string;
  at: Date;
  by_person: string | null;
  by_name: string;
}

export interface StateCoachesTable {
  id: string;
  state_code: string;
  person: string | null;
  name: string;
  organization: string;
  partnership: string | null;
  note: string;
  from_on: string | null;
  to_on: string | null;
  created_at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    state_pages: StatePagesTable;
    state_page_versions: StatePageVersionsTable;
    state_coaches: StateCoachesTable;
  }
}
