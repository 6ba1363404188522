import type { ColumnType } from "kysely";

/** Who may see something: everyone, signed-in members, nobody but its owner. */
export const AUDIENCES = ["public", "members", "nobody"] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface ProfilesTable {
  person: string;
  slug: string;
  /** Folded, for the directory's order. */
  sort_name: string;
  listed_for: Audience;
  /** Who may write to them through the relay. */
  written_by: Audience;
  role: string;
  title: string;
  organization: string | null;
  organization_name: string;
  /** Postal codes, lower case. */
  states: string[];
  /** Five digits. */
  counties: string[];
  sectors: string[];
  topics: string[];
  phases: string[];
  about: string;
  can_help: string;
  looking_for: string;
  photo: string | null;
  photo_alt: string;
  /** Part → who sees it; a part that is not named is seen by nobody. */
  shown: ColumnType<Record<string, Audience>, string, string>;
  /** What each audience finds them by; null where it may not see them. Written by `finding.ts` alone. */
  found_public: ColumnType<string | null, null, string | null>;
  found_members: ColumnType<string | null, null, string | null>;
  version: number;
  created_at: Date;
  changed_at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    profiles: ProfilesTable;
  }
}
