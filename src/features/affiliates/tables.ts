import type { ColumnType, Generated } from "kysely";
import type { Source } from "#base/source.ts";

export const AFFILIATE_KINDS = ["state", "region", "organization"] as const;
export type AffiliateKind = (typeof AFFILIATE_KINDS)[number];

/** How somebody agreed to be named here, written down by whoever asked them. */
export interface Consent {
  /** In words: "by e-mail". */
  how: string;
  /** `2018-03-14` */
  on: string;
  recordedBy: string;
}

type Json<T> = ColumnType<T, string, string>;

export interface AffiliatesTable {
  id: string;
  slug: string;
  name: string;
  kind: AffiliateKind;
  state_code: string | null;
  counties: string[];
  organization: string | null;
  summary: string;
  story: string;
  url: string | null;
  joined_on: string | null;
  left_on: string | null;
  sources: Json<Source[]>;
  retired_at: Date | null;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
}

export interface AffiliateLeadsTable {
  affiliate: string;
  position: number;
  person: string | null;
  name: string;
  title: string;
  organization: string;
  from_on: string | null;
  to_on: string | null;
  consent: ColumnType<Consent | null, string | null, string | null>;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    affiliates: AffiliatesTable;
    affiliate_leads: AffiliateLeadsTable;
  }
}
