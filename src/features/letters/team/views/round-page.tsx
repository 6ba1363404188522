import { hasProblems } from "#base/outcome.ts";
import { dayWords, meetingPath } from "#features/meetings/public.ts";
import { textOf } from "#platform/http/forms.ts";
import type { MailProgress } from "#platform/mail/mail.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { Day, Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice, SummaryBox } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { FIELDS } from "../../fields.ts";
import { AUDIENCE_WORDS, KIND_WORDS, needsApproval } from "../../kinds.ts";
import { lettersPath, lettersTrail } from "../../paths.ts";
import type { Round } from "../../rounds/queries.ts";
import type { Audience } from "../../rounds/recipients.ts";
import { LetterProse } from "../../views/letter-prose.tsx";
import { RecipientList } from "./recipient-list.tsx";
import { ReviewPart } from "./review-part.tsx";
import type { RoundPageProps } from "./round-props.ts";

const DONE: Record<string, string> = {
  text: "The text is saved. This is how it reads now.",
  planned: "It is planned. Until then you can take it back.",
  sending: "It is on its way. Below you see letter by letter what becomes of it.",
  again: "What had failed is being sent again, to the addresses that your roster has today.",
  back: "It stands among those that failed. Put the right address on the roster, and send it again.",
  asked: "They were asked. Below you see when they have read it.",
  approved: "Noted, with your name.",
};

/** A round as it stands: who gets it, who does not and why, how it reads, and when it goes out. */
export function RoundPage(props: RoundPageProps) {
  const { workspace, round, audience, shown, done, problems } = props;
  const { meeting } = audience.facts;
  const to = (...rest: string[]) => lettersPath(workspace.slug, round.id, ...rest);
  const example = shown.items[0] ?? audience.recipients[0];
  return (
    <>
      <PageHead
        title={KIND_WORDS[round.kind].one}
        trail={lettersTrail(workspace)}
        meta={
          meeting && (
            <a href={meetingPath(workspace.slug, meeting.id)}>
              {meeting.title}, {dayWords(meeting)}
            </a>
          )
        }
        lede={KIND_WORDS[round.kind].about}
        actions={
          <ButtonLink href={to("paper")} look="quiet" icon="file-text">
            Word and PDF
          </ButtonLink>
        }
      />
      <ErrorSummary problems={problems} />
      {done && DONE[done] && <Notice tone="success" title={DONE[done]} live />}
      <WithAside
        label="About these letters"
        aside={
          <>
            <AsideBlock title="At a glance">
              <DefinitionList
                entries={[
                  { term: "For", value: AUDIENCE_WORDS[round.audience] },
                  { term: "In the name of", value: signedWords(audience, round) },
                  {
                    term: "Answers go to",
                    value: round.repliesTo ? round.repliesTo.name || round.repliesTo.email : "Nobody yet",
                  },
                  { term: "The one thing to do", value: round.action?.label },
                  {
                    term: "Notes promised for",
                    value: meeting?.notesPromisedOn ? <Day iso={meeting.notesPromisedOn} /> : undefined,
                  },
                ]}
              />
            </AsideBlock>
            {round.state !== "sent" && (
              <AsideBlock title="Not needed?">
                <Form action={to("removal")} bare>
                  <ConfirmStep question="Take these letters away? Nothing of them has gone out.">
                    <Button look="plain" compact>
                      Take them away
                    </Button>
                  </ConfirmStep>
                </Form>
              </AsideBlock>
            )}
          </>
        }
      >
        <Missing {...props} />
        {needsApproval(round) && <ReviewPart {...props} />}
        <Sending {...props} />
        <Section title="Who gets it" id="people">
          <RecipientList {...props} />
        </Section>
        <Section title="How it reads" more={{ href: to("text"), label: "Change the text" }}>
          {example ? (
            <>
              <p class="small">
                To {example.shown}. <a href={to("to", example.key)}>Open this letter</a>
              </p>
              <LetterProse letter={example.composed} />
            </>
          ) : (
            <LetterProse letter={round} />
          )}
        </Section>
      </WithAside>
    </>
  );
}

function signedWords({ recipients }: Audience, round: Round): string {
  if (round.signing === "team") return round.repliesTo?.name || "The team";
  const names = [...new Set(recipients.flatMap(({ signer }) => signer?.name ?? []))];
  return names.length === 0 ? "Nobody yet" : names.join(", ");
}

/** What nobody's letter has is said once, before anything else. */
function Missing({ workspace, round, audience }: RoundPageProps) {
  const { missingForAll } = audience;
  if (missingForAll.length === 0 || round.state === "sent") return null;
  return (
    <Notice tone="warning" title="Something is missing in every letter">
      <ul>
        {missingForAll.map((name) => (
          <li>{FIELDS[name].words}</li>
        ))}
      </ul>
      <p>
        Add it where it belongs, such as on the meeting’s page, or{" "}
        <a href={lettersPath(workspace.slug, round.id, "text")}>take the sentence out of the text</a>.
      </p>
    </Notice>
  );
}

function Sending(props: RoundPageProps) {
  const { workspace, round, shown, fiveIsToCome, values, problems, mails, audience } = props;
  const to = (...rest: string[]) => lettersPath(workspace.slug, round.id, ...rest);
  const { counts } = shown;
  if (round.state === "scheduled" && round.sendAt)
    return (
      <SummaryBox title={round.sendAt <= props.now ? "It is being sent" : "It is planned"}>
        <p>
          {round.sendAt <= props.now ? (
            <>
              The letters are being written into the outbox. <a href={to()}>See how far it is now</a>
            </>
          ) : (
            <>
              It goes out on <Moment at={round.sendAt} zone={workspace.timeZone} />, to {people(counts.will)}{" "}
              as it stands now.
            </>
          )}
        </p>
        <Form action={to("unplanning")} bare>
          <Button look="quiet">Take it back</Button>
        </Form>
      </SummaryBox>
    );
  return (
    <>
      {round.state === "sent" && (
        <Progress mails={mails} audience={audience} to={to} failed={counts.failed} />
      )}
      {counts.will > 0 && (
        <SummaryBox
          title={
            round.state === "sent"
              ? `${people(counts.will)} can get it now`
              : `Ready for ${people(counts.will)}`
          }
        >
          <p>
            {counts.wont > 0 && (
              <>
                {people(counts.wont)} will not get it; <a href="?show=wont#people">see why</a>.{" "}
              </>
            )}
            What was sent cannot be called back.
          </p>
          <Form action={to("sending")}>
            <RadioGroup
              name="when"
              label="When does it go out?"
              value={textOf(values, "when") || "now"}
              problems={problems}
              options={[
                { value: "now", label: "Now" },
                ...(fiveIsToCome
                  ? [
                      {
                        value: "five",
                        label: "Today at 5:00 PM",
                        hint: `The clock of ${workspace.timeZone}.`,
                      },
                    ]
                  : []),
                { value: "chosen", label: "At a time that I choose" },
              ]}
            />
            <Fold title="Choose a time" open={hasProblems(problems) && textOf(values, "when") === "chosen"}>
              <TextField
                name="at"
                label="Day and time"
                type="datetime-local"
                hint={`As a clock shows it in ${workspace.timeZone}.`}
                optional
                value={textOf(values, "at")}
                problems={problems}
                width="medium"
              />
              {problems.occurrence && (
                <RadioGroup
                  name="occurrence"
                  label="Which of the two?"
                  problems={problems}
                  options={[
                    { value: "first", label: "The first, before the clocks go back" },
                    { value: "second", label: "The second" },
                  ]}
                />
              )}
            </Fold>
            <Button icon="send">Send to {people(counts.will)}</Button>
          </Form>
        </SummaryBox>
      )}
    </>
  );
}

function Progress(props: {
  mails: Map<string, MailProgress>;
  audience: Audience;
  failed: number;
  to: (...rest: string[]) => string;
}) {
  const states = props.audience.recipients.flatMap(({ letter }) => {
    const mail = letter?.mail ? props.mails.get(letter.mail) : undefined;
    return mail ? [mail] : [];
  });
  const count = (...wanted: string[]) => states.filter(({ state }) => wanted.includes(state)).length;
  const waiting = states.filter(({ state }) => state === "queued" || state === "sending");
  const twice = states.filter(({ retakenAt }) => retakenAt !== null).length;
  const problem = waiting.find(({ lastProblem }) => lastProblem)?.lastProblem;
  return (
    <SummaryBox title="What became of it">
      <DefinitionList
        beside
        entries={[
          { term: "Taken by the mail server", value: String(count("sent")) },
          { term: "On its way", value: waiting.length > 0 ? String(waiting.length) : undefined },
          {
            term: "Kept here, since there is no mail server",
            value: count("kept") > 0 ? String(count("kept")) : undefined,
          },
          {
            term: "Failed",
            value: props.failed > 0 ? <a href="?show=failed#people">{props.failed}</a> : undefined,
          },
          {
            term: "May have arrived twice",
            value: twice > 0 ? `${twice}: the site stopped in the very moment it was sent` : undefined,
          },
        ]}
      />
      {problem && (
        <p>Some wait for the mail server, which said: “{problem}”. They are tried again by themselves.</p>
      )}
      <Buttons>
        {waiting.length > 0 && (
          <ButtonLink href={props.to()} look="quiet">
            See how far it is now
          </ButtonLink>
        )}
        {props.failed > 0 && (
          <Form action={props.to("retry")} bare>
            <Button look="quiet">Try those again that failed</Button>
          </Form>
        )}
      </Buttons>
    </SummaryBox>
  );
}

export function people(count: number): string {
  return count === 1 ? "1 person" : `${count.toLocaleString("en-US")} people`;
}
