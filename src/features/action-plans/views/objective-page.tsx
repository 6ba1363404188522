import type { Problems } from "#base/outcome.ts";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { planPath } from "../paths.ts";
import type { Objective } from "../queries.ts";

export interface ObjectivePageProps {
  workspace: Workspace;
  objective: Objective;
  values: FormValues;
  theirs: FormValues | undefined;
  problems: Problems;
}

export function ObjectivePage({ workspace, objective, values, theirs, problems }: ObjectivePageProps) {
  const { slug } = workspace;
  const path = planPath(slug, "objectives", objective.id);
  return (
    <>
      <PageHead
        title="Change the objective"
        trail={tableTrail(workspace, { href: planPath(slug), label: "Action plan" })}
      />
      <ErrorSummary problems={problems} />
      {theirs && (
        <StaleNotice
          fields={[
            { label: "The objective", theirs: textOf(theirs, "title"), yours: textOf(values, "title") },
          ]}
        />
      )}
      <Form action={path}>
        <Hidden name="version" value={textOf(values, "version")} />
        <TextField name="title" label="The objective" value={textOf(values, "title")} problems={problems} />
        <Buttons>
          <Button>Save</Button>
          <ButtonLink href={planPath(slug, "priorities", objective.priority)} look="plain">
            Cancel
          </ButtonLink>
        </Buttons>
      </Form>
      <Section title="Take it away">
        <Form action={`${path}/removal`} bare>
          <p class="measure">Its actions stay in the plan, under the priority itself.</p>
          <Buttons>
            <Button look="quiet">Take the objective away</Button>
          </Buttons>
        </Form>
      </Section>
    </>
  );
}
