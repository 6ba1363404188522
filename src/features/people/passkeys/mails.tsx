import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";

/** Whoever can sign in as somebody is known to them. */
export function passkeyAddedMail(site: Site, email: string, name: string): Letter {
  return {
    kind: "passkey-added",
    to: email,
    ...writeMail({
      subject: `A passkey was added to your account at ${site.name}`,
      site,
      blocks: [
        {
          kind: "paragraph",
          words: `Whoever holds the passkey “${name}” can sign in as you from now on. If you added it, you need not do anything.`,
        },
        {
          kind: "paragraph",
          words: "If it was not you, remove it there and sign out everywhere:",
        },
        { kind: "action", label: "Your account", href: absoluteUrl(site, "/account") },
      ],
      footer: { reason: "You get this mail because the account with this address was changed." },
    }),
  };
}
