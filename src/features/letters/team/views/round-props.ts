import type { Problems } from "#base/outcome.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import type { FormValues } from "#platform/http/forms.ts";
import type { MailProgress } from "#platform/mail/mail.ts";
import type { Round } from "../../rounds/queries.ts";
import type { Audience } from "../../rounds/recipients.ts";
import type { Review } from "../../rounds/reviews.ts";
import type { Shown } from "../shown.ts";

export interface RoundPageProps {
  workspace: Workspace;
  round: Round;
  audience: Audience;
  shown: Shown;
  mails: Map<string, MailProgress>;
  /** `href` is a link to hand over. */
  reviews: (Review & { href: string | null })[];
  siteUrl: string;
  now: Date;
  fiveIsToCome: boolean;
  done: string | undefined;
  values: FormValues;
  problems: Problems;
}
