import type { Problems } from "#base/outcome.ts";
import { THEMES, tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { planPath } from "../paths.ts";
import type { Priority } from "../queries.ts";
import { PRIORITY_STATE_WORDS, PRIORITY_STATES } from "../statuses.ts";

export interface PriorityFormProps {
  workspace: Workspace;
  /** The one to change; without it, one is added. */
  priority: Priority | undefined;
  /** Names of the roster. */
  suggestions: string[];
  values: FormValues;
  theirs: FormValues | undefined;
  problems: Problems;
}

/** Adds a priority, or changes it with the charter of its action team. */
export function PriorityForm(props: PriorityFormProps) {
  const { workspace, priority, suggestions, values, theirs, problems } = props;
  const { slug } = workspace;
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  const back = priority ? planPath(slug, "priorities", priority.id) : planPath(slug);
  return (
    <>
      <PageHead
        title={priority ? "Change the priority and its charter" : "Add a priority"}
        trail={tableTrail(workspace, { href: planPath(slug), label: "Action plan" })}
        lede="Business sets it and leads it; a support partner helps it happen."
      />
      <ErrorSummary problems={problems} />
      {theirs && <StaleNotice fields={fieldsOf(theirs, values)} />}
      <Form
        action={priority ? planPath(slug, "priorities", priority.id, "edit") : planPath(slug, "priorities")}
        keep={
          priority ? `plan-${priority.id}-${textOf(values, "version")}` : `plan-priority-new-${workspace.id}`
        }
        guard
      >
        {priority && <Hidden name="version" value={textOf(values, "version")} />}
        <TextField
          {...field("title")}
          label="The priority"
          hint="In the words of those who set it: “Grow our own nurses”."
        />
        <FieldsRow>
          <Select
            {...field("theme")}
            label="Theme"
            blank="None"
            options={Object.entries(THEMES).map(([value, label]) => ({ value, label }))}
            optional
          />
          <Select
            {...field("state")}
            label="How it stands"
            options={PRIORITY_STATES.map((value) => ({ value, label: PRIORITY_STATE_WORDS[value] }))}
          />
        </FieldsRow>
        <FieldsRow>
          <TextField
            {...field("businessLead")}
            label="Business lead"
            hint="A champion of your roster who drives it."
            suggestions={suggestions}
            autocomplete="off"
            optional
          />
          <TextField
            {...field("supportLead")}
            label="Support lead"
            hint="The support partner who helps the lead."
            suggestions={suggestions}
            autocomplete="off"
            optional
          />
        </FieldsRow>
        <Fold
          title="The action team’s charter"
          open={priority !== undefined || ["problem", "measure", "rhythm"].some((name) => problems[name])}
        >
          <TextArea
            {...field("problem")}
            label="The problem"
            hint="What business runs into, with a number where there is one."
            rows={3}
            most={1_500}
            optional
          />
          <TextArea {...field("desiredResult")} label="The desired result" rows={3} most={1_500} optional />
          <TextArea
            {...field("measure")}
            label="How you will know"
            hint="The measure, where it stands today, and where it should be."
            rows={2}
            most={600}
            optional
          />
          <TextArea
            {...field("firstDays")}
            label="The first 90 days"
            hint="What people will be able to see by then."
            rows={3}
            most={1_500}
            optional
          />
          <TextField
            {...field("rhythm")}
            label="How often the team meets"
            hint="“First Tuesday of the month, 7:30 AM, at the mill”."
            optional
          />
        </Fold>
        <Buttons>
          <Button>{priority ? "Save" : "Add to the plan"}</Button>
          <ButtonLink href={back} look="plain">
            Cancel
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}

const LABELS: Record<string, string> = {
  title: "The priority",
  businessLead: "Business lead",
  supportLead: "Support lead",
  problem: "The problem",
  desiredResult: "The desired result",
  measure: "How you will know",
  firstDays: "The first 90 days",
  rhythm: "How often the team meets",
};

function fieldsOf(theirs: FormValues, yours: FormValues) {
  return Object.entries(LABELS).map(([name, label]) => ({
    label,
    theirs: textOf(theirs, name),
    yours: textOf(yours, name),
  }));
}
