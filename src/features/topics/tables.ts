import type { Generated } from "kysely";

export interface TopicsTable {
  id: string;
  slug: string;
  name: string;
  description: string;
  position: number;
  retired_at: Date | null;
  version: Generated<number>;
  created_at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    topics: TopicsTable;
  }
}
