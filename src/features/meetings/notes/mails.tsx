import { absoluteUrl, type Site } from "#base/site.ts";
import { firstNameOf } from "#features/roster/public.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import type { OpenedGuest } from "../guests/links.ts";
import { askWhom, footerOf } from "../mail-parts.ts";
import { dayWords } from "../when.ts";

/** Whoever reads this mail can read the notes, which are the partnership's own. */
export const NOTES_MAIL = "meeting-notes";

export function notesMail(
  site: Site,
  given: OpenedGuest & {
    workspace: { name: string; repliesTo: { name: string; email: string } | null };
    href: string;
  },
): Omit<Letter, "to"> {
  const { meeting, guest, workspace, href } = given;
  const name = guest.contact && firstNameOf(guest.contact);
  return {
    kind: NOTES_MAIL,
    ...writeMail({
      subject: `Notes: ${meeting.title}`,
      site,
      blocks: [
        { kind: "paragraph", words: name ? `Dear ${name},` : "Hello," },
        {
          kind: "paragraph",
          words: `The notes of our meeting on ${dayWords(meeting)} are ready: who was there, what matters most, what was decided, and who does what.`,
        },
        { kind: "action", label: "Read the notes", href: absoluteUrl(site, href) },
        {
          kind: "paragraph",
          words: `The link is yours. Is something missing or wrong? ${askWhom(workspace)}`,
        },
      ],
      footer: footerOf(site, workspace),
    }),
  };
}
