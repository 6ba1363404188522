import { absoluteUrl, type Site } from "#base/site.ts";
import { longDate } from "#ui/dates.tsx";
import type { MailBlock } from "#ui/mail/plain-text.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import type { OwnAction } from "./queries.ts";

/** Whoever reads this mail can answer as its recipient. */
export const PLAN_MAIL = "action-plan-letter";

/** More would be a list that nobody reads; the page behind the link has them all. */
const IN_LETTER = 12;

export interface PlanMail {
  /** What the letter calls them; null where nobody knows. */
  called: string | null;
  partnership: string;
  /** Who reads answers. */
  from: string | null;
  actions: readonly OwnAction[];
  today: string;
  /** `2026-07-01` */
  linkEndsOn: string;
  hrefs: { all: string; stop: string; answer(action: string, say: "done" | "on-track" | "stuck"): string };
}

/** The month's letter: what somebody took on, and three links for each. */
export function planMail(site: Site, given: PlanMail): { subject: string; html: string; text: string } {
  const { actions, partnership, hrefs } = given;
  const shown = actions.slice(0, IN_LETTER);
  const more = actions.length - shown.length;
  const link = (path: string) => absoluteUrl(site, path);
  return writeMail({
    subject:
      actions.length === 1
        ? `How is it going? One action for ${partnership}`
        : `How is it going? Your ${actions.length} actions for ${partnership}`,
    site,
    blocks: [
      { kind: "paragraph", words: given.called ? `Dear ${given.called},` : "Good morning," },
      {
        kind: "paragraph",
        words: `Thank you for what you do for ${partnership}. Here is what stands under your name in its action plan. One click for each tells the others how it goes; you need no account.`,
      },
      ...shown.flatMap((action): MailBlock[] => [
        { kind: "heading", words: action.words },
        { kind: "paragraph", words: `For “${action.priority}”. ${dueSentence(action, given.today)}` },
        {
          kind: "choices",
          options: [
            { label: "Done", href: link(hrefs.answer(action.id, "done")) },
            { label: "On track", href: link(hrefs.answer(action.id, "on-track")) },
            { label: "Stuck", href: link(hrefs.answer(action.id, "stuck")) },
          ],
        },
      ]),
      ...(more > 0
        ? [
            {
              kind: "action" as const,
              label: more === 1 ? "And one more" : `And ${more} more`,
              href: link(hrefs.all),
            },
          ]
        : []),
      {
        kind: "paragraph",
        words:
          "“Stuck” is a good answer: it stands first when the team meets, so that somebody can help. You can add a word to each.",
      },
      ...(given.from
        ? [{ kind: "paragraph" as const, words: `An answer to this mail reaches ${given.from}.` }]
        : []),
    ],
    footer: {
      reason: `You get this once a month as long as an action of ${partnership} has you as its owner. The links are yours alone and end on ${longDate(given.linkEndsOn)}.`,
      stop: { label: "No more of these letters", href: link(hrefs.stop) },
      postalAddress: site.postalAddress,
    },
  });
}

function dueSentence({ dueOn }: OwnAction, today: string): string {
  if (!dueOn) return "It has no day yet.";
  if (dueOn < today) return `Its day was ${longDate(dueOn)}; a new one is as good an answer as any.`;
  return `It is due ${longDate(dueOn)}.`;
}
