import type { ColumnType, Generated } from "kysely";
import type { Occurrence } from "#base/local-time.ts";
import type { Answer, CameBy, GuestState, MeetingKind, MeetingState } from "./kinds.ts";

/** One item of an agenda. */
export interface AgendaItem {
  minutes: number;
  title: string;
  /** Who leads it, in words. */
  lead: string;
  note: string;
}

export interface MeetingsTable {
  id: string;
  partnership: string;
  kind: MeetingKind;
  title: string;
  starts_local: string;
  occurrence: Occurrence | null;
  time_zone: string;
  starts_at: Date;
  minutes: number;
  place: Generated<string>;
  address: Generated<string>;
  online_url: string | null;
  purpose: Generated<string>;
  cancel_word: Generated<string>;
  agenda: ColumnType<AgendaItem[], string, string>;
  welcomed_by: string | null;
  state: Generated<MeetingState>;
  notes: Generated<string>;
  notes_promised_on: string | null;
  notes_published_at: Date | null;
  opened_at: Date | null;
  ended_at: Date | null;
  come_key: string | null;
  door_key: string | null;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
}

export interface MeetingGuestsTable {
  id: string;
  meeting: string;
  contact: string | null;
  side: "business" | "public";
  company: string | null;
  invited_by: string | null;
  state: Generated<GuestState>;
  invited_at: Date | null;
  reminded_at: Date | null;
  answer: Answer | null;
  answered_at: Date | null;
  answer_note: Generated<string>;
  room_role: Generated<string>;
  came_at: Date | null;
  came_by: CameBy | null;
  is_first: Generated<boolean>;
  notes_sent_at: Date | null;
  link_key: string | null;
  created_at: Date;
}

export interface MeetingAnswersTable {
  id: Generated<number>;
  guest: string;
  at: Date;
  answer: Answer;
  note: Generated<string>;
  by_name: Generated<string>;
}

export interface MeetingAskersTable {
  id: string;
  meeting: string;
  name: string;
  company: string;
  side: "business" | "public";
  email: string;
  note: Generated<string>;
  doubt: string | null;
  asked_at: Date;
  confirmed_at: Date | null;
  decided_at: Date | null;
  decision: "yes" | "no" | null;
  link_key: string | null;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    meetings: MeetingsTable;
    meeting_guests: MeetingGuestsTable;
    meeting_answers: MeetingAnswersTable;
    meeting_askers: MeetingAskersTable;
  }
}
