import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { PROOF_FIELD, TRAP_FIELD } from "#platform/http/gate.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Trap } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import type { LetterFate } from "../actions.ts";
import { LONGEST_LETTER } from "../forms.ts";

/** Where the letter page belongs: the profile or the partnership that is written to. */
export interface LetterPlace {
  title: string;
  href: string;
  /** The pages above it. */
  trail: { href: string; label: string }[];
}

export interface LetterPageProps {
  to: string;
  place: LetterPlace;
  /** This very address, which the form is sent to. */
  action: string;
  /** Who writes, where they are signed in. */
  self: { name: string; email: string } | undefined;
  values: FormValues;
  problems: Problems;
}

/** A letter through the house: what it shows and what it does not is said before anything is typed. */
export function LetterPage({ to, place, action, self, values, problems }: LetterPageProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title={`Write to ${to}`}
        trail={[...place.trail, { href: place.href, label: place.title }]}
        lede={`We pass your letter on, with your name and your address, so that ${to} can answer. You do not see theirs, unless they do.`}
      />
      <Form action={action} keep={`letter-${place.href}`}>
        {self ? (
          <p>
            You write as <b>{self.name}</b>, {self.email}.
          </p>
        ) : (
          <>
            <TextField {...field("name")} label="Your name" autocomplete="name" />
            <TextField
              {...field("email")}
              label="Your e-mail address"
              type="email"
              autocomplete="email"
              hint="We send a link there first: press its button, and the letter goes on its way."
            />
          </>
        )}
        <TextArea
          {...field("text")}
          label="Your letter"
          hint="Who you are, why you write to them, and the one thing you would like to know."
          rows={10}
          most={LONGEST_LETTER}
        />
        <Trap name={TRAP_FIELD} />
        <proof-of-work src="/proof" field={PROOF_FIELD} />
        <Buttons>
          <Button icon="send">Send the letter</Button>
        </Buttons>
      </Form>
    </>
  );
}

const FATE: Record<LetterFate, { title: string; words: (to: string) => string }> = {
  unconfirmed: {
    title: "Look in your mailbox",
    words: (to) =>
      `A link is on its way to you. Open it and press the button, and your letter goes to ${to}. Without that it is deleted after a week.`,
  },
  held: {
    title: "Your letter is here",
    words: (to) =>
      `An editor of this site looks at it before it goes to ${to}, because something about it could have been a machine. A letter written with script switched off is looked at like this. You get a copy by mail once it goes on.`,
  },
  "passed-on": {
    title: "Your letter is on its way",
    words: (to) =>
      `It goes to ${to} now, unless they have asked for no more letters. A copy is in your mailbox; the site keeps none. If ${to} answers, the answer comes straight to you.`,
  },
};

export function LetterSentPage({ fate, to, back }: { fate: LetterFate; to: string; back?: string }) {
  const { title, words } = FATE[fate];
  return (
    <>
      <PageHead title={title} lede={words(to)} />
      <Buttons>
        <ButtonLink href={back ?? "/"} look="quiet">
          {back ? "Back" : "To the home page"}
        </ButtonLink>
      </Buttons>
    </>
  );
}
