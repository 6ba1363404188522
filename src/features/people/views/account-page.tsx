import type { Problems } from "#base/outcome.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { PasskeysSection, type PasskeysSectionProps } from "../passkeys/views/passkeys-section.tsx";

export type AccountPageProps = {
  name: string;
  email: string;
  sessions: number;
  /** What was just done, in words. */
  done: string | undefined;
  passkeys: PasskeysSectionProps;
  problems?: Problems;
};

export function AccountPage({ name, email, sessions, done, passkeys, problems = {} }: AccountPageProps) {
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Your account"
        lede={
          <>
            You sign in with <b>{email}</b>.
          </>
        }
      />
      {done && (
        <Notice tone="success" live>
          <p>{done}</p>
        </Notice>
      )}
      <Form action="/account">
        <TextField
          name="name"
          autocomplete="name"
          label="Your name"
          hint="Shown to the editors, to people an editor writes to, and wherever you list yourself."
          value={name}
          problems={problems}
        />
        <Buttons>
          <Button>Save</Button>
        </Buttons>
      </Form>
      <Section title="Your profile">
        <p>
          Your name alone tells your peers little. <a href="/profile">In your profile</a> you say what you do
          and what you can help with, and who may see it.
        </p>
      </Section>
      <PasskeysSection {...passkeys} />
      <Section title="Where you are signed in">
        <div class="stack">
          <p>{sessions === 1 ? "On this device only." : `On this device and ${sessions - 1} more.`}</p>
          <Form action="/sign-out/everywhere" bare>
            <Button look="quiet">Sign out everywhere</Button>
          </Form>
        </div>
      </Section>
      <Section title="What this site holds about you">
        <p>
          <a href="/account/your-data">See it, take a copy of it, or ask to be forgotten.</a>
        </p>
      </Section>
    </>
  );
}
