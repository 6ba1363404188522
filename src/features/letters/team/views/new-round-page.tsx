import type { Problems } from "#base/outcome.ts";
import { dayWords, type Meeting } from "#features/meetings/public.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { KIND_WORDS, LETTER_KINDS } from "../../kinds.ts";
import { lettersPath, lettersTrail } from "../../paths.ts";
import type { Template } from "../../templates/queries.ts";

export interface NewRoundPageProps {
  workspace: Workspace;
  meetings: Meeting[];
  templates: Template[];
  values: FormValues;
  problems: Problems;
}

/** What is to be written, and for which meeting. */
export function NewRoundPage({ workspace, meetings, templates, values, problems }: NewRoundPageProps) {
  return (
    <>
      <PageHead
        title="Write letters"
        trail={lettersTrail(workspace)}
        lede="Choose what they are for. You then see the text, who gets it and who does not, before anything goes out."
      />
      <ErrorSummary problems={problems} />
      <Form action={lettersPath(workspace.slug)}>
        <RadioGroup
          name="kind"
          label="What do you want to write?"
          value={textOf(values, "kind")}
          problems={problems}
          options={LETTER_KINDS.map((kind) => ({
            value: kind,
            label: KIND_WORDS[kind].one,
            hint: KIND_WORDS[kind].about,
          }))}
        />
        <Select
          name="meeting"
          label="For which meeting?"
          hint="Its guests get the letters, and its day and place stand in them."
          optional
          blank="No meeting: I choose people from the roster"
          value={textOf(values, "meeting")}
          problems={problems}
          options={meetings.map((meeting) => ({
            value: meeting.id,
            label: `${meeting.title}, ${dayWords(meeting)}`,
          }))}
        />
        <Select
          name="template"
          label="Which text to begin from?"
          hint="One of another kind than you chose above is not used."
          optional
          blank="Ours, or the site’s where we have none of our own"
          value={textOf(values, "template")}
          problems={problems}
          options={templates.map((template) => ({
            value: template.id,
            label: `${KIND_WORDS[template.kind].one}: ${template.title}${template.state === "own" ? " (ours)" : ""}`,
          }))}
        />
        <Button>Show me the text</Button>
      </Form>
    </>
  );
}
