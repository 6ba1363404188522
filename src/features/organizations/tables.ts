import type { Generated } from "kysely";
import type { OrganizationKind } from "./kinds.ts";

export interface OrganizationsTable {
  id: string;
  slug: string;
  name: string;
  also_known_as: Generated<string[]>;
  kind: OrganizationKind;
  state_code: string | null;
  place: Generated<string>;
  url: string | null;
  /** Where the facts come from. */
  source: Generated<string>;
  merged_into: string | null;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
  words: Generated<string>;
}

export interface OrganizationKeysTable {
  organization: string;
  key: string;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    organizations: OrganizationsTable;
    organization_keys: OrganizationKeysTable;
  }
}
