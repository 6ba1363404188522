import type { Problems } from "#base/outcome.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { KIND_WORDS, type LetterKind, MOST } from "../../kinds.ts";
import { lettersPath, lettersTrail } from "../../paths.ts";
import type { PrivateFact } from "../../templates/private-facts.ts";

export interface OfferPageProps {
  workspace: Workspace;
  kind: LetterKind;
  facts: PrivateFact[];
  values: FormValues;
  problems: Problems;
}

/** What would leave, word for word, and what was taken out of it. */
export function OfferPage({ workspace, kind, facts, values, problems }: OfferPageProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <PageHead
        title="Offer it to the library"
        trail={lettersTrail(workspace, {
          href: lettersPath(workspace.slug, "templates"),
          label: "Your own texts",
        })}
        lede={`Others can then begin their ${KIND_WORDS[kind].one.toLowerCase()} from yours. An editor reads it first; just what stands below is sent.`}
      />
      <ErrorSummary problems={problems} />
      <Notice
        tone={facts.length > 0 ? "warning" : "info"}
        title={facts.length > 0 ? "This was taken out" : "We found nothing private"}
      >
        {facts.length > 0 && (
          <ul>
            {facts.map(({ found, becomes }) => (
              <li>
                “{found}” became <code>{becomes}</code>
              </li>
            ))}
          </ul>
        )}
        <p>
          Please read it once more with a stranger’s eyes: names and figures we do not know, we cannot find.
        </p>
      </Notice>
      <Form action={lettersPath(workspace.slug, "templates", kind, "offer")} width="wide">
        <TextField {...field("title")} label="Title" />
        <TextArea {...field("about")} label="What it is good for" rows={3} most={MOST.about} optional />
        <TextField {...field("subject")} label="Subject" />
        <TextArea {...field("body")} label="Text" rows={16} most={MOST.body} />
        <TextField {...field("unknownGreeting")} label="Greeting where no name is known" width="medium" />
        <TextField
          {...field("credit")}
          label="Whom to thank"
          hint="Shown beside it in the library; leave it empty to stay unnamed."
          optional
        />
        <Button icon="send">Offer it</Button>
      </Form>
    </>
  );
}
