import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";

/** Whoever reads this mail can score as its recipient. */
export const SCORE_MAIL = "sector-score-invitation";

export function scoreMail(
  site: Site,
  given: { name: string; region: string; candidates: number; by: string; href: string },
): Omit<Letter, "to"> {
  return {
    kind: SCORE_MAIL,
    ...writeMail({
      subject: `Which industry first in ${given.region}?`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${given.name},` },
        {
          kind: "paragraph",
          words: `${given.by} asks what you know of the industries in ${given.region}: ${given.candidates} of them, each scored from 1 to 5 on what no figure shows. It takes some ten minutes, and you need no account.`,
        },
        { kind: "action", label: "Read the questions and score", href: absoluteUrl(site, given.href) },
        {
          kind: "paragraph",
          words:
            "The link is yours alone. The team reads your scores with your name once they have given their own, and talks over where you differ. You can come back and change yours until they decide.",
        },
      ],
      footer: {
        reason: `You get this one mail because ${given.by} wrote your address into ${site.name}.`,
        postalAddress: site.postalAddress,
      },
    }),
  };
}
