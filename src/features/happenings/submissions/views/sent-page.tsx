import type { Problems } from "#base/outcome.ts";
import { Button } from "#ui/button.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { DAYS_TO_CONFIRM } from "../rules.ts";
import { SHARE_DRAFT } from "./share-page.tsx";

export interface SentPageProps {
  email: string;
  title: string;
  action: string;
  again: boolean;
  typed: string;
  problems: Problems;
}

/** After sending: the mail to confirm is on its way, whoever the address belongs to. */
export function SentPage({ email, title, action, again, typed, problems }: SentPageProps) {
  return (
    <>
      <TypedSent name={SHARE_DRAFT} />
      <ErrorSummary problems={problems} />
      <PageHead
        title="One more step: look in your mailbox"
        lede={
          <>
            We have sent a link to <b>{email}</b>. Open it and press the button, and “{title}” goes to the
            editors.
          </>
        }
      />
      {again && (
        <Notice tone="success" live>
          <p>The mail is on its way again.</p>
        </Notice>
      )}
      <p>Without your confirmation, everything you sent is deleted after {DAYS_TO_CONFIRM} days.</p>
      <Section title="No mail after a few minutes?">
        <div class="stack">
          <p>Look among unwanted mail, or check the address and have it sent again.</p>
          <Form action={action}>
            <TextField
              name="email"
              type="email"
              autocomplete="email"
              label="Your e-mail address"
              value={typed}
              problems={problems}
            />
            <div>
              <Button look="quiet">Send the mail again</Button>
            </div>
          </Form>
        </div>
      </Section>
    </>
  );
}
