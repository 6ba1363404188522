import type { MailProgress } from "#platform/mail/mail.ts";
import type { Audience } from "../rounds/recipients.ts";

const AT_ONCE = 60;

/** One page of the recipients who are in a part of the list. */
export function shownOf(
  { recipients }: Audience,
  part: string,
  mails: Map<string, MailProgress>,
  page: number,
) {
  const parts = {
    will: recipients.filter(({ held }) => held === null),
    wont: recipients.filter(({ held }) => held !== null && held.cause !== "sent"),
    sent: recipients.filter(({ held }) => held?.cause === "sent"),
    failed: recipients.filter(({ letter }) => letter?.mail && mails.get(letter.mail)?.state === "failed"),
  };
  const chosen = (
    Object.hasOwn(parts, part)
      ? part
      : parts.will.length > 0
        ? "will"
        : parts.sent.length > 0
          ? "sent"
          : "wont"
  ) as keyof typeof parts;
  const all = parts[chosen];
  return {
    part: chosen,
    counts: {
      will: parts.will.length,
      wont: parts.wont.length,
      sent: parts.sent.length,
      failed: parts.failed.length,
    },
    items: all.slice((page - 1) * AT_ONCE, page * AT_ONCE),
    page,
    more: all.length > page * AT_ONCE,
  };
}

export type Shown = ReturnType<typeof shownOf>;
