import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import type { RecipientKind } from "./tables.ts";

/** The mails of the relay: the outbox keeps their texts to itself, and they are deleted once they have gone out. */
export const RELAY_MAILS = ["relay-letter", "relay-copy", "relay-confirmation"] as const;

interface Passed {
  toKind: RecipientKind;
  toName: string;
  fromName: string;
  fromEmail: string;
  text: string;
}

/** To the one who is written to. An answer goes straight to the writer. */
export function letterMail(site: Site, letter: Passed, to: string, stopPath: string): Letter {
  const about = letter.toKind === "partnership" ? ` about ${letter.toName}` : "";
  return {
    kind: "relay-letter",
    to,
    replyTo: letter.fromEmail,
    ...writeMail({
      subject: `${letter.fromName} writes to you${about}`,
      site,
      blocks: [
        {
          kind: "paragraph",
          words: `${letter.fromName} wrote this letter to ${letter.toKind === "person" ? "you" : letter.toName} through ${site.name}. They have not seen your address.`,
        },
        { kind: "quote", words: letter.text },
        {
          kind: "paragraph",
          words: `To answer, reply to this mail: it goes to ${letter.fromEmail}, and shows ${letter.fromName} your address. If you would rather not, you need not do anything.`,
        },
      ],
      footer: {
        reason: `You get this mail because ${site.name} may pass letters on to you.`,
        stop: { label: "Get no more letters like this", href: absoluteUrl(site, stopPath) },
      },
    }),
  };
}

/** To the writer: what was passed on. No address of the other side stands in it. */
export function copyMail(site: Site, letter: Passed): Letter {
  return {
    kind: "relay-copy",
    to: letter.fromEmail,
    ...writeMail({
      subject: `Your letter to ${letter.toName}`,
      site,
      blocks: [
        {
          kind: "paragraph",
          words: `This is what you wrote to ${letter.toName} through ${site.name}. It goes to them now, unless they have asked for no more letters. If they answer, the answer comes to this address.`,
        },
        { kind: "quote", words: letter.text },
      ],
      footer: { reason: "You get this mail because you wrote this letter. The site keeps no copy of it." },
    }),
  };
}

/** To the address a guest gave, before anything is passed on. It holds nothing of what they typed but a name. */
export function confirmationMail(
  site: Site,
  letter: { toName: string; fromEmail: string },
  path: string,
): Letter {
  return {
    kind: "relay-confirmation",
    to: letter.fromEmail,
    ...writeMail({
      subject: `Please confirm your letter to ${letter.toName}`,
      site,
      blocks: [
        {
          kind: "paragraph",
          words: `Somebody wrote a letter to ${letter.toName} on ${site.name} and gave this address. If that was you, open this link and press the button: only then is the letter passed on.`,
        },
        { kind: "action", label: "Confirm the letter", href: absoluteUrl(site, path) },
      ],
      footer: {
        reason:
          "If it was not you, you need not do anything: the letter is deleted after a week and nobody reads it.",
      },
    }),
  };
}
