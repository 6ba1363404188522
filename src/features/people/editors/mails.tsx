import type { LocalPath } from "#base/brands.ts";
import { absoluteUrl, type Site } from "#base/site.ts";
import type { Role } from "#platform/context.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import { INVITATION_DAYS } from "../sign-in/links.ts";

export function invitationMail(
  site: Site,
  who: { invited: { name: string; email: string; role: Role }; by: string },
  path: LocalPath,
): Letter {
  return {
    kind: "editor-invitation",
    to: who.invited.email,
    ...writeMail({
      subject: `${who.by} invites you to edit ${site.name}`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${who.invited.name},` },
        {
          kind: "paragraph",
          words: `${who.by} invites you to read, mend and publish what people share on ${site.name}${who.invited.role === "administrator" ? ", and to look after the site as one of its administrators" : ""}.`,
        },
        { kind: "action", label: "Come in", href: absoluteUrl(site, path) },
        {
          kind: "paragraph",
          words: `This link works once, within ${INVITATION_DAYS} days. Later you ask for a new one on the sign-in page: there is no password.`,
        },
      ],
      footer: {
        reason: `You get this mail because ${who.by} gave your address. If you do not know what it is about, you need not do anything.`,
      },
    }),
  };
}
