import type { ColumnType, Generated } from "kysely";
import type { Normalisation } from "../figures/normalise.ts";
import type { Shown } from "../regions/rules.ts";
import type { ChoiceQuestion, Criterion } from "./content.ts";
import type { DecisionRecord } from "./decisions/record.ts";

type Json<T> = ColumnType<T, string, string>;
/** Written once. */
type Frozen<T> = ColumnType<T, T, never>;

export interface SectorChoicesTable {
  id: string;
  region: string;
  shape: number;
  title: string;
  question: Json<ChoiceQuestion>;
  candidates: Json<string[]>;
  criteria: Json<Criterion[]>;
  preset: Generated<string>;
  scale: Normalisation;
  state: "open" | "decided";
  opened_by: string | null;
  reopens: string | null;
  version: Generated<number>;
  created_at: Date;
}

export interface ChoiceScorersTable {
  id: string;
  choice: string;
  person: string | null;
  /** Empty for somebody who was forgotten. */
  name: string;
  email: string | null;
  link_key: string | null;
  invited_by: string | null;
  added_at: Date;
  scored_at: Date | null;
  changes: Generated<number>;
}

export interface ChoiceScoresTable {
  scorer: string;
  candidate: string;
  criterion: string;
  score: number | null;
  note: Generated<string>;
}

export interface ChoiceSettlementsTable {
  choice: string;
  candidate: string;
  criterion: string;
  score: number;
  note: Generated<string>;
}

export interface ChoiceRoundsTable {
  choice: string;
  number: number;
  criterion: string;
  dropped: Json<string[]>;
  reason: string;
  at: Date;
}

export interface SectorDecisionsTable {
  id: Frozen<string>;
  series: Frozen<string>;
  number: Frozen<number>;
  region: Frozen<string>;
  shape: Frozen<number>;
  choice: Frozen<string>;
  record: ColumnType<DecisionRecord, string, never>;
  /** `2018-03-14` */
  decided_on: Frozen<string>;
  shown: Shown;
  version: Generated<number>;
  created_at: Frozen<Date>;
  /** Made of the record by the database. */
  words: ColumnType<string, never, never>;
}

export interface DecisionVoicesTable {
  decision: Frozen<string>;
  position: Frozen<number>;
  person: string | null;
  /** Empty, as role and words are, for somebody who was forgotten. */
  name: string;
  role: string;
  agrees: Frozen<boolean>;
  words: string;
}

export interface FactSheetsTable {
  decision: string;
  ask: string;
  contact: string;
  version: Generated<number>;
  changed_at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    sector_choices: SectorChoicesTable;
    choice_scorers: ChoiceScorersTable;
    choice_scores: ChoiceScoresTable;
    choice_settlements: ChoiceSettlementsTable;
    choice_rounds: ChoiceRoundsTable;
    sector_decisions: SectorDecisionsTable;
    decision_voices: DecisionVoicesTable;
    fact_sheets: FactSheetsTable;
  }
}
