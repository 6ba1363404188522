import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/mail.tsx";

/** Tells an editor that somebody asked about sponsoring. */
export function inquiryMail(
  site: Site,
  inquiry: {
    id: string;
    name: string;
    organization: string;
    opportunity: string | null;
    message: string;
    email: string;
  },
): Omit<Letter, "to"> {
  return {
    kind: "sponsor-inquiry",
    subject: `${inquiry.organization} asks about sponsoring`,
    ...writeMail({
      site,
      title: `${inquiry.organization} asks about sponsoring`,
      paragraphs: [
        `${inquiry.name} of ${inquiry.organization} wrote${inquiry.opportunity ? ` about “${inquiry.opportunity}”` : ""}:`,
      ],
      quote: inquiry.message,
      action: { label: "Answer on the desk", href: absoluteUrl(site, `/desk/inquiries/${inquiry.id}`) },
      after: ["Please answer on the desk rather than here, so that the other editors see it."],
    }),
  };
}

/** The editors' answer to somebody who asked. */
export function answerMail(
  site: Site,
  inquiry: { name: string; message: string },
  answer: string,
  editorName: string,
): Omit<Letter, "to"> {
  return {
    kind: "sponsor-answer",
    subject: `Your question to ${site.name} about sponsoring`,
    ...(site.contactEmail ? { replyTo: site.contactEmail } : {}),
    ...writeMail({
      site,
      title: "Thank you for asking about sponsoring",
      paragraphs: [`Dear ${inquiry.name},`, ...answer.split(/\n{2,}/), `${editorName}, for ${site.name}`],
      after: ["You wrote to us:"],
      quoteAfter: inquiry.message,
    }),
  };
}
