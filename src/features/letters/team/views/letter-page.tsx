import type { Problems } from "#base/outcome.ts";
import type { Site } from "#base/site.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { contactPath } from "#features/roster/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import type { MailProgress } from "#platform/mail/mail.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { namesIn } from "../../fields.ts";
import { KIND_WORDS, MOST } from "../../kinds.ts";
import { lettersPath, lettersTrail } from "../../paths.ts";
import type { Round } from "../../rounds/queries.ts";
import type { Recipient } from "../../rounds/recipients.ts";
import { LetterProse } from "../../views/letter-prose.tsx";
import { writeLetter } from "../../writing.tsx";

export interface LetterPageProps {
  workspace: Workspace;
  round: Round;
  site: Site;
  recipient: Recipient;
  before: Recipient | undefined;
  after: Recipient | undefined;
  mail: MailProgress | undefined;
  saved: boolean;
  values: FormValues;
  problems: Problems;
}

/** One person's letter: as they get it, or as it was sent. */
export function LetterPage(props: LetterPageProps) {
  const { workspace, round, recipient, before, after, saved, problems } = props;
  const to = (one: Recipient) => lettersPath(workspace.slug, round.id, "to", one.key);
  return (
    <>
      <PageHead
        title={`To ${recipient.shown}`}
        trail={lettersTrail(workspace, {
          href: lettersPath(workspace.slug, round.id),
          label: KIND_WORDS[round.kind].one,
        })}
        lede={recipient.contact?.company?.name}
      />
      <ErrorSummary problems={problems} />
      {saved && <Notice tone="success" title="Saved. This is how it reads now." live />}
      {recipient.letter?.sent ? <AsSent {...props} /> : <ToSend {...props} />}
      <nav class="pages" aria-label="Other letters">
        <ul class="bare">
          {before && (
            <li class="pages-step">
              <a href={to(before)}>Before: {before.shown}</a>
            </li>
          )}
          {after && (
            <li class="pages-step">
              <a href={to(after)}>Next: {after.shown}</a>
            </li>
          )}
        </ul>
      </nav>
    </>
  );
}

function AsSent({ recipient, round, workspace, mail }: LetterPageProps) {
  const sent = recipient.letter?.sent;
  if (!sent) return null;
  return (
    <>
      {mail?.state === "failed" && <Failed recipient={recipient} workspace={workspace} mail={mail} />}
      <DefinitionList
        beside
        entries={[
          { term: "Sent", value: <Moment at={sent.at} zone={workspace.timeZone} /> },
          { term: "To", value: sent.to },
          { term: "Then again to", value: mail && mail.to !== sent.to ? mail.to : undefined },
          { term: "From", value: sent.from },
          { term: "Answers go to", value: sent.replyTo },
          {
            term: "The mail server said",
            value: mail && mail.state !== "failed" ? (mail.lastProblem ?? undefined) : undefined,
          },
          {
            term: "May have arrived twice",
            value: mail?.retakenAt ? "The site stopped in the very moment it was sent." : undefined,
          },
        ]}
      />
      <Section title="As it was sent">
        <p class="as-typed">
          {sent.subject}
          {"\n\n"}
          {sent.text}
        </p>
      </Section>
      {mail?.state === "sent" && (
        <Section title="Did it come back?">
          <p class="measure">
            Mail servers sometimes take a letter and write to you later that nobody got it. Say so here; it
            then stands among those that failed, and can go out again.
          </p>
          <Form action={lettersPath(workspace.slug, round.id, "to", recipient.key, "return")}>
            <Buttons>
              <Button look="quiet">It came back</Button>
            </Buttons>
          </Form>
        </Section>
      )}
    </>
  );
}

function Failed(props: { recipient: Recipient; workspace: Workspace; mail: MailProgress }) {
  const { recipient, workspace, mail } = props;
  const { contact } = recipient;
  return (
    <Notice tone="warning" title="It did not arrive">
      <p>{mail.lastProblem}</p>
      {contact && (
        <p>
          Is the address right? <a href={contactPath(workspace.slug, contact.id)}>Look at the roster</a>. When
          you try again, it goes to the address that stands there.
        </p>
      )}
    </Notice>
  );
}

function ToSend({ workspace, round, site, recipient, values, problems }: LetterPageProps) {
  const { held, letter, composed } = recipient;
  const action = lettersPath(workspace.slug, round.id, "to", recipient.key);
  const asks = namesIn(round.body, letter?.own?.body ?? "");
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      {held && (
        <Notice tone="warning" title={held.words}>
          {letter?.word && <p>“{letter.word}”</p>}
        </Notice>
      )}
      <LetterProse letter={composed} />
      <Fold title="As plain text, for mail programs without formatting">
        <p class="as-typed">
          {writeLetter(composed, { site, reason: "", stopHref: `${site.url}/letters/stop/…` }).text}
        </p>
      </Fold>
      {recipient.contact && (
        <>
          {(asks.includes("met") || asks.includes("caresAbout")) && !letter?.own && (
            <Section title="What you know about them">
              <Form action={action}>
                {asks.includes("met") && (
                  <TextField
                    {...field("met")}
                    label="Whom they met"
                    hint="As it reads in the sentence: “Ana Cruz of Cruz Foods and the people from the college”."
                    optional
                  />
                )}
                {asks.includes("caresAbout") && (
                  <TextField
                    {...field("caresAbout")}
                    label="What they said they care about"
                    hint="In their words, as it reads in the sentence."
                    optional
                  />
                )}
                <Button name="deed" value="facts">
                  Put it into the letter
                </Button>
              </Form>
            </Section>
          )}
          <Section title="Words for this letter alone">
            <Form action={action} width="wide">
              <TextField {...field("subject")} label="Subject" />
              <TextArea
                {...field("body")}
                label="Letter"
                hint="What you save here no longer follows the text of the others. Whoever approves is asked again."
                rows={14}
                most={MOST.body}
              />
              <Buttons>
                <Button name="deed" value="words">
                  Save this letter
                </Button>
                {letter?.own && (
                  <Button name="deed" value="follow" look="quiet">
                    Follow the others’ text again
                  </Button>
                )}
                {letter?.state === "left-out" ? (
                  <Button name="deed" value="back" look="plain">
                    Let them have it after all
                  </Button>
                ) : (
                  <Button name="deed" value="leave-out" look="plain">
                    Leave this person out
                  </Button>
                )}
              </Buttons>
            </Form>
          </Section>
        </>
      )}
    </>
  );
}
