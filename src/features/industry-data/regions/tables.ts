import type { ColumnType, Generated } from "kysely";
import type { Shown } from "./rules.ts";

export interface RegionsTable {
  id: string;
  /** Stands in addresses and never changes: `/industry/regions/sheridan-and-johnson`. */
  slug: string;
  name: string;
  note: Generated<string>;
  shown: Generated<Shown>;
  partnership: string | null;
  /** Number of the shape that counts now. */
  shape: Generated<number>;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
}

export interface RegionShapesTable {
  region: string;
  number: number;
  /** FIPS codes, sorted. */
  counties: ColumnType<string[], string[], never>;
  /** Codes of the states they lie in, sorted. */
  states: ColumnType<string[], string[], never>;
  note: Generated<string>;
  by_person: string | null;
  by_name: string;
  at: ColumnType<Date, Date, never>;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    regions: RegionsTable;
    region_shapes: RegionShapesTable;
  }
}
