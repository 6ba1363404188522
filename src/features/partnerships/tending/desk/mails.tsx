import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import { tendPath } from "../paths.ts";

/** To those who look after a page that an editor took off the site, or put back. */
export function hidingMail(
  site: Site,
  to: { name: string; email: string },
  told: { name: string; slug: string; word: string; hidden: boolean },
): Letter {
  const { name, slug, word, hidden } = told;
  return {
    kind: hidden ? "partnership-hidden" : "partnership-shown",
    to: to.email,
    ...(site.contactEmail ? { replyTo: site.contactEmail } : {}),
    ...writeMail({
      subject: hidden ? `The page of ${name} is off the site` : `The page of ${name} is back on the site`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${to.name},` },
        {
          kind: "paragraph",
          words: hidden
            ? `an editor of ${site.name} has taken the page of ${name} off the site. Nothing is deleted: you still see it and can change it. The editor’s words:`
            : `the page of ${name} is on ${site.name} again, as you left it.`,
        },
        ...(hidden ? [{ kind: "quote" as const, words: word }] : []),
        { kind: "action", label: "Look at it", href: absoluteUrl(site, tendPath(slug)) },
      ],
      footer: { reason: `You get this mail because you look after this page on ${site.name}.` },
    }),
  };
}
