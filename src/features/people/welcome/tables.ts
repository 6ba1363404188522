export interface WelcomesTable {
  person: string;
  joined_at: Date;
  /** When they saw the welcome page; until then signing in leads there. */
  seen_at: Date | null;
  in_hand: string | null;
  greeted_at: Date | null;
  greeted_by: string | null;
  note: string;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    welcomes: WelcomesTable;
  }
}
