import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import { pagePath } from "../paths.ts";

/** To somebody who does not look after a page any more, because another one of them said so. */
export function endedMail(
  site: Site,
  to: { name: string; email: string },
  told: { by: string; name: string; slug: string },
): Letter {
  return {
    kind: "partnership-editor-ended",
    to: to.email,
    ...(site.contactEmail ? { replyTo: site.contactEmail } : {}),
    ...writeMail({
      subject: `You no longer look after ${told.name}`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${to.name},` },
        {
          kind: "paragraph",
          words: `${told.by} has ended your looking after the page of ${told.name}. What you wrote there stays, and its versions still name you. Thank you for your work on it.`,
        },
        { kind: "action", label: "See the page", href: absoluteUrl(site, pagePath(told.slug)) },
        {
          kind: "paragraph",
          words:
            "If this should not have happened, write to the editors of this site, or ask there for the page again.",
        },
      ],
      footer: { reason: `You get this mail because you looked after this page on ${site.name}.` },
    }),
  };
}
