import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { PROOF_FIELD, TRAP_FIELD } from "#platform/http/gate.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Checkbox } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden, Trap } from "#ui/form.tsx";
import { AsideBlock, PageHead, WithAside } from "#ui/layout.tsx";
import type { Choices } from "../choices.ts";
import type { FileRow } from "../documents.ts";
import { CONSENT_TEXT } from "../rules.ts";
import { DocumentFields } from "./document-fields.tsx";
import { FirstButton, PreviewPart, SeenPreview } from "./preview-parts.tsx";
import { CreditFields, PartnershipFields, WhatFields } from "./what-fields.tsx";
import { WhoFields } from "./who-fields.tsx";

export interface SharePageProps {
  values: FormValues;
  problems: Problems;
  rows: FileRow[];
  links: string[];
  choices: Choices;
  /** Its own name for this one form, so that sending it twice is sending it once. */
  formKey: string;
  siteUrl: string;
  /** Shown above the form, for whoever has no script. */
  seePreview: boolean;
}

export const SHARE_DRAFT = "share";

/** One calm form, in parts, for anyone. */
export function SharePage(props: SharePageProps) {
  const { values, problems, rows, links, choices } = props;
  const state = { values, problems };
  const action = "/share";
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Share what worked"
        lede="A quick win, a letter, a story, a film: what helped your partnership helps the next one. No account is needed. You confirm by mail, then an editor reads it before it is published."
      />
      <WithAside label="About sharing" aside={<Advice />}>
        {props.seePreview && <SeenPreview {...props} keys={[...rows.map(({ key }) => key), ...links]} />}
        <Form action={action} files keep={SHARE_DRAFT}>
          <FirstButton />
          <Hidden name="key" value={props.formKey} />
          <Trap name={TRAP_FIELD} />
          <WhoFields {...state} />
          <PartnershipFields {...state} partnerships={choices.partnerships} />
          <WhatFields {...state} choices={choices} />
          <DocumentFields {...state} rows={rows} links={links} action={action} />
          <CreditFields {...state} />
          <PreviewPart action={action} src="/share/preview" />
          <h2>Send it</h2>
          <Checkbox
            name="consent"
            problems={problems}
            checked={textOf(values, "consent") !== ""}
            label={CONSENT_TEXT}
            hint={
              <>
                Read the <a href="/terms-of-sharing">terms of sharing</a> and what we do for your{" "}
                <a href="/privacy">privacy</a>. You can take it back at any time.
              </>
            }
          />
          <proof-of-work src="/proof" field={PROOF_FIELD} />
          <Buttons>
            <Button name="act" value="send" icon="send">
              Send your update
            </Button>
          </Buttons>
        </Form>
      </WithAside>
    </>
  );
}

function Advice() {
  return (
    <>
      <AsideBlock title="What happens next">
        <ol class="stack">
          <li>You get a mail and confirm that it was you.</li>
          <li>An editor reads it, and asks you if something is unclear.</li>
          <li>It is published with your credit. You can follow every step on a page of your own.</li>
        </ol>
      </AsideBlock>
      <AsideBlock title="What helps others most">
        <ul class="stack">
          <li>The document itself: the letter, the agenda, the e-mail as it was sent.</li>
          <li>What you would do differently.</li>
          <li>A figure, if you have one, and where it comes from.</li>
        </ul>
      </AsideBlock>
      <AsideBlock title="Take your time">
        <p>With script on, what you type stays in this browser until you send it, even after a reload.</p>
      </AsideBlock>
    </>
  );
}
