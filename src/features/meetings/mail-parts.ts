import type { Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import type { MailBlock } from "#ui/mail/plain-text.ts";
import type { Meeting } from "./queries.ts";
import { dayWords, hoursWords } from "./when.ts";

/** Whose mail it is, and the person who reads what is answered to it. */
export interface MailingTeam {
  name: string;
  repliesTo: { name: string; email: string } | null;
}

/** Answers go to a person. */
export function replyTo({
  repliesTo,
}: Pick<MailingTeam, "repliesTo">): Pick<Letter, "replyTo" | "replyToName"> {
  if (!repliesTo) return {};
  return { replyTo: repliesTo.email, ...(repliesTo.name ? { replyToName: repliesTo.name } : {}) };
}

/** When and where, as a list that a mail can hold. */
export function factsOf(meeting: Meeting): MailBlock {
  return {
    kind: "list",
    items: [
      dayWords(meeting),
      hoursWords(meeting),
      ...[meeting.place, meeting.address].filter(Boolean),
      ...(meeting.onlineUrl ? [`Online: ${meeting.onlineUrl}`] : []),
    ],
  };
}

/** Whom to write to, where the team has said so. */
export function askWhom({ repliesTo }: MailingTeam): string {
  return repliesTo
    ? `Questions? Answer this mail, and ${repliesTo.name || "somebody of the team"} will read it.`
    : "Questions? Ask whoever invited you.";
}

export function footerOf(site: Site, { name }: { name: string }) {
  return {
    reason: `You get this because you are a guest of the ${name}.`,
    postalAddress: site.postalAddress,
  };
}
