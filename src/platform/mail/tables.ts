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
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    mails: MailsTable;
  }
}
