import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { AsideBlock, PageHead, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import { KIND_WORDS, MOST } from "../../kinds.ts";
import { libraryPath } from "../../paths.ts";
import type { Template } from "../../templates/queries.ts";
import { LetterProse } from "../../views/letter-prose.tsx";

export interface DeskOfferPageProps {
  template: Template;
  partnership: string;
  values: FormValues;
  problems: Problems;
}

const STATES: Record<string, string> = {
  shared: "It is in the library.",
  declined: "It was not taken.",
  withdrawn: "The partnership took it back.",
};

/** A text that a partnership offers to the library, for an editor to read. */
export function DeskOfferPage({ template, partnership, values, problems }: DeskOfferPageProps) {
  return (
    <>
      <PageHead
        title={template.title}
        trail={[{ href: "/desk", label: "Desk" }]}
        lede={template.about || undefined}
      />
      <ErrorSummary problems={problems} />
      <WithAside
        label="About this offer"
        aside={
          <AsideBlock title="About this offer">
            <DefinitionList
              entries={[
                { term: "Kind", value: KIND_WORDS[template.kind].one },
                { term: "From", value: partnership },
                { term: "Credit", value: template.credit || "Nobody" },
                { term: "Offered by", value: template.changedBy },
                { term: "Greeting without a name", value: template.unknownGreeting },
              ]}
            />
          </AsideBlock>
        }
      >
        <LetterProse letter={template} />
        {template.state === "offered" ? (
          <Form action={`/desk/letters/${template.id}`}>
            <RadioGroup
              name="answer"
              label="Does it go into the library?"
              value={textOf(values, "answer")}
              problems={problems}
              options={[
                { value: "shared", label: "Yes", hint: "Everybody can read it, with the credit above." },
                { value: "declined", label: "No", hint: "The partnership keeps it for itself." },
              ]}
            />
            <TextArea
              name="word"
              label="A word to the partnership"
              rows={3}
              most={MOST.word}
              optional
              value={textOf(values, "word")}
              problems={problems}
            />
            <Button>Save</Button>
          </Form>
        ) : (
          <Notice tone="success" title={STATES[template.state] ?? ""}>
            {template.slug && (
              <p>
                <a href={libraryPath(template.slug)}>See it there</a>
              </p>
            )}
          </Notice>
        )}
      </WithAside>
    </>
  );
}
