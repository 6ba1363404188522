import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { Topic } from "../queries.ts";

export interface TopicFormProps {
  /** What is being changed; without it something new is added. */
  existing?: Topic | undefined;
  values: FormValues;
  problems: Problems;
  saved?: boolean;
  /** What stands now, where somebody else saved it meanwhile. */
  theirs?: FormValues | undefined;
}

const LABELS = { name: "Name", description: "Description" };

export function TopicFormPage({ existing, values, problems, saved, theirs }: TopicFormProps) {
  const field = <N extends keyof typeof LABELS>(name: N) => ({
    name,
    label: LABELS[name],
    value: textOf(values, name),
    problems,
  });
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title={existing ? `Change ${existing.name}` : "Add a topic"}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/topics", label: "Topics" },
        ]}
      />
      {saved && (
        <Notice tone="success" live>
          <p>Saved.</p>
          <TypedSent name="topic" />
        </Notice>
      )}
      {theirs && (
        <StaleNotice
          fields={Object.entries(LABELS).map(([name, label]) => ({
            label,
            theirs: textOf(theirs, name),
            yours: textOf(values, name),
          }))}
        />
      )}
      <Form
        action={existing ? `/desk/topics/${existing.id}` : "/desk/topics"}
        keep={existing ? undefined : "topic"}
      >
        <Hidden name="version" value={textOf(values, "version")} />
        <TextField {...field("name")} />
        <TextField {...field("description")} hint="One sentence, for those who wonder what belongs here." />
        <Buttons>
          <Button>{existing ? "Save" : "Add the topic"}</Button>
        </Buttons>
      </Form>
    </>
  );
}
