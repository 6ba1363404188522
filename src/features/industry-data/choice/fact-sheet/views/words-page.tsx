import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { decisionPath } from "../../decision-paths.ts";
import type { Decision } from "../../decisions/queries.ts";

export interface WordsPageProps {
  decision: Decision;
  values: FormValues;
  /** What somebody else saved while this form was open. */
  theirs: FormValues | undefined;
  problems: Problems;
}

/** What a team adds to its sheet of facts. */
export function WordsPage({ decision, values, theirs, problems }: WordsPageProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <PageHead
        title="What you ask"
        trail={[
          { href: decisionPath(decision.id), label: "The decision" },
          { href: decisionPath(decision.id, "fact-sheet"), label: "Facts" },
        ]}
        lede="The figures stay as you decided on them. The words are yours."
      />
      <ErrorSummary problems={problems} />
      {theirs && (
        <StaleNotice
          fields={[
            { label: "What you ask", theirs: textOf(theirs, "ask"), yours: textOf(values, "ask") },
            { label: "Contact", theirs: textOf(theirs, "contact"), yours: textOf(values, "contact") },
          ]}
        />
      )}
      <Form action={decisionPath(decision.id, "fact-sheet", "words")} keep={`fact-sheet-${decision.id}`}>
        <Hidden name="version" value={textOf(values, "version")} />
        <TextArea {...field("ask")} label="What you ask of whoever gets it" rows={4} most={500} />
        <TextField
          {...field("contact")}
          label="Who answers questions"
          hint="A name with a telephone number or an address, as it may be read by everybody who gets the sheet."
          optional
        />
        <Button>Save</Button>
      </Form>
    </>
  );
}
