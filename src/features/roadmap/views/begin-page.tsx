import type { Problems } from "#base/outcome.ts";
import { tablePath, tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { DEFAULT_PLAN } from "../default-plan.ts";
import { PHASES } from "../phases.ts";

export interface BeginPageProps {
  workspace: Workspace;
  values: FormValues;
  problems: Problems;
}

/** Before there is a roadmap: what it would hold, and the one date it counts from. */
export function BeginPage({ workspace, values, problems }: BeginPageProps) {
  return (
    <>
      <PageHead
        title="Roadmap"
        trail={tableTrail(workspace)}
        lede="From the academy to the second meeting in some eight months, as partnerships that launched well have done it. Name the day of your launch and every step has a date; move, add and set aside what does not fit."
      />
      <ErrorSummary problems={problems} />
      <Form action={tablePath(workspace.slug, "roadmap")}>
        <TextField
          name="launchOn"
          type="date"
          label="Day of the launch"
          hint="A day you have in mind is enough. Leave it empty if there is none yet, and the steps stand without dates."
          value={textOf(values, "launchOn")}
          problems={problems}
          width="medium"
          optional
        />
        <Buttons>
          <Button>Lay the roadmap out</Button>
        </Buttons>
      </Form>
      <ol class="bare plan-preview">
        {PHASES.map(({ key, title }) => (
          <li>
            <h2>{title}</h2>
            <ul>
              {DEFAULT_PLAN.filter(({ phase }) => phase === key).map((step) => (
                <li>{step.title}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
