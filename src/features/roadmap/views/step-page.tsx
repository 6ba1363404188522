import type { Problems } from "#base/outcome.ts";
import { tablePath, tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { PHASES } from "../phases.ts";
import type { Step } from "../queries.ts";

export interface StepPageProps {
  workspace: Workspace;
  /** The one to change; without it, one is added. */
  step: Step | undefined;
  values: FormValues;
  problems: Problems;
}

/** Changes a step, moves its day, sets it aside; or adds one of the team's own. */
export function StepPage({ workspace, step, values, problems }: StepPageProps) {
  const path = tablePath(workspace.slug, "roadmap");
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  const counts = step?.daysFromLaunch != null;
  return (
    <>
      <PageHead
        title={step ? "Change the step" : "Add a step"}
        trail={tableTrail(workspace, { href: path, label: "Roadmap" })}
      />
      <ErrorSummary problems={problems} />
      <Form action={step ? `${path}/steps/${step.id}` : `${path}/steps`} guard>
        <TextField {...field("title")} label="What is to be done" />
        <TextArea {...field("note")} label="Note" rows={3} most={1_000} optional />
        <Select
          {...field("phase")}
          label="Where it belongs"
          options={PHASES.map(({ key, title }) => ({ value: key, label: title }))}
        />
        <TextField
          {...field("dueOn")}
          type="date"
          label="Day"
          hint={
            counts
              ? "Leave it empty to count from the launch; a day set here stays where it is when the launch moves."
              : "Leave it empty where it has none."
          }
          width="medium"
          optional
        />
        <Buttons>
          <Button>Save</Button>
          <ButtonLink href={path} look="plain">
            Cancel
          </ButtonLink>
        </Buttons>
      </Form>
      {step && (
        <Section title={step.setAsideAt ? "It is set aside" : "Not needed here?"}>
          <Form action={`${path}/steps/${step.id}/state`} bare>
            <p class="measure">
              {step.setAsideAt
                ? "Take it up again, and it counts as before."
                : "Set it aside: it stays on the roadmap, struck out, and nobody is reminded of it."}
            </p>
            <Buttons>
              <Button look="quiet" name="state" value={step.setAsideAt ? "needed" : "aside"}>
                {step.setAsideAt ? "Take it up again" : "Set it aside"}
              </Button>
            </Buttons>
          </Form>
        </Section>
      )}
    </>
  );
}
