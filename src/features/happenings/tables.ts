import type { ColumnType, Generated } from "kysely";
import type { ArtefactKind, DatePrecision, Kind, License } from "./kinds.ts";
import type { Stage } from "./stages.ts";

export interface HappeningsTable {
  id: string;
  stage: Stage;
  kind: Kind;
  title: string;
  summary: string;
  story: string;
  state_code: string;
  place: string;
  partnership: string;
  /** The partnership that these words name, when it has a page here; kept by the database. */
  partnership_slug: Generated<string | null>;
  credit: string;
  source_name: Generated<string>;
  source_url: string | null;
  source_note: Generated<string>;
  license: License;
  year: number | null;
  slug: string | null;
  published_at: Date | null;
  date_precision: Generated<DatePrecision>;
  date_note: Generated<string>;
  publish_at: Date | null;
  /** The version that an editor set the time for. */
  publish_version: Generated<number | null>;
  featured_at: Date | null;
  listed_at: ColumnType<Date | null, never, never>;
  version: Generated<number>;
  in_hand: string | null;
  in_hand_since: Date | null;
  doubt: string | null;
  created_at: Date;
  changed_at: Date;
  stage_since: Date;
  words: ColumnType<string, never, never>;
}

export interface HappeningStatesTable {
  happening: string;
  state_code: string;
  listed_at: ColumnType<Date | null, never, never>;
}

export interface HappeningSectorsTable {
  happening: string;
  sector: string;
  listed_at: ColumnType<Date | null, never, never>;
}

export interface HappeningTopicsTable {
  happening: string;
  topic: string;
  listed_at: ColumnType<Date | null, never, never>;
}

export interface ArtefactsTable {
  id: string;
  happening: string;
  position: number;
  kind: ArtefactKind;
  title: string;
  note: Generated<string>;
  media: string | null;
  url: string | null;
  transcript: Generated<string>;
  transcript_promised: Generated<boolean>;
  transcript_note: Generated<string>;
}

export interface HappeningVersionsTable {
  happening: string;
  number: number;
  content: ColumnType<HappeningContent, string, never>;
  at: Date;
  by_kind: "submitter" | "editor" | "system";
  by_person: string | null;
  by_name: string;
  note: Generated<string>;
}

export interface SubmissionsTable {
  happening: string;
  name: string;
  email: string;
  role: Generated<string>;
  organization: Generated<string>;
  consented_at: Date;
  consent_text: string;
  network: string | null;
  channel: "form" | "api";
  sent_at: Date;
  confirmed_at: Date | null;
  request_key: string | null;
  link_key: string;
}

export interface HappeningMessagesTable {
  id: string;
  happening: string;
  at: Date;
  kind: "changes-asked" | "answer" | "declined" | "note" | "letter";
  by_kind: "submitter" | "editor";
  by_person: string | null;
  by_name: string;
  text: string;
}

export interface TrustedSubmittersTable {
  email: string;
  since: Date;
  by_person: string | null;
  by_name: string;
}

/** What a version holds: everything that a reader sees, and nothing about who sent it. */
export interface HappeningContent {
  kind: Kind;
  title: string;
  summary: string;
  story: string;
  /** Postal code, lower case; `alsoStates` are the others it speaks of. */
  state: string;
  alsoStates: string[];
  place: string;
  partnership: string;
  /** Ids. */
  sectors: string[];
  topics: string[];
  credit: string;
  source: { name: string; url: string | null; note: string };
  license: License;
  artefacts: ArtefactContent[];
}

export interface ArtefactContent {
  id: string;
  kind: ArtefactKind;
  title: string;
  note: string;
  /** Id of a media file, or null. */
  media: string | null;
  url: string | null;
  transcript: string;
  transcriptPromised: boolean;
  transcriptNote: string;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    happenings: HappeningsTable;
    happening_states: HappeningStatesTable;
    happening_sectors: HappeningSectorsTable;
    happening_topics: HappeningTopicsTable;
    artefacts: ArtefactsTable;
    happening_versions: HappeningVersionsTable;
    submissions: SubmissionsTable;
    happening_messages: HappeningMessagesTable;
    trusted_submitters: TrustedSubmittersTable;
  }
}
