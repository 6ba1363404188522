import type { Generated } from "kysely";

/** `kept`: there is no mail server, so editors read it in the outbox. `sending`: a worker holds it just now. */
export type MailState = "queued" | "sending" | "sent" | "failed" | "kept";

export interface MailsTable {
  id: string;
  created_at: Date;
  recipient: string;
  reply_to: string | null;
  subject: string;
  text: string;
  html: string;
  /** Which letter this is, such as `sign-in-link`; for the outbox and tests. */
  kind: string;
  state: MailState;
  tries: Generated<number>;
  last_problem: string | null;
  claimed_until: Date | null;
  sent_at: Date | null;
  from_name: Generated<string | null>;
  reply_name: Generated<string | null>;
  personal: Generated<boolean>;
  unsubscribe_url: Generated<string | null>;
  /** Those that were written together. */
  batch: Generated<string | null>;
  /** The house stopped while it had this one in hand, so it may have gone out twice. */
  retaken_at: Generated<Date | null>;
}

export interface MailAttachmentsTable {
  mail: string;
  position: number;
  name: string;
  type: string;
  bytes: Buffer;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    mails: MailsTable;
    mail_attachments: MailAttachmentsTable;
  }
}
