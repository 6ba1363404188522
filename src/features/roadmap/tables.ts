import type { ColumnType, Generated } from "kysely";
import type { GateAnswer, PhaseKey } from "./phases.ts";

/** A calendar day, read and written as text: `2026-10-04`. */
type Day = ColumnType<string | null, string | null, string | null>;

export interface RoadmapsTable {
  partnership: string;
  launch_on: Day;
  begun_at: Date;
  version: Generated<number>;
}

export interface RoadmapStepsTable {
  id: string;
  partnership: string;
  step: string | null;
  phase: PhaseKey;
  title: string;
  note: string;
  days_from_launch: number | null;
  due_on: Day;
  position: number;
  done_at: Date | null;
  done_by: Generated<string>;
  done_how: Generated<string>;
  set_aside_at: Date | null;
  created_at: Date;
}

export interface RoadmapGatesTable {
  partnership: string;
  question: string;
  answer: GateAnswer;
  word: string;
  by_name: string;
  at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    roadmaps: RoadmapsTable;
    roadmap_steps: RoadmapStepsTable;
    roadmap_gates: RoadmapGatesTable;
  }
}
