import type { Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import type { MailBlock } from "#ui/mail/plain-text.ts";
import { submitterMail } from "../submissions/mails.tsx";

/** The person who sent it in, and what they called it. */
interface To {
  name: string;
  email: string;
  title: string;
}

const say = (words: string): MailBlock => ({ kind: "paragraph", words });

/** Each carries the sender's own link. */
export const privateReviewMails = [
  "submission-changes-asked",
  "submission-letter",
  "submission-declined",
  "submission-scheduled",
];

/** Asks for something; the answer belongs on the status page, where all editors see it. */
export function changesAskedMail(
  site: Site,
  to: To,
  statusPath: string,
  given: { message: string; editor: string },
): Letter {
  return submitterMail(site, to, statusPath, {
    kind: "submission-changes-asked",
    subject: `A question about “${to.title}”`,
    blocks: [
      say(`${given.editor} has read what you shared, and asks before it goes out:`),
      { kind: "quote", words: given.message },
      say(
        "On your page you can write back, and change the text and the files. No account is needed: the link opens it.",
      ),
    ],
    action: "Answer or change it",
  });
}

export function letterMail(
  site: Site,
  to: To,
  statusPath: string,
  given: { message: string; editor: string },
): Letter {
  return submitterMail(site, to, statusPath, {
    kind: "submission-letter",
    subject: `About “${to.title}”`,
    blocks: [say(`${given.editor} writes to you:`), { kind: "quote", words: given.message }],
    action: "Read it and write back",
  });
}

export function declinedMail(
  site: Site,
  to: To,
  statusPath: string,
  given: { reason: string; editor: string },
): Letter {
  return submitterMail(site, to, statusPath, {
    kind: "submission-declined",
    subject: `We will not publish “${to.title}”`,
    blocks: [
      say("thank you for sharing this with us. We have read it and will not publish it. Here is why:"),
      { kind: "quote", words: given.reason },
      say(`${given.editor}, for ${site.name}`),
      say("If you see it differently, or if something about it can change, please write back on your page."),
    ],
    action: "Read it and write back",
  });
}

export function scheduledMail(site: Site, to: To, statusPath: string, at: Date): Letter {
  return submitterMail(site, to, statusPath, {
    kind: "submission-scheduled",
    subject: `“${to.title}” has a date`,
    blocks: [
      say(`your update will be published on ${momentWords(at, site.timeZone)}.`),
      say("There is nothing you need to do. If it should wait or change, write to us before then."),
    ],
  });
}

/** "March 14, 2026 at 9:30 AM MDT". */
function momentWords(at: Date, zone: string): string {
  const day = new Intl.DateTimeFormat("en-US", { timeZone: zone, dateStyle: "long" }).format(at);
  const time = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(at);
  return `${day} at ${time}`;
}
