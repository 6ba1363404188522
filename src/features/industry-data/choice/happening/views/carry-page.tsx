import { SHARE_PATH } from "#features/happenings/public.ts";
import type { FormValues } from "#platform/http/forms.ts";
import { listOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { decisionPath } from "../../decision-paths.ts";
import type { Decision } from "../../decisions/queries.ts";

/** The step from a decision to the form with which everybody shares. */
export function CarryPage({ decision, values }: { decision: Decision; values: FormValues }) {
  return (
    <>
      <PageHead
        title="Tell the network"
        trail={[{ href: decisionPath(decision.id), label: "The decision" }]}
        lede="Your facts and the PDF go into the form with which everybody shares what worked. Read it over there, make the words your own, and send it; an editor reads it before it is published."
      />
      {decision.shown !== "everyone" && (
        <p class="measure">
          The PDF names those who agreed, and this decision is not shown to everyone so far. Ask them first,
          or leave the PDF out in the form.
        </p>
      )}
      <Form action={SHARE_PATH} files bare>
        {Object.keys(values).flatMap((name) =>
          listOf(values, name).map((value) => <Hidden name={name} value={value} />),
        )}
        <Buttons>
          <Button icon="arrow-right">Go on to the form</Button>
          <ButtonLink href={decisionPath(decision.id)} look="plain">
            Not now
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}
