import type { Problems } from "#base/outcome.ts";
import { rowsToShow } from "#platform/http/form-rows.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "#ui/choice-fields.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FieldGroup } from "#ui/field.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import type { IndustryRow } from "../../../analysis/answer.ts";
import type { Scored } from "../../../figures/scoring.ts";
import type { Region } from "../../../regions/queries.ts";
import { ShownField } from "../../../regions/views/shown-field.tsx";
import { choicePath, trailTo } from "../../door.ts";
import type { Choice } from "../../queries.ts";
import { pointsText } from "../../score-words.ts";
import { ChangedMeanwhile } from "../../views/stale.tsx";
import { DISSENT_FIELDS, MOST_DISSENT, MOST_OTHERS, OTHER_FIELDS } from "../forms.ts";

export interface DecidePageProps {
  region: Region;
  choice: Choice;
  rows: readonly IndustryRow[];
  /** In the order of their scores. */
  ranking: Scored[];
  /** Those that the rounds left; undefined where there were none. */
  stillIn: string[] | undefined;
  team: { id: string; name: string }[];
  today: string;
  values: FormValues;
  stale: boolean;
  problems: Problems;
}

/** The decision as the team writes it down together. */
export function DecidePage(props: DecidePageProps) {
  const { region, choice, today, values, stale, problems } = props;
  const options = optionsOf(props);
  return (
    <>
      <PageHead
        title="Write the decision"
        trail={trailTo(region, choice)}
        lede="Decide together, and write down which is first, which come next, and why. What you keep here freezes the counties, every figure, the weights and the scores with it."
      />
      <ErrorSummary problems={problems} />
      <ChangedMeanwhile stale={stale} />
      <Form action={choicePath(region, choice.id, "decision")} keep={`decision-${choice.id}`} guard>
        <Hidden name="version" value={textOf(values, "version")} />
        <RadioGroup
          name="first"
          label="The first sector"
          options={options}
          value={textOf(values, "first")}
          problems={problems}
        />
        <CheckboxGroup
          name="next"
          label="What comes next"
          hint="Up to three, for when the first partnership stands."
          options={options.map(({ value, label }) => ({ value, label }))}
          values={listOf(values, "next")}
          problems={problems}
          optional
        />
        <TextArea
          name="why"
          label="Why this one first"
          hint="In your own words: what the figures say, what you know, what spoke against it."
          rows={5}
          most={3_000}
          value={textOf(values, "why")}
          problems={problems}
        />
        <Agreed {...props} />
        <Dissent values={values} problems={problems} />
        <FieldsRow>
          <TextField
            name="decidedOn"
            label="Decided on"
            type="date"
            max={today}
            width="medium"
            value={textOf(values, "decidedOn")}
            problems={problems}
          />
          <TextField
            name="launchOn"
            label="Launch promised for"
            type="date"
            width="medium"
            value={textOf(values, "launchOn")}
            problems={problems}
            optional
          />
        </FieldsRow>
        <ShownField
          label="Who may read the decision"
          hint="With the names of those who agreed. You can change this later."
          value={textOf(values, "shown")}
          problems={problems}
        />
        <Notice>
          <p>
            What is decided is never changed. You can take it up again later, and then it becomes a new
            version beside this one.
          </p>
        </Notice>
        <ConfirmStep question="Keep this as your decision? It cannot be changed afterwards.">
          <Button>Keep the decision</Button>
        </ConfirmStep>
      </Form>
    </>
  );
}

function optionsOf({ rows, ranking, stillIn }: DecidePageProps) {
  const order = ranking.length > 0 ? ranking.map(({ key }) => key) : rows.map(({ industry }) => industry);
  return order.map((industry) => {
    const scored = ranking.find(({ key }) => key === industry);
    const parts = [
      scored ? `${pointsText(scored.composite)} of 100 points` : "",
      stillIn && !stillIn.includes(industry) ? "left out in a round" : "",
    ].filter(Boolean);
    return {
      value: industry,
      label: rows.find((row) => row.industry === industry)?.title ?? industry,
      ...(parts.length > 0 ? { hint: parts.join(", ") } : {}),
    };
  });
}

function Agreed({ team, values, problems }: DecidePageProps) {
  const ticked = listOf(values, "voices");
  return (
    <>
      <FieldGroup
        name="voices"
        label="Who agreed"
        hint="Of the region’s team, with the part they speak for."
        problems={problems}
      >
        {team.map(({ id, name }, index) => (
          <div class="voice-row">
            <label class="choice">
              <input
                id={index === 0 ? "field-voices" : `field-voices-${index}`}
                type="checkbox"
                name="voices"
                value={id}
                checked={ticked.includes(id)}
              />
              <span>{name}</span>
            </label>
            <TextField
              name={`role-${id}`}
              label={`Part: ${name}`}
              value={textOf(values, `role-${id}`)}
              problems={problems}
              optional
            />
          </div>
        ))}
        {team.length === 0 && (
          <p class="small">Nobody is in the region’s team any more. Name whoever agreed below.</p>
        )}
      </FieldGroup>
      {rowNumbers(values, "other", OTHER_FIELDS, MOST_OTHERS).map((index) => (
        <fieldset class="other-voice">
          <legend>Somebody else who agreed, {index + 1}</legend>
          <TextField
            name={`other-${index}-name`}
            label="Name"
            value={textOf(values, `other-${index}-name`)}
            problems={problems}
            optional
          />
          <TextField
            name={`other-${index}-role`}
            label="Part"
            hint={index === 0 ? "For instance: Champion, Sheridan Memorial Hospital." : undefined}
            value={textOf(values, `other-${index}-role`)}
            problems={problems}
            optional
          />
        </fieldset>
      ))}
    </>
  );
}

function Dissent({ values, problems }: { values: FormValues; problems: Problems }) {
  return (
    <>
      {rowNumbers(values, "dissent", DISSENT_FIELDS, MOST_DISSENT).map((index) => (
        <fieldset class="other-voice">
          <legend>Who sees it otherwise, {index + 1}</legend>
          <TextField
            name={`dissent-${index}-name`}
            label="Name"
            value={textOf(values, `dissent-${index}-name`)}
            problems={problems}
            optional
          />
          <TextField
            name={`dissent-${index}-role`}
            label="Part"
            value={textOf(values, `dissent-${index}-role`)}
            problems={problems}
            optional
          />
          <TextArea
            name={`dissent-${index}-words`}
            label="In their words"
            rows={3}
            most={1_500}
            value={textOf(values, `dissent-${index}-words`)}
            problems={problems}
            optional
          />
        </fieldset>
      ))}
    </>
  );
}

function rowNumbers(values: FormValues, prefix: string, fields: readonly string[], most: number): number[] {
  return Array.from({ length: rowsToShow(values, prefix, fields, most, 1) }, (_, index) => index);
}
