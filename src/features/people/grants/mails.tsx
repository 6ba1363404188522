import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import { INVITATION_DAYS } from "./rules.ts";

/** Of the mail rows whose link lets its reader in. */
export const GRANT_INVITATION_MAIL = "grant-invitation";

export function invitationMail(
  site: Site,
  who: { email: string; name: string; by: string; what: string; onBehalfOf: string },
  path: string,
): Letter {
  const stand = who.onBehalfOf
    ? ` You would do so for ${who.onBehalfOf}, and what you change says so: “${who.name || "You"}, for ${who.onBehalfOf}”.`
    : "";
  return {
    kind: GRANT_INVITATION_MAIL,
    to: who.email,
    ...writeMail({
      subject: `${who.by} invites you to look after ${who.what}`,
      site,
      blocks: [
        { kind: "paragraph", words: who.name ? `Dear ${who.name},` : "Good day," },
        {
          kind: "paragraph",
          words: `${who.by} invites you to look after ${who.what} on ${site.name}: to keep its page true and alive, together with them.${stand}`,
        },
        { kind: "action", label: "See the invitation", href: absoluteUrl(site, path) },
        {
          kind: "paragraph",
          words: `It works once, within ${INVITATION_DAYS} days, for whoever signs in with the address this mail went to. There is no password: the sign-in page mails you a link.`,
        },
      ],
      footer: {
        reason: `You get this mail because ${who.by} gave your address. If you do not know what it is about, you need not do anything.`,
      },
    }),
  };
}
