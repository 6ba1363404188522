import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import { counted } from "./views/erasure-page.tsx";

/** To an administrator, after somebody had their own data deleted. It does not say who. */
export function forgottenMail(
  site: Site,
  to: { name: string; email: string },
  { lines, edits }: { lines: readonly string[]; edits: boolean },
): Letter {
  return {
    kind: "somebody-forgotten",
    to: to.email,
    ...writeMail({
      subject: `Somebody asked ${site.name} to forget them`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${to.name},` },
        {
          kind: "paragraph",
          words: `${edits ? "One of the editors" : "Somebody with an account"} had what this site held about them deleted. It is done, and you need not do anything.`,
        },
        ...lines.map((line) => ({ kind: "paragraph" as const, words: counted(line) })),
        { kind: "action", label: "See the audit log", href: absoluteUrl(site, "/desk/audit") },
      ],
      footer: { reason: "You get this mail because you are an administrator of this site." },
    }),
  };
}
