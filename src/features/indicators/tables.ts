import type { ColumnType, Generated } from "kysely";
import type { Level, SetContent } from "./content.ts";

export type SetState = "draft" | "current" | "past";
export type AssessmentState = "open" | "settled";
export const SHARED_WITH = ["partnership", "state", "public"] as const;
export type SharedWith = (typeof SHARED_WITH)[number];

type Json<T> = ColumnType<T, string, string>;

export interface IndicatorSetsTable {
  version: number;
  name: string;
  note: Generated<string>;
  source: Generated<string>;
  content: Json<SetContent>;
  state: SetState;
  revision: Generated<number>;
  created_at: Date;
  published_at: Date | null;
}

export interface AssessmentsTable {
  id: string;
  partnership: string;
  set_version: number;
  /** `2026-05-04` */
  held_on: string;
  state: AssessmentState;
  note: Generated<string>;
  shared_with: Generated<SharedWith>;
  in_picture: Generated<boolean>;
  opened_by: string | null;
  settled_at: Date | null;
  version: Generated<number>;
  created_at: Date;
}

export interface AssessmentRespondentsTable {
  id: string;
  assessment: string;
  person: string | null;
  /** Empty for somebody who was forgotten. */
  name: string;
  email: string | null;
  link_key: string | null;
  invited_by: string | null;
  added_at: Date;
  answered_at: Date | null;
}

export interface AssessmentAnswersTable {
  respondent: string;
  indicator: string;
  level: Level | null;
  note: Generated<string>;
}

export interface AssessmentResultsTable {
  assessment: string;
  indicator: string;
  level: Level | null;
  note: Generated<string>;
  evidence: ColumnType<string[], string | undefined, string>;
}

/** One partnership's settled answer as the picture counts it. */
export interface Counted {
  /** The assessment. */
  id: string;
  partnership: string;
  levels: Record<string, Level | null>;
}

/** Those of the counted who belong together: all, a sector, a state, a setting. */
export interface CountedGroup {
  /** `all`, `sector:ID`, `state:ne`, `setting:rural`. */
  key: string;
  members: string[];
  /** False for one that was left out this time; its members are those of the last time it was shown. */
  shown: boolean;
}

export interface IndicatorPicturesTable {
  set_version: number;
  drawn_at: Date;
  counted: Json<Counted[]>;
  groups: Json<CountedGroup[]>;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    indicator_sets: IndicatorSetsTable;
    assessments: AssessmentsTable;
    assessment_respondents: AssessmentRespondentsTable;
    assessment_answers: AssessmentAnswersTable;
    assessment_results: AssessmentResultsTable;
    indicator_pictures: IndicatorPicturesTable;
  }
}
