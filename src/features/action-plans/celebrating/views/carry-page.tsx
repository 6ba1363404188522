import { SHARE_PATH } from "#features/happenings/public.ts";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { planPath } from "../../paths.ts";
import type { PlanAction } from "../../queries.ts";

export interface CarryPageProps {
  workspace: Workspace;
  action: PlanAction;
  values: FormValues;
}

/** What goes along, and the step to the form with which everybody shares. */
export function CarryPage({ workspace, action, values }: CarryPageProps) {
  const path = planPath(workspace.slug, "actions", action.id);
  return (
    <>
      <PageHead
        title="This goes into the form"
        trail={tableTrail(
          workspace,
          { href: planPath(workspace.slug), label: "Action plan" },
          { href: path, label: action.words },
        )}
        lede="Nothing is sent yet. Read it here and change it over there: a first name alone is not found by us."
      />
      <div class="plan-preview-box">
        <h2>{textOf(values, "title")}</h2>
        <p>{textOf(values, "summary")}</p>
        <p class="as-typed">{textOf(values, "story")}</p>
      </div>
      <Form action={SHARE_PATH} files bare>
        {Object.keys(values).flatMap((name) =>
          listOf(values, name).map((value) => <Hidden name={name} value={value} />),
        )}
        <Buttons>
          <Button icon="arrow-right">Go on to the form</Button>
          <ButtonLink href={path} look="plain">
            Not now
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}
