import type { Problems } from "#base/outcome.ts";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { type Choice, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { planPath } from "../paths.ts";
import type { PlanAction } from "../queries.ts";
import { STATUS_WORDS, STATUSES, type Status } from "../statuses.ts";

export interface ActionFormProps {
  workspace: Workspace;
  /** The one to change; without it, one is added. */
  action: PlanAction | undefined;
  places: Choice[];
  /** Names that the owner's field suggests. */
  owners: string[];
  values: FormValues;
  /** What somebody else saved while this form was open. */
  theirs: FormValues | undefined;
  problems: Problems;
}

/** Adds an action to the plan, or changes one. */
export function ActionForm(props: ActionFormProps) {
  const { workspace, action, places, owners, values, theirs, problems } = props;
  const { slug } = workspace;
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  const back = action ? planPath(slug, "actions", action.id) : planPath(slug);
  return (
    <>
      <PageHead
        title={action ? "Change the action" : "Add an action"}
        trail={tableTrail(workspace, { href: planPath(slug), label: "Action plan" })}
        lede="An action with an owner and a day gets done. Only your team reads this, unless you show the plan."
      />
      <ErrorSummary problems={problems} />
      {theirs && <StaleNotice fields={fieldsOf(theirs, values)} />}
      <Form
        action={action ? planPath(slug, "actions", action.id, "edit") : planPath(slug, "actions")}
        keep={action ? `plan-${action.id}-${textOf(values, "version")}` : `plan-new-${workspace.id}`}
        guard
      >
        {action && <Hidden name="version" value={textOf(values, "version")} />}
        <TextField
          {...field("words")}
          label="What is done"
          hint="Begin with a verb: “Visit the two colleges and agree on one application form”."
        />
        <Select
          {...field("place")}
          label="Where it belongs"
          blank="Choose a priority or one of its objectives"
          options={places}
        />
        <FieldsRow>
          <TextField
            {...field("owner")}
            label="Owner"
            hint="One person. Somebody of the roster gets the monthly letter; any other name is only written down."
            suggestions={owners}
            autocomplete="off"
            optional
          />
          <TextField {...field("dueOn")} type="date" label="Due" hint="A day they believe in." optional />
        </FieldsRow>
        <Select
          {...field("status")}
          label="How it stands"
          options={STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))}
          width="medium"
        />
        <TextArea
          {...field("evidence")}
          label="Evidence"
          hint="What shows that it is done or under way: who says so, a number, a first result. It stays with your team."
          rows={3}
          most={1_000}
          optional
        />
        <TextField {...field("evidenceUrl")} type="url" label="Link to the evidence" optional />
        <Buttons>
          <Button>{action ? "Save" : "Add to the plan"}</Button>
          <ButtonLink href={back} look="plain">
            Cancel
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}

const LABELS: Record<string, string> = {
  words: "What is done",
  owner: "Owner",
  dueOn: "Due",
  status: "How it stands",
  evidence: "Evidence",
  evidenceUrl: "Link to the evidence",
};

function fieldsOf(theirs: FormValues, yours: FormValues) {
  const words = (values: FormValues, name: string) =>
    name === "status" ? STATUS_WORDS[textOf(values, name) as Status] : textOf(values, name);
  return Object.entries(LABELS).map(([name, label]) => ({
    label,
    theirs: words(theirs, name),
    yours: words(yours, name),
  }));
}
