import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import type { MailBlock } from "#ui/mail/plain-text.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import type { Submission } from "./queries.ts";
import { DAYS_TO_CONFIRM } from "./rules.ts";

type Told = Pick<Submission, "name" | "email" | "title">;

const KEEP_THE_LINK =
  "There you see how it stands, write to the editors, change it, or take it back. Whoever has the link can do so: please keep it to yourself.";

/** Reads the same for every address, whether we know it or not. */
export const CONFIRM_MAIL = "submission-confirm";

export function confirmMail(site: Site, submission: Told & { summary: string }, path: string): Letter {
  return {
    kind: CONFIRM_MAIL,
    to: submission.email,
    ...writeMail({
      subject: `Please confirm your update for ${site.name}`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${submission.name},` },
        {
          kind: "paragraph",
          words: "thank you for sharing. Open this link and press the button, and the editors get to see it:",
        },
        { kind: "action", label: "Confirm your update", href: absoluteUrl(site, path) },
        { kind: "quote", words: `${submission.title}\n${submission.summary}` },
        {
          kind: "paragraph",
          words: `Without your confirmation it is deleted after ${DAYS_TO_CONFIRM} days, and nobody will have read it.`,
        },
      ],
      footer: {
        reason:
          "You get this mail because somebody gave your address on our sharing form. If that was not you, you need not do anything.",
      },
    }),
  };
}

/** A mail to the person who sent an update in, with the link to its status page at the end. */
export function submitterMail(
  site: Site,
  to: Told,
  statusPath: string,
  letter: { kind: string; subject: string; blocks: MailBlock[]; action?: string },
): Letter {
  return {
    kind: letter.kind,
    to: to.email,
    ...(site.contactEmail ? { replyTo: site.contactEmail } : {}),
    ...writeMail({
      subject: letter.subject,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${to.name},` },
        ...letter.blocks,
        { kind: "action", label: letter.action ?? "Your status page", href: absoluteUrl(site, statusPath) },
        { kind: "paragraph", words: KEEP_THE_LINK },
      ],
      footer: {
        reason: `You get this mail because you shared “${to.title}” with ${site.name}.`,
        postalAddress: site.postalAddress,
      },
    }),
  };
}

export function receivedMail(site: Site, submission: Told, statusPath: string): Letter {
  return submitterMail(site, submission, statusPath, {
    kind: "submission-received",
    subject: `We have received “${submission.title}”`,
    blocks: [
      {
        kind: "paragraph",
        words: `your update is here, and an editor will read it. We write to you when it is published or when we have a question.`,
      },
    ],
  });
}

export function publishedMail(
  site: Site,
  submission: Told & { publicHref: string | null },
  statusPath: string,
): Letter {
  const links: MailBlock[] = submission.publicHref
    ? [{ kind: "action", label: "Read it on the site", href: absoluteUrl(site, submission.publicHref) }]
    : [];
  return submitterMail(site, submission, statusPath, {
    kind: "submission-published",
    subject: `“${submission.title}” is published`,
    blocks: [
      { kind: "paragraph", words: "your update is on the site now. Thank you for sharing it." },
      ...links,
    ],
  });
}

/** Tells an editor that the desk, which was empty, has something on it. */
export function deskMail(site: Site, submission: Told & { id: string }, to: string): Letter {
  return {
    kind: "submission-on-desk",
    to,
    ...writeMail({
      subject: `An update waits on the desk: ${submission.title}`,
      site,
      blocks: [
        { kind: "paragraph", words: `${submission.name} sent in “${submission.title}”.` },
        { kind: "action", label: "Open the desk", href: absoluteUrl(site, "/desk") },
        {
          kind: "paragraph",
          words: "We write when something comes to an empty desk, not for everything that follows.",
        },
      ],
      footer: { reason: `You get this mail because you are an editor of ${site.name}.` },
    }),
  };
}

/** Tells the editor who had asked that the submitter has answered. */
export function answeredMail(
  site: Site,
  submission: Told & { id: string },
  answer: string,
  to: string,
): Letter {
  return {
    kind: "submission-answered",
    to,
    ...writeMail({
      subject: `${submission.name} answered about “${submission.title}”`,
      site,
      blocks: [
        { kind: "quote", words: answer },
        { kind: "action", label: "Open the desk", href: absoluteUrl(site, "/desk") },
        {
          kind: "paragraph",
          words: "Please answer on the desk rather than here, so that the other editors see it.",
        },
      ],
      footer: { reason: `You get this mail because you are an editor of ${site.name}.` },
    }),
  };
}
