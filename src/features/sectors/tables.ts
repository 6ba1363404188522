import type { Generated } from "kysely";

export const VINTAGES = [2017, 2022] as const;
/** The edition of NAICS: figures up to 2021 are published under that of 2017, later ones under that of 2022. */
export type Vintage = (typeof VINTAGES)[number];

export interface SectorsTable {
  id: string;
  slug: string;
  name: string;
  description: string;
  hue: string;
  icon: string;
  position: number;
  include_public_ownership: Generated<boolean>;
  retired_at: Date | null;
  version: Generated<number>;
  created_at: Date;
}

export interface SectorCodesTable {
  sector: string;
  /** Text: `62`, `31-33`, `621`, up to six digits. */
  code: string;
  vintage: Vintage;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    sectors: SectorsTable;
    sector_codes: SectorCodesTable;
  }
}
