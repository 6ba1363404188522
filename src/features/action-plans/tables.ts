import type { ColumnType, Generated } from "kysely";
import type { PlanContent } from "./content.ts";
import type { PriorityState, Shown, Status, TeamRole, Theme } from "./statuses.ts";

/** A day; the database hands it over as text. */
type Day = ColumnType<string, string, string>;
type MaybeDay = ColumnType<string | null, string | null, string | null>;

export interface ActionPlansTable {
  partnership: string;
  shown: Generated<Shown>;
  asks: Generated<boolean>;
  version: Generated<number>;
  begun_at: Date;
}

export interface PlanPrioritiesTable {
  id: string;
  partnership: string;
  title: string;
  theme: Theme | null;
  state: Generated<PriorityState>;
  business_lead: string | null;
  support_lead: string | null;
  problem: Generated<string>;
  desired_result: Generated<string>;
  measure: Generated<string>;
  first_days: Generated<string>;
  rhythm: Generated<string>;
  launch_group: string | null;
  position: number;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
}

export interface PlanMembersTable {
  priority: string;
  contact: string;
  role: TeamRole;
  added_at: Date;
}

export interface PlanTeamMeetingsTable {
  id: string;
  priority: string;
  met_on: Day;
  word: Generated<string>;
  by_name: string;
  at: Date;
}

export interface PlanObjectivesTable {
  id: string;
  priority: string;
  title: string;
  position: number;
  version: Generated<number>;
}

export interface PlanActionsTable {
  id: string;
  partnership: string;
  priority: string;
  objective: string | null;
  words: string;
  owner: string | null;
  owner_name: Generated<string>;
  due_on: MaybeDay;
  status: Generated<Status>;
  status_on: Day;
  evidence: Generated<string>;
  evidence_url: string | null;
  is_quick_win: Generated<boolean>;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
}

export interface PlanWordsTable {
  id: string;
  action: string;
  status: Status;
  word: Generated<string>;
  contact: string | null;
  by_name: Generated<string>;
  at: Date;
}

export interface PlanReviewsTable {
  partnership: string;
  number: number;
  content: ColumnType<PlanContent, string, never>;
  reviewed_on: Day;
  word: Generated<string>;
  by_name: string;
  at: Date;
}

export interface PlanReviewNamesTable {
  partnership: string;
  number: number;
  contact: string;
  name: string;
}

export interface PlanRoundsTable {
  partnership: string;
  month: string;
  at: Date;
}

export interface PlanLettersTable {
  id: string;
  partnership: string;
  month: string;
  contact: string;
  actions: number;
  link_key: string | null;
  link_ends_at: Date;
  sent_at: Date;
  answered_at: Date | null;
}

export interface PlanStopsTable {
  partnership: string;
  email: string;
  at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    action_plans: ActionPlansTable;
    plan_priorities: PlanPrioritiesTable;
    plan_members: PlanMembersTable;
    plan_team_meetings: PlanTeamMeetingsTable;
    plan_objectives: PlanObjectivesTable;
    plan_actions: PlanActionsTable;
    plan_words: PlanWordsTable;
    plan_reviews: PlanReviewsTable;
    plan_review_names: PlanReviewNamesTable;
    plan_rounds: PlanRoundsTable;
    plan_letters: PlanLettersTable;
    plan_stops: PlanStopsTable;
  }
}
