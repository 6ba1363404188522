import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import { askWhom, factsOf, footerOf, type MailingTeam } from "../mail-parts.ts";
import type { Meeting } from "../queries.ts";
import { whenWords } from "../when.ts";

export const CANCELLED_MAIL = "meeting-cancelled";
export const MOVED_MAIL = "meeting-moved";

interface About {
  meeting: Meeting;
  workspace: MailingTeam;
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
          words: `The meeting of the ${workspace.name} on ${whenWords(meeting)} will not take place. The file that comes with this mail says so to your calendar; where the meeting stays, please take it off.`,
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
          words: `Your answer stands until you change it. The file that comes with this mail puts the change into your calendar. ${askWhom(workspace)}`,
        },
      ],
      footer: footerOf(site, workspace),
    }),
  };
}
