import type { MailProgress } from "#platform/mail/mail.ts";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { OlderPages } from "#ui/older-pages.tsx";
import { Tabs } from "#ui/work-list.tsx";
import { lettersPath } from "../../paths.ts";
import type { Recipient } from "../../rounds/recipients.ts";
import type { Shown } from "../shown.ts";
import type { RoundPageProps } from "./round-props.ts";

const PARTS: { part: Shown["part"]; label: string }[] = [
  { part: "will", label: "Will get it" },
  { part: "wont", label: "Will not" },
  { part: "sent", label: "Have it" },
  { part: "failed", label: "Failed" },
];

/** Everybody the letters are for, in parts: who will get it, who will not and why, who has it. */
export function RecipientList({ workspace, round, shown, mails, audience }: RoundPageProps) {
  const { part, counts, items, page, more } = shown;
  const here = lettersPath(workspace.slug, round.id);
  if (audience.recipients.length === 0)
    return (
      <p class="measure">
        Nobody yet.{" "}
        {round.audience === "chosen"
          ? "Choose people under “Change the text”."
          : "The list fills from the meeting’s guests."}
      </p>
    );
  return (
    <>
      <Tabs
        label="Parts of the list"
        tabs={PARTS.filter((one) => counts[one.part] > 0 || one.part === part).map((one) => ({
          href: `${here}?show=${one.part}#people`,
          label: one.label,
          count: counts[one.part],
          current: one.part === part,
        }))}
      />
      {items.length > 0 && (
        <DataTable
          caption="People in this part of the list"
          hideCaption
          stacks
          rows={items}
          columns={[
            {
              label: "Person",
              heads: true,
              cell: ({ shown: name, key }) => (
                <a href={lettersPath(workspace.slug, round.id, "to", key)}>{name}</a>
              ),
            },
            {
              label: "Company",
              cell: ({ contact, guest }) => contact?.company?.name ?? guest?.company?.name ?? "",
            },
            { label: "Greeting", cell: (one) => greetingOf(one) },
            { label: "How it stands", cell: (one) => <Standing one={one} mails={mails} /> },
          ]}
        />
      )}
      <OlderPages
        label="People"
        newest={page > 1 ? `${here}?show=${part}#people` : undefined}
        older={more ? `${here}?show=${part}&page=${page + 1}#people` : undefined}
      />
    </>
  );
}

/** The first line of the letter, so that an odd greeting is seen before it is sent. */
function greetingOf({ composed, contact }: Recipient) {
  const [first = ""] = composed.body.split("\n");
  const short = first.length <= 60 ? first.replace(/\\(.)/g, "$1") : "";
  return contact && contact.name === "" && contact.greeting === "" ? (
    <>
      {short} <Badge tone="warn">No name known</Badge>
    </>
  ) : (
    short
  );
}

function Standing({ one, mails }: { one: Recipient; mails: Map<string, MailProgress> }) {
  const { held, letter } = one;
  const mail = letter?.mail ? mails.get(letter.mail) : undefined;
  if (mail?.state === "failed")
    return (
      <>
        <Badge tone="bad">Failed</Badge> {mail.lastProblem}
      </>
    );
  if (letter?.sent)
    return (
      <Badge tone={mail?.state === "sent" || !mail ? "good" : "warn"} icon="check">
        {mail ? MAIL_WORDS[mail.state] : "Sent"}
      </Badge>
    );
  if (held)
    return (
      <>{held.cause === "unapproved" && letter?.word ? `${held.words}: “${letter.word}”` : held.words}</>
    );
  return letter?.own ? <Badge tone="strong">With words of its own</Badge> : <Badge>Ready</Badge>;
}

const MAIL_WORDS: Record<MailProgress["state"], string> = {
  queued: "On its way",
  sending: "On its way",
  sent: "Sent",
  failed: "Failed",
  kept: "Kept here",
};
