import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import { pagePath, tendPath } from "../paths.ts";

interface About {
  name: string;
  slug: string;
}

/** To those who look after a page: somebody else asks to. */
export function claimMail(
  site: Site,
  to: { name: string; email: string },
  claim: { by: string; email: string; role: string; message: string },
  page: About,
): Letter {
  return {
    kind: "partnership-claim",
    to: to.email,
    ...writeMail({
      subject: `${claim.by} asks to look after ${page.name} with you`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${to.name},` },
        {
          kind: "paragraph",
          words: `${claim.by} (${claim.email}) asks to look after the page of ${page.name} with you. What they do in the partnership: ${claim.role}.`,
        },
        { kind: "quote", words: claim.message },
        {
          kind: "action",
          label: "Let them in, or decline",
          href: absoluteUrl(site, tendPath(page.slug, "editors#claims")),
        },
        {
          kind: "paragraph",
          words:
            "If you do not know them, ask around first. Whoever is let in can change everything you can.",
        },
      ],
      footer: { reason: `You get this mail because you look after this page on ${site.name}.` },
    }),
  };
}

export function grantedMail(site: Site, to: { name: string; email: string }, page: About): Letter {
  return {
    kind: "partnership-claim-granted",
    to: to.email,
    ...writeMail({
      subject: `You look after ${page.name} now`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${to.name},` },
        {
          kind: "paragraph",
          words: `the page of ${page.name} on ${site.name} is in your hands now. Readers see what you change at once, and every earlier version is kept.`,
        },
        { kind: "action", label: "Look after it", href: absoluteUrl(site, tendPath(page.slug)) },
        {
          kind: "paragraph",
          words:
            "A good beginning: look whether all of it is true, name the convener, and invite somebody to share the work.",
        },
      ],
      footer: { reason: `You get this mail because you asked for this page on ${site.name}.` },
    }),
  };
}

export function declinedMail(
  site: Site,
  to: { name: string; email: string },
  page: About,
  reason: string,
): Letter {
  return {
    kind: "partnership-claim-declined",
    to: to.email,
    ...(site.contactEmail ? { replyTo: site.contactEmail } : {}),
    ...writeMail({
      subject: `About your asking for ${page.name}`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${to.name},` },
        {
          kind: "paragraph",
          words: `thank you for wanting to look after the page of ${page.name}. It was not given to you this time, with these words:`,
        },
        { kind: "quote", words: reason },
        {
          kind: "paragraph",
          words: "If something in this is a misunderstanding, you can ask again from the page itself.",
        },
        { kind: "action", label: "See the page", href: absoluteUrl(site, pagePath(page.slug)) },
      ],
      footer: { reason: `You get this mail because you asked for this page on ${site.name}.` },
    }),
  };
}
