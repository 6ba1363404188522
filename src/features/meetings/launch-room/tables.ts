import type { Generated } from "kysely";
import type { SignUpRole, Step } from "./steps.ts";

export interface LaunchRoomsTable {
  meeting: string;
  code: string;
  step: Generated<Step>;
  votes_each: Generated<number>;
  public_votes: Generated<boolean>;
  phones_capture: Generated<boolean>;
  companies_voted: number | null;
  changed_at: Date;
  created_at: Date;
}

export interface LaunchGroupsTable {
  id: string;
  meeting: string;
  title: Generated<string>;
  position: number;
  version: Generated<number>;
  votes: number | null;
  taken_on: Generated<boolean>;
  created_at: Date;
}

export interface LaunchOpportunitiesTable {
  id: string;
  meeting: string;
  launch_group: string | null;
  words: string;
  company: Generated<string>;
  version: Generated<number>;
  created_at: Date;
}

export interface LaunchBoxesTable {
  meeting: string;
  key: string;
  sums: string;
}

export interface LaunchPapersTable {
  meeting: string;
  company: string;
  used: Generated<boolean>;
  receipt: string | null;
}

export interface LaunchAskersTable {
  id: string;
  meeting: string;
  name: string;
  state: Generated<"asking" | "let-in" | "declined">;
  company: string | null;
  created_at: Date;
}

export interface LaunchSignUpsTable {
  id: string;
  meeting: string;
  launch_group: string;
  contact: string;
  name: string;
  company: Generated<string>;
  role: SignUpRole;
  created_at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    launch_rooms: LaunchRoomsTable;
    launch_groups: LaunchGroupsTable;
    launch_opportunities: LaunchOpportunitiesTable;
    launch_boxes: LaunchBoxesTable;
    launch_papers: LaunchPapersTable;
    launch_askers: LaunchAskersTable;
    launch_sign_ups: LaunchSignUpsTable;
  }
}
