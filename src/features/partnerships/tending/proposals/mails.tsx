import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import { tendPath } from "../paths.ts";

export function publishedMail(
  site: Site,
  to: { name: string; email: string },
  page: { name: string; slug: string },
): Letter {
  return {
    kind: "partnership-published",
    to: to.email,
    ...writeMail({
      subject: `${page.name} has a page now`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${to.name},` },
        {
          kind: "paragraph",
          words: `the page that you proposed is on ${site.name}, and you look after it. Readers see what you change at once, and every earlier version is kept.`,
        },
        { kind: "action", label: "Fill it in", href: absoluteUrl(site, tendPath(page.slug)) },
        {
          kind: "paragraph",
          words: "Begin with the counties, the convener and the priorities: by these, peers find you.",
        },
      ],
      footer: { reason: `You get this mail because you proposed this page on ${site.name}.` },
    }),
  };
}

export function notPublishedMail(
  site: Site,
  to: { name: string; email: string },
  name: string,
  reason: string,
): Letter {
  return {
    kind: "partnership-proposal-declined",
    to: to.email,
    ...(site.contactEmail ? { replyTo: site.contactEmail } : {}),
    ...writeMail({
      subject: `About the page you proposed for ${name}`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${to.name},` },
        {
          kind: "paragraph",
          words: `thank you for proposing a page for ${name}. The editors did not make one this time, with these words:`,
        },
        { kind: "quote", words: reason },
        { kind: "action", label: "Your partnerships", href: absoluteUrl(site, "/my-partnerships") },
      ],
      footer: { reason: `You get this mail because you proposed a page on ${site.name}.` },
    }),
  };
}
