import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { nameOrAddress } from "#features/roster/public.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { CheckboxGroup } from "#ui/choice-fields.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { planPath } from "../../paths.ts";
import type { PlanAction } from "../../queries.ts";
import type { Named } from "../story.ts";

export interface ConsentPageProps {
  workspace: Workspace;
  action: PlanAction;
  named: readonly Named[];
}

/** Who agreed to be named, before the facts go into the form with which everybody shares. */
export function ConsentPage({ workspace, action, named }: ConsentPageProps) {
  const path = planPath(workspace.slug, "actions", action.id);
  return (
    <>
      <PageHead
        title="Turn this into a happening"
        trail={tableTrail(
          workspace,
          { href: planPath(workspace.slug), label: "Action plan" },
          { href: path, label: action.words },
        )}
        lede="Its facts go into the form with which everybody shares what worked. You read it over there, make the words your own, and an editor reads it before it is published."
      />
      <Form action={`${path}/happening`}>
        {named.length > 0 ? (
          <CheckboxGroup
            name="agreed"
            label="Who agreed to be named?"
            hint="Ask them first. Whoever is not ticked here is left out of every text, wherever the name stands in full."
            options={named.map(({ contact, part }) => ({
              value: contact.id,
              label: `${nameOrAddress(contact)} agreed to be named`,
              hint: [part, contact.company?.name].filter(Boolean).join(", "),
            }))}
            optional
          />
        ) : (
          <p class="measure">Nobody of your roster has a part in it, so nobody is named.</p>
        )}
        <Buttons>
          <Button>Go on</Button>
          <ButtonLink href={path} look="plain">
            Not now
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}
