import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { FieldGroup } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { Scored } from "../../figures/scoring.ts";
import type { Region } from "../../regions/queries.ts";
import { type Criterion, MOST_WEIGHT } from "../content.ts";
import { choicePath } from "../door.ts";
import { criteriaValues, weightField } from "../forms.ts";
import type { Choice } from "../queries.ts";
import { shownWeight } from "../trying.ts";

export interface TryWeightsProps {
  region: Region;
  choice: Choice;
  /** As somebody tries them. */
  values: FormValues;
  isOpen: boolean;
  problems: Problems;
}

/** Asks how the order would be with other weights. Nothing is kept by it. */
export function TryWeightsForm({ region, choice, values, isOpen, problems }: TryWeightsProps) {
  return (
    <Fold title="Try other weights" open={isOpen} id="weights">
      <try-weights parts="order order-numbers">
        <Form action={choicePath(region, choice.id, "ranking")} method="get">
          <FieldGroup
            name="weights"
            label="What counts how much"
            hint={`From 0 to ${MOST_WEIGHT}. It changes nothing until you keep it.`}
            problems={problems}
          >
            <div class="tried-weights">
              {choice.criteria.map((criterion, index) => (
                <div id={index === 0 ? "field-weights" : undefined}>
                  <TextField
                    name={weightField(criterion.id)}
                    label={criterion.name}
                    type="number"
                    min="0"
                    max={String(MOST_WEIGHT)}
                    step="1"
                    inputmode="numeric"
                    width="short"
                    value={shownWeight(values, criterion)}
                    problems={problems}
                  />
                </div>
              ))}
            </div>
          </FieldGroup>
          <Buttons>
            <Button look="quiet">Show the order</Button>
          </Buttons>
        </Form>
      </try-weights>
    </Fold>
  );
}

export interface TriedProps {
  region: Region;
  choice: Choice;
  tried: readonly Criterion[];
  /** The first by the weights that are tried, and by those that are kept. */
  first: Scored | undefined;
  firstKept: Scored | undefined;
  titleOf: (industry: string) => string;
}

/** What the weights that are tried would change, and the way to keep them. */
export function TriedNotice({ region, choice, tried, first, firstKept, titleOf }: TriedProps) {
  const fields = { ...criteriaValues(tried, choice.scale, ""), version: String(choice.version) };
  return (
    <Notice
      live
      title={
        first && first.key === firstKept?.key
          ? `${titleOf(first.key)} stays first with the weights that you try`
          : `With the weights that you try, ${first ? titleOf(first.key) : "another"} would be first${firstKept ? ` instead of ${titleOf(firstKept.key)}` : ""}`
      }
    >
      <p>Nothing is kept so far. The address shows these weights to whoever of your team opens it.</p>
      <Form action={choicePath(region, choice.id, "criteria")} bare>
        {Object.keys(fields).map((name) => (
          <Hidden name={name} value={textOf(fields, name)} />
        ))}
        <Hidden name="back" value="ranking" />
        <Buttons>
          <Button>Keep these weights</Button>
          <ButtonLink href={choicePath(region, choice.id, "ranking")} look="quiet">
            Back to your own
          </ButtonLink>
        </Buttons>
      </Form>
    </Notice>
  );
}
