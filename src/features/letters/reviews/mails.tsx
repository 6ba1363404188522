import type { Site } from "#base/site.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";

export const REVIEW_MAIL = "letter-review";

/** Asks a champion, or whoever reads for them, to look at letters before they go out. */
export function reviewMail(
  site: Site,
  about: {
    reviewer: string;
    champion: string;
    isChampion: boolean;
    partnership: string;
    letters: number;
    oneByOne: boolean;
    by: string;
    href: string;
  },
) {
  const { champion, isChampion, letters, oneByOne } = about;
  const whose = isChampion ? "in your name" : `in ${champion}’s name`;
  const what = oneByOne
    ? `${letters === 1 ? "One letter" : `${letters} letters`} ${whose}`
    : `A letter ${whose}, to ${letters === 1 ? "one person" : `${letters} people`}`;
  return {
    kind: REVIEW_MAIL,
    ...writeMail({
      subject: `${what}: please read before ${letters === 1 && oneByOne ? "it goes" : "they go"} out`,
      site,
      blocks: [
        {
          kind: "paragraph",
          words: `${about.by} of the ${about.partnership} has prepared ${oneByOne ? "welcome letters" : "a letter"} ${whose}. Nothing goes out before ${isChampion ? "you" : `you, or ${champion},`} said yes.`,
        },
        {
          kind: "paragraph",
          words: oneByOne
            ? "You can change each one, approve it, or send it back with a word. It takes a minute for each."
            : "You can approve it, or send it back with a word.",
        },
        { kind: "action", label: "Read and approve", href: site.url + about.href },
      ],
      footer: {
        reason: `This link is for ${about.reviewer || "you"} alone and needs no account. Whoever has it can approve in your stead, so please do not pass it on.`,
        ...(site.postalAddress ? { postalAddress: site.postalAddress } : {}),
      },
    }),
  };
}
