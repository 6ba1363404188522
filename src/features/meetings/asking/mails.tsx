import { absoluteUrl, type Site } from "#base/site.ts";
import type { Letter } from "#platform/mail/mail.ts";
import type { MailBlock } from "#ui/mail/plain-text.ts";
import { writeMail } from "#ui/mail/write-mail.tsx";
import { askWhom, factsOf } from "../mail-parts.ts";
import type { Meeting } from "../queries.ts";
import { whenWords } from "../when.ts";

export const CONFIRM_MAIL = "meeting-confirm";
export const WELCOME_MAIL = "meeting-may-come";
export const DECLINED_MAIL = "meeting-may-not-come";

interface About {
  meeting: Meeting;
  workspace: { name: string; repliesTo: { name: string; email: string } | null };
  name: string;
}

function letter(
  kind: string,
  site: Site,
  { workspace }: About,
  subject: string,
  blocks: MailBlock[],
): Omit<Letter, "to"> {
  return {
    kind,
    ...writeMail({
      subject,
      site,
      blocks,
      footer: {
        reason: `You get this one mail because somebody asked under your address to come to a meeting of the ${workspace.name}.`,
        postalAddress: site.postalAddress,
      },
    }),
  };
}

export function confirmMail(site: Site, about: About & { href: string }): Omit<Letter, "to"> {
  const { meeting, workspace, name, href } = about;
  return letter(CONFIRM_MAIL, site, about, "Is this your address?", [
    { kind: "paragraph", words: `Dear ${name},` },
    {
      kind: "paragraph",
      words: `You would like to come to “${meeting.title}” of the ${workspace.name} on ${whenWords(meeting)}. One press says that this address is yours; then the team reads your question and answers it.`,
    },
    { kind: "action", label: "Yes, I asked this", href: absoluteUrl(site, href) },
    { kind: "paragraph", words: "Was it not you? Then do nothing, and nobody will write to you again." },
  ]);
}

/** For somebody who asked and is on the list already: their own link, so that they can answer. */
export function welcomeMail(site: Site, about: About & { href: string; word?: string }): Omit<Letter, "to"> {
  const { meeting, workspace, name, href, word } = about;
  return letter(WELCOME_MAIL, site, about, `You are welcome: ${meeting.title}`, [
    { kind: "paragraph", words: `Dear ${name},` },
    { kind: "paragraph", words: `The ${workspace.name} is glad to have you. This is when and where:` },
    factsOf(meeting),
    ...(word ? [{ kind: "quote" as const, words: word }] : []),
    { kind: "action", label: "Your page for this meeting", href: absoluteUrl(site, href) },
    {
      kind: "paragraph",
      words: `The page has a file for your calendar, and you can change your answer there until we begin. ${askWhom(workspace)}`,
    },
  ]);
}

export function declinedMail(site: Site, about: About & { word?: string }): Omit<Letter, "to"> {
  const { meeting, workspace, name, word } = about;
  return letter(DECLINED_MAIL, site, about, `About “${meeting.title}”`, [
    { kind: "paragraph", words: `Dear ${name},` },
    {
      kind: "paragraph",
      words: `Thank you for asking to come. This time it does not fit: the room or the circle of this one meeting is set. The ${workspace.name} has your note, and is glad that you are interested.`,
    },
    ...(word ? [{ kind: "quote" as const, words: word }] : []),
    { kind: "paragraph", words: askWhom(workspace) },
  ]);
}
