import type { Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";

/** A greeting from one person to another; the answer goes to whoever wrote it. */
export function greetingMail(
  site: Site,
  to: string,
  greeting: { subject: string; greeting: string },
  by: { email: string },
): Letter {
  return {
    kind: "greeting",
    to,
    replyTo: by.email,
    ...writeMail({
      subject: greeting.subject,
      site,
      blocks: greeting.greeting
        .split(/\n{2,}/)
        .map((words) => ({ kind: "paragraph" as const, words: words.trim() }))
        .filter(({ words }) => words !== ""),
      footer: { reason: `You get this mail because you joined ${site.name} a few days ago.` },
    }),
  };
}

/** What an editor begins from; every word of it can be changed. */
export function preparedGreeting(
  site: Site,
  newcomer: { name: string },
  by: string,
): { subject: string; greeting: string } {
  return {
    subject: `Welcome to ${site.name}`,
    greeting: [
      `Dear ${newcomer.name},`,
      `welcome to ${site.name}. I am ${by}, one of its editors, and I am glad you came.`,
      "May I ask what brings you here: a partnership you look after, one you are about to begin, or a question you carry around? A line is enough. If I know somebody who has been there, I will bring you together.",
      `If you would like peers to find you, a few lines in your profile help them: ${site.url}/profile. You choose who sees what.`,
      `With good wishes,\n${by}`,
    ].join("\n\n"),
  };
}
