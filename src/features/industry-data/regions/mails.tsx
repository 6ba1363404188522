import type { Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";

/** To somebody who is not in a region's team any more, because one of its keepers said so. */
export function leftTeamMail(
  site: Site,
  to: { name: string; email: string },
  told: { by: string; region: string },
): Letter {
  return {
    kind: "region-team-ended",
    to: to.email,
    ...(site.contactEmail ? { replyTo: site.contactEmail } : {}),
    ...writeMail({
      subject: `You are no longer in the team of ${told.region}`,
      site,
      blocks: [
        { kind: "paragraph", words: `Dear ${to.name},` },
        {
          kind: "paragraph",
          words: `${told.by} has ended your part in the team of the region ${told.region}. What you scored there stays with the team. Thank you for your work on it.`,
        },
        {
          kind: "paragraph",
          words: "If this should not have happened, write to them, or to the editors of this site.",
        },
      ],
      footer: { reason: `You get this mail because you were in a region’s team on ${site.name}.` },
    }),
  };
}
