import type { Problems } from "#base/outcome.ts";
import { rowsToShow } from "#platform/http/form-rows.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FieldGroup, problemsOf } from "#ui/field.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { Region } from "../../regions/queries.ts";
import { FIGURE_CRITERIA, MOST_OWN, MOST_WEIGHT } from "../content.ts";
import { choicePath, trailTo } from "../door.ts";
import { FIGURES } from "../figures.ts";
import { figureField, ownField, weightField } from "../forms.ts";
import { PRESETS } from "../presets.ts";
import type { Choice } from "../queries.ts";
import { ChangedMeanwhile } from "./stale.tsx";

export interface CriteriaPageProps {
  region: Region;
  choice: Choice;
  values: FormValues;
  stale: boolean;
  problems: Problems;
}

/** What counts how much. */
export function CriteriaPage({ region, choice, values, stale, problems }: CriteriaPageProps) {
  return (
    <>
      <PageHead
        title="What counts, and how much"
        trail={trailTo(region, choice)}
        lede={`Each criterion weighs from 0 to ${MOST_WEIGHT}; 0 leaves it out. Only the proportion counts: 2 and 4 say the same as 5 and 10.`}
      />
      <ErrorSummary problems={problems} />
      <ChangedMeanwhile stale={stale} />
      <Section title="Begin with weights from the field">
        <ul class="bare presets">
          {PRESETS.map(({ id, title, words }) => (
            <li class={textOf(values, "preset") === id ? "preset chosen" : "preset"}>
              <h3>{title}</h3>
              <p class="small">{words}</p>
              <p>
                <a href={`${choicePath(region, choice.id, "criteria")}?use=${id}`}>
                  Fill these weights in<span class="visually-hidden">: {title}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Form
        action={choicePath(region, choice.id, "criteria")}
        keep={`criteria-${choice.id}-${textOf(values, "version")}-${textOf(values, "preset")}`}
        width="wide"
      >
        <Hidden name="version" value={textOf(values, "version")} />
        <Hidden name="preset" value={textOf(values, "preset")} />
        <Section title="What the figures say">
          <FieldGroup name="weights" label="Weights of the figures" problems={problems}>
            <div class="weights">
              {FIGURE_CRITERIA.map(({ id, name, figures }, index) => (
                <div class="weight-row">
                  <TextField
                    name={weightField(id)}
                    label={name}
                    type="number"
                    min="0"
                    max={String(MOST_WEIGHT)}
                    step="1"
                    inputmode="numeric"
                    width="short"
                    value={textOf(values, weightField(id))}
                    problems={problems}
                  />
                  {figures.length > 1 ? (
                    <Select
                      name={figureField(id)}
                      label={`${name} by`}
                      options={figures.map((key) => ({ value: key, label: FIGURES[key].label }))}
                      value={textOf(values, figureField(id))}
                    />
                  ) : (
                    <p class="weight-figure small">By: {FIGURES[figures[0]].label}</p>
                  )}
                  {index === 0 && problemsOf({ name: "weights", problems }).length > 0 && (
                    <span id="field-weights" tabindex={-1} />
                  )}
                </div>
              ))}
            </div>
          </FieldGroup>
        </Section>
        <Section title="What you know and no figure shows">
          <p class="measure">
            Each of you scores these from 1 to 5 for every candidate. Change them as you like: an empty name
            and hint take one out, and the last is free for one more.
          </p>
          {Array.from({ length: rowsToShow(values, "own", ["name", "hint"], MOST_OWN, 1) }, (_, index) => (
            <OwnRow index={index} values={values} problems={problems} />
          ))}
        </Section>
        <RadioGroup
          name="scale"
          label="How the criteria are made comparable"
          options={[
            {
              value: "min-max",
              label: "By distance",
              hint: "The least of the candidates gets 0, the most gets 100, the others stand in between as far as they are apart. One that stands far out presses the others together.",
            },
            {
              value: "rank",
              label: "By rank",
              hint: "What counts is how many of the other candidates one is better than, not by how much.",
            },
          ]}
          value={textOf(values, "scale")}
          problems={problems}
        />
        <Button>Save</Button>
      </Form>
    </>
  );
}

function OwnRow({ index, values, problems }: { index: number; values: FormValues; problems: Problems }) {
  const field = (name: "name" | "hint" | "weight") => {
    const full = ownField(index, name);
    return { name: full, value: textOf(values, full), problems };
  };
  const number = index + 1;
  return (
    <fieldset class="own-criterion">
      <legend>Your own, number {number}</legend>
      <Hidden name={ownField(index, "id")} value={textOf(values, ownField(index, "id"))} />
      <TextField {...field("name")} label="Name" optional="told above" />
      <TextField
        {...field("weight")}
        label="Weight"
        type="number"
        min="0"
        max={String(MOST_WEIGHT)}
        step="1"
        inputmode="numeric"
        width="short"
        optional="told above"
      />
      <TextField {...field("hint")} label="What to think of" optional="told above" />
    </fieldset>
  );
}
