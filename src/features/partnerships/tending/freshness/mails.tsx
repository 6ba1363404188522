import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import { STALE_DAYS } from "../../rules.ts";
import { tendPath } from "../paths.ts";

/** Of the mail rows whose link lets its reader confirm a page. */
export const STILL_RIGHT_MAIL = "partnership-still-right";

/** To somebody who looks after a page that nobody has touched for half a year. */
export function stillRightMail(
  site: Site,
  to: { name: string; email: string },
  page: { name: string; slug: string; stillRight: string; told: { champions: number; priorities: number } },
): Letter {
  const { champions, priorities } = page.told;
  return {
    kind: STILL_RIGHT_MAIL,
    to: to.email,
    ...writeMail({
      subject: `Is the page of ${page.name} still right?`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${to.name},` },
        {
          kind: "paragraph",
          words: `for ${STALE_DAYS} days nobody has changed the page of ${page.name}, or said that it still holds. It tells of ${count(champions, "champion")} and ${count(priorities, "priority", "priorities")}. Readers rely on it, and peers look there for whom to ask.`,
        },
        { kind: "action", label: "It is still right", href: absoluteUrl(site, page.stillRight) },
        {
          kind: "paragraph",
          words: `If something has changed, mend it here: ${absoluteUrl(site, tendPath(page.slug))}`,
        },
        {
          kind: "paragraph",
          words:
            "Nothing is hidden or deleted if you do not answer; after a month the editors of this site ask what they can do. A partnership that rests can be set to “paused”, and then nobody asks.",
        },
      ],
      footer: { reason: `You get this mail because you look after this page on ${site.name}.` },
    }),
  };
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 1 ? `one ${one}` : `${number === 0 ? "no" : number} ${many}`;
}
