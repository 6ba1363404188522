import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";

/** Whoever reads this mail can answer as its recipient. */
export const INVITATION_MAIL = "indicator-invitation";

export function invitationMail(
  site: Site,
  given: { name: string; partnership: string; indicators: number; by: string; href: string },
): Omit<Letter, "to"> {
  return {
    kind: INVITATION_MAIL,
    ...writeMail({
      subject: `How do you see the ${given.partnership}?`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${given.name},` },
        {
          kind: "paragraph",
          words: `${given.by} asks how you see the ${given.partnership}: ${given.indicators} questions, each with four levels in plain words. It takes some ten minutes, and you need no account.`,
        },
        { kind: "action", label: "Read the questions and answer", href: absoluteUrl(site, given.href) },
        {
          kind: "paragraph",
          words:
            "The link is yours alone and takes one answer. Those who look after the partnership’s page read your answer with your name, compare it with their own and talk it over. Only the editors of this site can open it, too.",
        },
      ],
      footer: {
        reason: `You get this one mail because ${given.by} wrote your address into ${site.name}.`,
        postalAddress: site.postalAddress,
      },
    }),
  };
}
