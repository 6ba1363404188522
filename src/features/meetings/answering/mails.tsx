import { absoluteUrl, type Site } from "#base/site.ts";
import { firstNameOf } from "#features/roster/public.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import type { OpenedGuest } from "../guests/links.ts";
import type { Answer } from "../kinds.ts";
import { askWhom, factsOf, footerOf } from "../mail-parts.ts";
import { whenWords } from "../when.ts";

/** Whoever reads this mail can change the answer. */
export const ANSWER_MAIL = "meeting-answer";

const HEADLINES: Record<Answer, string> = {
  yes: "You are coming: ",
  maybe: "You may be coming: ",
  no: "You cannot come: ",
};

export function answerMail(
  site: Site,
  given: OpenedGuest & {
    workspace: { name: string; repliesTo: { name: string; email: string } | null };
    answer: Answer;
    href: string;
  },
): Omit<Letter, "to"> {
  const { meeting, guest, workspace, answer, href } = given;
  const name = guest.contact && firstNameOf(guest.contact);
  const url = absoluteUrl(site, href);
  return {
    kind: ANSWER_MAIL,
    ...writeMail({
      subject: HEADLINES[answer] + meeting.title,
      site,
      blocks: [
        { kind: "paragraph", words: name ? `Dear ${name},` : "Hello," },
        {
          kind: "paragraph",
          words:
            answer === "no"
              ? `Thank you for letting the ${workspace.name} know that you cannot come on ${whenWords(meeting)}. We will tell you what came of it.`
              : answer === "maybe"
                ? `Thank you for your answer. The ${workspace.name} hopes to see you; this is when and where:`
                : `Thank you for your answer. The ${workspace.name} looks forward to seeing you; this is when and where:`,
        },
        ...(answer === "no" ? [] : [factsOf(meeting)]),
        ...(answer === "no"
          ? []
          : [
              {
                kind: "paragraph" as const,
                words: "The file that comes with this mail puts it into your calendar.",
              },
            ]),
        { kind: "action", label: "See or change your answer", href: url },
        { kind: "paragraph", words: `You can change it until we begin. ${askWhom(workspace)}` },
      ],
      footer: footerOf(site, workspace),
    }),
  };
}
