import type { Problems } from "#base/outcome.ts";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { planPath } from "../../paths.ts";
import type { Plan } from "../../queries.ts";
import { SHOWN, SHOWN_WORDS } from "../../statuses.ts";
import type { PublicPlan } from "../public-plan.ts";
import { PublicPlanBody } from "./public-plan.tsx";

export interface ShownPageProps {
  workspace: Workspace;
  plan: Plan;
  /** As readers would see it with its actions. */
  preview: PublicPlan | undefined;
  values: FormValues;
  problems: Problems;
  isStale: boolean;
  done: boolean;
}

/** How much of the plan everybody may see, with how it would look. */
export function ShownPage(props: ShownPageProps) {
  const { workspace, plan, preview, values, problems, isStale, done } = props;
  const { slug } = workspace;
  return (
    <>
      <PageHead
        title="What everyone sees"
        trail={tableTrail(workspace, { href: planPath(slug), label: "Action plan" })}
        lede="A plan that others can read shows that business work goes on. How much of it, your team decides; nothing is shown until you do."
      />
      {done && (
        <Notice tone="success" title="It is as you chose" live>
          <p>Readers see it from now on{plan.shown === "nothing" ? ": nothing of the plan." : "."}</p>
        </Notice>
      )}
      {isStale && (
        <Notice tone="warning" title="Somebody chose just before you" live>
          <p>Nothing was overwritten. Your choice still stands below; save again if it is meant.</p>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      <Form action={planPath(slug, "shown")}>
        <Hidden name="version" value={textOf(values, "version")} />
        <RadioGroup
          name="shown"
          label="Everybody may see"
          problems={problems}
          value={textOf(values, "shown")}
          options={SHOWN.map((value) => ({ value, ...SHOWN_WORDS[value] }))}
        />
        <Buttons>
          <Button>Save</Button>
          <ButtonLink href={planPath(slug)} look="plain">
            Cancel
          </ButtonLink>
        </Buttons>
      </Form>
      {preview && (
        <Section title="How it would look with its actions">
          <p class="measure">
            Full names of people on your roster, and e-mail addresses, are taken out of the texts by
            themselves. Read it over all the same: a first name alone, or “the owner of the mill”, stays.
          </p>
          <div class="plan-preview-box">
            <PublicPlanBody plan={preview} />
          </div>
        </Section>
      )}
    </>
  );
}
