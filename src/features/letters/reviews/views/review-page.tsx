import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { isReviewedOneByOne, KIND_WORDS, MOST } from "../../kinds.ts";
import type { Recipient } from "../../rounds/recipients.ts";
import { LetterProse } from "../../views/letter-prose.tsx";
import type { Opened } from "../answering.ts";

export interface ReviewPageProps {
  opened: Opened;
  champion: string;
  /** The link was given to the champion, not to somebody who reads for them. */
  isChampion: boolean;
  action: string;
  /** Contact id of the letter whose form came back. */
  of: string | undefined;
  done: string | undefined;
  values: FormValues;
  problems: Problems;
}

const DONE: Record<string, string> = {
  approved: "Thank you. Your yes is kept.",
  "sent-back": "It is back with the team, with your word.",
};

/** What a champion, or who reads for them, sees by their link: these letters and nothing else; nobody's address. */
export function ReviewPage(props: ReviewPageProps) {
  const { opened, champion, isChampion, done, problems } = props;
  const { review, round, workspace, letters } = opened;
  const waiting = letters.filter(({ held }) => held?.cause === "unapproved").length;
  const oneByOne = isReviewedOneByOne(round);
  return (
    <>
      <PageHead
        title={`Letters in the name of ${champion}`}
        meta={<span>{workspace.name}</span>}
        lede={
          waiting === 0
            ? "Everything here is answered. Thank you."
            : oneByOne
              ? `${waiting === 1 ? "One letter waits" : `${waiting} letters wait`} for your yes. Nothing goes out without it.`
              : "Please read this letter. Nothing goes out without your yes."
        }
      />
      <ErrorSummary problems={props.of ? problemsOf(problems, (name) => `${name}-${props.of}`) : problems} />
      {done && DONE[done] && <Notice tone="success" title={DONE[done]} live />}
      <p class="small">
        This link was given to {isChampion ? champion : `${review.reviewer.name}, who reads for ${champion}`}.
        If that is not you, please close this page and tell whoever passed it on.
      </p>
      {letters.length === 0 ? (
        <Notice title="There is nothing to read just now">
          <p>The team may be changing the letters. Open the link again a little later.</p>
        </Notice>
      ) : oneByOne ? (
        letters.map((letter) => <One {...props} letter={letter} />)
      ) : (
        <WholeRound {...props} />
      )}
    </>
  );
}

/** The problems of one letter's form, beside its own fields. */
function problemsOf(problems: Problems, named: (name: string) => string): Problems {
  return Object.fromEntries(
    Object.entries(problems).map(([name, messages]) => [name === "" ? "" : named(name), messages]),
  );
}

function One(props: ReviewPageProps & { letter: Recipient }) {
  const { letter: one, action, of, values, problems } = props;
  const { held, letter, composed, contact } = one;
  if (!contact) return null;
  const mine = of === contact.id;
  const named = (name: string) => `${name}-${contact.id}`;
  const mineProblems = mine ? problemsOf(problems, named) : {};
  return (
    <Section
      title={`To ${one.shown}${contact.company ? `, ${contact.company.name}` : ""}`}
      id={`letter-${contact.id}`}
    >
      <p>
        {letter?.sent ? (
          <Badge tone="good" icon="check">
            Has gone out
          </Badge>
        ) : held === null ? (
          <Badge tone="good" icon="check">
            Approved by {letter?.decidedBy}
          </Badge>
        ) : letter?.state === "sent-back" ? (
          <Badge tone="warn">Sent back: “{letter.word}”</Badge>
        ) : (
          <Badge tone="strong">Waits for your yes</Badge>
        )}
      </p>
      <LetterProse letter={composed} />
      {!letter?.sent && (
        <>
          {held && (
            <Form action={`${action}/${contact.id}`} bare>
              <Button name="deed" value="approve" icon="check">
                Approve<span class="visually-hidden"> the letter to {one.shown}</span>
              </Button>
            </Form>
          )}
          <Fold title="Change a word first" open={mine && textOf(values, "deed") === "change"}>
            <Form action={`${action}/${contact.id}`} width="wide">
              <TextField
                name={named("subject")}
                label="Subject"
                value={mine && textOf(values, "subject") ? textOf(values, "subject") : composed.subject}
                problems={mineProblems}
              />
              <TextArea
                name={named("body")}
                label="Letter"
                rows={14}
                most={MOST.body}
                value={mine && textOf(values, "body") ? textOf(values, "body") : composed.body}
                problems={mineProblems}
              />
              <Button name="deed" value="change">
                Save and approve
              </Button>
            </Form>
          </Fold>
          <Fold title="Send it back" open={mine && textOf(values, "deed") === "send-back"}>
            <SendBack action={`${action}/${contact.id}`} name={named("word")} problems={mineProblems} />
          </Fold>
        </>
      )}
    </Section>
  );
}

function SendBack(props: { action: string; name: string; problems: Problems; version?: number }) {
  return (
    <Form action={props.action}>
      {props.version !== undefined && <Hidden name="version" value={props.version} />}
      <TextArea
        name={props.name}
        label="What should be different?"
        hint="A line is enough. The team mends it and asks again."
        rows={3}
        most={MOST.word}
        problems={props.problems}
      />
      <Button name="deed" value="send-back" look="quiet">
        Send it back
      </Button>
    </Form>
  );
}

function WholeRound({ opened, action, problems }: ReviewPageProps) {
  const { review, round, letters } = opened;
  const example = letters[0]!;
  const answered = review.answer === "approved" && review.textVersion === round.version;
  return (
    <>
      <Section
        title={`${KIND_WORDS[round.kind].one} to ${letters.length === 1 ? "one person" : `${letters.length} people`}`}
      >
        <p class="small">
          As {example.shown} will read it. Names and companies differ from letter to letter.
        </p>
        <LetterProse letter={example.composed} />
        <Fold title="To whom it goes">
          <ul>
            {letters.map(({ contact }) => (
              <li>
                {[contact?.name || "Somebody whose name we do not know", contact?.company?.name]
                  .filter(Boolean)
                  .join(", ")}
              </li>
            ))}
          </ul>
        </Fold>
      </Section>
      {answered ? (
        <Notice tone="success" title="You have said yes to this text" />
      ) : (
        <Form action={action} bare>
          <Hidden name="version" value={round.version} />
          <Buttons>
            <Button name="deed" value="approve" icon="check">
              Approve it for all of them
            </Button>
          </Buttons>
        </Form>
      )}
      <Fold title="Send it back" open={Object.keys(problems).length > 0}>
        <SendBack action={action} name="word" problems={problems} version={round.version} />
      </Fold>
    </>
  );
}
