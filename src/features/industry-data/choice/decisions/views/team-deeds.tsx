import { Button, Buttons } from "#ui/button.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { Section } from "#ui/layout.tsx";
import { ShownField } from "../../../regions/views/shown-field.tsx";
import { decisionPath } from "../../decision-paths.ts";
import type { DecisionPageProps } from "./decision-page-props.ts";

/** What only the team does with a decision. */
export function TeamDeeds({
  decision,
  versions,
  problems,
}: Pick<DecisionPageProps, "decision" | "versions" | "problems">) {
  const { id, version, shown } = decision;
  const isNewest = versions[0]?.id === id;
  return (
    <div class="no-print">
      <Section title="For your team" id="team">
        <Fold title="Tell the network" id="happening">
          <p class="measure">
            Carries the facts and the PDF into the form with which everybody shares what worked. Nothing is
            sent before you press the button there, and the editors of this site read it first.
          </p>
          <Form action={decisionPath(id, "happening")} bare>
            <Button look="quiet" icon="send">
              Begin a happening from this
            </Button>
          </Form>
        </Fold>
        <Fold title="Who may read it" open={Object.keys(problems).length > 0}>
          <Form action={decisionPath(id, "sharing")}>
            <Hidden name="version" value={version} />
            <ShownField
              label="Who may read the decision"
              hint="With the names of those who agreed."
              value={shown}
              problems={problems}
            />
            <Button look="quiet">Save</Button>
          </Form>
        </Fold>
        {isNewest && (
          <Fold title="Take it up again">
            <p class="measure">
              A new choice begins where this one ended, on the region’s counties and the figures of that day.
              What you decide then becomes version {decision.number + 1}; this one stays as it is.
            </p>
            <ConfirmStep question="Take the decision up again?">
              <Form action={decisionPath(id, "reopening")} bare>
                <Buttons>
                  <Button look="quiet" icon="rotate-ccw">
                    Take it up again
                  </Button>
                </Buttons>
              </Form>
            </ConfirmStep>
          </Fold>
        )}
      </Section>
    </div>
  );
}
