import type { Problems } from "#base/outcome.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";

export type AccountPageProps = {
  name: string;
  email: string;
  sessions: number;
  saved: boolean;
  problems?: Problems;
};

export function AccountPage({ name, email, sessions, saved, problems = {} }: AccountPageProps) {
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
      {saved && (
        <Notice tone="success" live>
          <p>Your name is saved.</p>
        </Notice>
      )}
      <Form action="/account">
        <TextField
          name="name"
          autocomplete="name"
          label="Your name"
          hint="Shown to the editors, and to people an editor writes to."
          value={name}
          problems={problems}
        />
        <Buttons>
          <Button>Save</Button>
        </Buttons>
      </Form>
      <Section title="Where you are signed in">
        <div class="stack">
          <p>{sessions === 1 ? "On this device only." : `On this device and ${sessions - 1} more.`}</p>
          <Form action="/sign-out/everywhere" bare>
            <Button look="quiet">Sign out everywhere</Button>
          </Form>
        </div>
      </Section>
    </>
  );
}
