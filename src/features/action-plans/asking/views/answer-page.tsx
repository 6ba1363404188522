import type { Problems } from "#base/outcome.ts";
import { type Contact, firstNameOf } from "#features/roster/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { longDate } from "#ui/dates.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import { whenDue } from "../../rules.ts";
import { ANSWER_WORDS, ANSWERS, STATUS_WORDS } from "../../statuses.ts";
import type { OwnAction } from "../queries.ts";

export interface AnswerPageProps {
  partnership: string;
  owner: Contact;
  actions: OwnAction[];
  /** What the link in the letter chose. */
  chosen: { action: string; say: string };
  /** Where the form goes. */
  action: string;
  stop: string;
  endsOn: string;
  today: string;
  values: FormValues;
  problems: Problems;
  done: boolean;
}

/** One owner's actions, behind a letter's link: how each stands, with a word where they like. */
export function AnswerPage(props: AnswerPageProps) {
  const { partnership, owner, actions, chosen, problems, done } = props;
  // What the letter's link is about stands first.
  const ordered = [...actions].sort(
    (a, b) => Number(b.id === chosen.action) - Number(a.id === chosen.action),
  );
  const called = firstNameOf(owner);
  return (
    <>
      <PageHead
        title={`Your actions for ${partnership}`}
        lede={`This page is ${owner.name ? `${owner.name}’s` : "yours"} alone. Your team sees what you say here.`}
      />
      {done && (
        <Notice tone="success" title={`Thank you${called ? `, ${called}` : ""}. Your team sees it now`} live>
          <p>You can change it here until {longDate(props.endsOn)}.</p>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      {actions.length === 0 ? (
        <EmptyState title="Nothing is open under your name" icon="circle-check">
          The team may have handed it on or ended it since the letter went out. There is nothing to do.
        </EmptyState>
      ) : (
        <Form action={props.action}>
          {ordered.map((one) => (
            <OneAction {...props} one={one} />
          ))}
          <Buttons>
            <Button>Tell the team</Button>
          </Buttons>
        </Form>
      )}
      <p class="quiet-text">
        <a href={props.stop}>No more of these letters</a>
      </p>
    </>
  );
}

function OneAction({ one, chosen, today, values, problems }: AnswerPageProps & { one: OwnAction }) {
  const say = `say-${one.id}`;
  const isChosen = one.id === chosen.action;
  return (
    <section class={isChosen ? "own-action is-chosen" : "own-action"}>
      <RadioGroup
        name={say}
        label={one.words}
        hint={`For “${one.priority}”. ${whenDue(one, today)}. ${
          one.status === "open"
            ? "You have not said anything yet."
            : `You or your team said: ${STATUS_WORDS[one.status].toLowerCase()}.`
        }`}
        problems={problems}
        value={textOf(values, say)}
        options={ANSWERS.map((value) => ({ value, label: ANSWER_WORDS[value] }))}
        columns
        optional={!isChosen}
      />
      <TextArea
        name={`word-${one.id}`}
        label="A word about it"
        hint="What helped, what it is stuck on, or the new day."
        value={textOf(values, `word-${one.id}`)}
        problems={problems}
        rows={2}
        most={600}
        optional
      />
    </section>
  );
}
