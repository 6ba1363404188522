import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import type { MailBlock } from "#ui/mail/plain-text.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import type { Meeting } from "../queries.ts";
import { dayWords, hoursWords, whenWords } from "../when.ts";

export const CANCELLED_MAIL = "meeting-cancelled";
export const MOVED_MAIL = "meeting-moved";

interface About {
  meeting: Meeting;
  workspace: { name: string; repliesTo: { name: string; email: string } | null };
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
export function askWhom({ repliesTo }: About["workspace"]): string {
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

export function cancelledMail(
  site: Site,
  { meeting, workspace, word }: About & { word: string },
): Omit<Letter, "to"> {
  return {
    kind: CANCELLED_MAIL,
    ...writeMail({
      subject: `Called off: ${meeting.title}`,
      site,
      blocks: [
        {
          kind: "paragraph",
          words: `The meeting of the ${workspace.name} on ${whenWords(meeting)} will not take place. Please take it off your calendar.`,
        },
        ...(word ? [{ kind: "quote" as const, words: word }] : []),
        { kind: "paragraph", words: `We are sorry for the trouble. ${askWhom(workspace)}` },
      ],
      footer: footerOf(site, workspace),
    }),
  };
}

export function movedMail(
  site: Site,
  { meeting, workspace, href }: About & { href: string },
): Omit<Letter, "to"> {
  return {
    kind: MOVED_MAIL,
    ...writeMail({
      subject: `Changed: ${meeting.title}`,
      site,
      blocks: [
        {
          kind: "paragraph",
          words: `When or where we meet has changed since you said that you might come. This is how it stands now:`,
        },
        factsOf(meeting),
        { kind: "action", label: "Say whether this still suits you", href: absoluteUrl(site, href) },
        {
          kind: "paragraph",
          words: `Your answer stands until you change it. The page has a new file for your calendar as well. ${askWhom(workspace)}`,
        },
      ],
      footer: footerOf(site, workspace),
    }),
  };
}
