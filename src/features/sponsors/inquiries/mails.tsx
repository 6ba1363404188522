import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";

/** Tells an editor that somebody asked about sponsoring. */
export function inquiryMail(
  site: Site,
  inquiry: { id: string; name: string; organization: string; opportunity: string | null; message: string },
): Omit<Letter, "to"> {
  const about = inquiry.opportunity ? ` about “${inquiry.opportunity}”` : "";
  return {
    kind: "sponsor-inquiry",
    ...writeMail({
      subject: `${inquiry.organization} asks about sponsoring`,
      site,
      blocks: [
        { kind: "paragraph", words: `${inquiry.name} of ${inquiry.organization} wrote${about}:` },
        { kind: "quote", words: inquiry.message },
        {
          kind: "action",
          label: "Answer on the desk",
          href: absoluteUrl(site, `/desk/inquiries/${inquiry.id}`),
        },
        {
          kind: "paragraph",
          words: "Please answer on the desk rather than here, so that the other editors see it.",
        },
      ],
      footer: { reason: `You get this mail because you are an editor of ${site.name}.` },
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
  const paragraphs = [`Dear ${inquiry.name},`, ...answer.split(/\n{2,}/), `${editorName}, for ${site.name}`];
  return {
    kind: "sponsor-answer",
    ...(site.contactEmail ? { replyTo: site.contactEmail } : {}),
    ...writeMail({
      subject: `Your question to ${site.name} about sponsoring`,
      site,
      blocks: [
        ...paragraphs.map((words) => ({ kind: "paragraph" as const, words })),
        { kind: "heading", words: "You wrote to us" },
        { kind: "quote", words: inquiry.message },
      ],
      footer: {
        reason: `You get this mail because you wrote to ${site.name}.`,
        postalAddress: site.postalAddress,
      },
    }),
  };
}
