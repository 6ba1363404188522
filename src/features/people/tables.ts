import type { Role } from "#platform/context.ts";

export interface PeopleTable {
  id: string;
  /** Lower case. Null for those the directory knows of without an address: a champion, named by a convener. */
  email: string | null;
  /** Empty until the person says it. */
  name: string;
  role: Role;
  created_at: Date;
  /** Null until the first sign-in; kept to the hour. */
  last_seen_at: Date | null;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    people: PeopleTable;
  }
}
