import type { ColumnType, Generated } from "kysely";
import type { Audience, LetterKind, LetterState, RoundState, Signing, TemplateState } from "./kinds.ts";
import type { PaperContent } from "./paper/paper.ts";

export interface LetterTemplatesTable {
  id: string;
  slug: string | null;
  partnership: string | null;
  state: TemplateState;
  kind: LetterKind;
  title: string;
  about: Generated<string>;
  subject: string;
  body: string;
  unknown_greeting: Generated<string>;
  credit: Generated<string>;
  based_on: string | null;
  word: Generated<string>;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
  changed_by: Generated<string>;
}

export interface LetterTemplateVersionsTable {
  template: string;
  version: number;
  subject: string;
  body: string;
  unknown_greeting: string;
  at: Date;
  by_name: string;
}

export interface LetterRoundsTable {
  id: string;
  partnership: string;
  meeting: string | null;
  kind: LetterKind;
  audience: Audience;
  chosen: Generated<string[]>;
  template: string | null;
  subject: string;
  body: string;
  unknown_greeting: string;
  action_label: Generated<string>;
  action_url: Generated<string | null>;
  signing: Signing;
  signed_by: string | null;
  reply_name: Generated<string>;
  reply_email: Generated<string | null>;
  state: Generated<RoundState>;
  send_at: Generated<Date | null>;
  written_for: Generated<string | null>;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
  sent_at: Generated<Date | null>;
}

/** What is known for one letter alone. */
export interface LetterFacts {
  met?: string;
  caresAbout?: string;
}

export interface LettersTable {
  id: string;
  round: string;
  contact: string | null;
  guest: string | null;
  signer: Generated<string | null>;
  facts: ColumnType<LetterFacts, string | undefined, string>;
  subject: Generated<string | null>;
  body: Generated<string | null>;
  state: Generated<LetterState>;
  word: Generated<string>;
  decided_at: Generated<Date | null>;
  decided_by: Generated<string>;
  link_key: Generated<string | null>;
  version: Generated<number>;
  created_at: Date;
  mail: Generated<string | null>;
  sent_at: Generated<Date | null>;
  sent_to: Generated<string | null>;
  sent_from: Generated<string | null>;
  sent_reply_to: Generated<string | null>;
  sent_subject: Generated<string | null>;
  sent_text: Generated<string | null>;
  sent_html: Generated<string | null>;
}

export interface LetterReviewsTable {
  id: string;
  round: string;
  champion: string;
  reviewer_name: string;
  reviewer_email: string | null;
  mail: Generated<string | null>;
  link_key: string | null;
  link_ends_at: Date | null;
  opened_at: Generated<Date | null>;
  answer: Generated<"approved" | "sent-back" | null>;
  answered_at: Generated<Date | null>;
  text_version: Generated<number | null>;
  word: Generated<string>;
  created_at: Date;
}

export interface LetterWordFilesTable {
  id: string;
  partnership: string;
  name: string;
  bytes: Buffer;
  fields: string[];
  created_at: Date;
  by_name: string;
}

export interface LetterPrintsTable {
  id: string;
  round: string;
  word_file: string | null;
  problem: Generated<string>;
  created_at: Date;
  finished_at: Generated<Date | null>;
}

export interface LetterPapersTable {
  print: string;
  position: number;
  contact: string | null;
  name: string;
  content: ColumnType<PaperContent, string, never>;
  docx: Generated<Buffer | null>;
  pdf: Generated<Buffer | null>;
  note: Generated<string>;
  made_at: Generated<Date | null>;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    letter_templates: LetterTemplatesTable;
    letter_template_versions: LetterTemplateVersionsTable;
    letter_rounds: LetterRoundsTable;
    letters: LettersTable;
    letter_reviews: LetterReviewsTable;
    letter_word_files: LetterWordFilesTable;
    letter_prints: LetterPrintsTable;
    letter_papers: LetterPapersTable;
  }
}
