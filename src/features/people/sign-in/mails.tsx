import type { LocalPath } from "#base/brands.ts";
import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import { LINK_MINUTES } from "./links.ts";

/** Of the mail rows whose text holds a sign-in link: where no server takes mail, the console prints it. */
export const signInMailKind = "sign-in-link";

/** Reads the same for every address, whether we know it or not. */
export function signInMail(site: Site, email: string, path: LocalPath): Letter {
  return {
    kind: signInMailKind,
    to: email,
    ...writeMail({
      subject: `Your link to sign in to ${site.name}`,
      site,
      blocks: [
        {
          kind: "paragraph",
          words: `Open this link and press the button to sign in. It works once, for ${LINK_MINUTES} minutes.`,
        },
        { kind: "action", label: "Sign in", href: absoluteUrl(site, path) },
      ],
      footer: {
        reason:
          "You get this mail because somebody gave your address on the sign-in page. If that was not you, you need not do anything: nobody gets in without this mail.",
      },
    }),
  };
}
