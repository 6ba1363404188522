import type { Problems } from "#base/outcome.ts";
import type { FormValues } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Diff, type DiffField } from "#ui/diff.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import type { Choices } from "../choices.ts";
import type { FileRow } from "../documents.ts";
import { DocumentFields } from "./document-fields.tsx";
import { fieldOf } from "./field-of.ts";
import { FirstButton, PreviewPart, SeenPreview } from "./preview-parts.tsx";
import { CreditFields, PartnershipFields, WhatFields } from "./what-fields.tsx";

export interface EditPageProps {
  title: string;
  statusHref: string;
  draft: string;
  version: number;
  values: FormValues;
  problems: Problems;
  rows: FileRow[];
  links: string[];
  choices: Choices;
  siteUrl: string;
  seePreview: boolean;
  /** The editors asked for changes, so saving hands it back to them. */
  wasAsked: boolean;
  /** Somebody saved meanwhile: what they changed; absent when nobody did. */
  meanwhile?: DiffField[];
}

/** The same form again, for what was sent in already. */
export function EditPage(props: EditPageProps) {
  const { values, problems, rows, links, choices, statusHref } = props;
  const state = { values, problems };
  const action = `${statusHref}/edit`;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title={`Change “${props.title}”`}
        trail={[{ href: statusHref, label: "Status of your update" }]}
        lede={props.wasAsked ? "Saving sends it back to the editors." : undefined}
      />
      {props.meanwhile && (
        <Notice tone="warning" title="An editor saved a newer version while you were writing" live>
          <p>
            Nothing is lost: theirs is saved, and yours stands in the form below. Take over what you want of
            theirs and save again; yours then becomes the newest.
          </p>
          <Diff fields={props.meanwhile} />
        </Notice>
      )}
      <div class="stack">
        {props.seePreview && <SeenPreview {...props} keys={[...rows.map(({ key }) => key), ...links]} />}
        <Form action={action} files keep={props.draft} guard>
          <FirstButton />
          <Hidden name="version" value={props.version} />
          <PartnershipFields {...state} partnerships={choices.partnerships} />
          <WhatFields {...state} choices={choices} />
          <DocumentFields {...state} rows={rows} links={links} action={action} />
          <CreditFields {...state} />
          <PreviewPart action={action} src="/share/preview" />
          <h2>Save it</h2>
          <TextArea
            {...fieldOf(state, "answer")}
            label="A word to the editor"
            hint="What you changed and why, or an answer to their question."
            rows={4}
            most={10_000}
            optional
          />
          <Buttons>
            <Button name="act" value="send">
              {props.wasAsked ? "Save and send back" : "Save"}
            </Button>
            <ButtonLink look="quiet" href={statusHref}>
              Leave it as it was
            </ButtonLink>
          </Buttons>
        </Form>
      </div>
    </>
  );
}
