import { allStates, CountyPicker } from "#features/places/public.ts";
import { listOf, textOf } from "#platform/http/forms.ts";
import { CheckboxGroup, RadioGroup, Select } from "#ui/choice-fields.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { COUNTIES_KNOWN_WORDS, SETTING_WORDS } from "../../words.ts";
import { type FormState, fieldOf } from "../field-of.ts";

export const STATE_CHOICES = [...allStates()]
  .sort((a, b) => a.name.localeCompare(b.name))
  .map(({ code, name }) => ({ value: code, label: name }));

export function PlaceFields(state: FormState) {
  const more = listOf(state.values, "alsoStates");
  return (
    <>
      <TextField
        {...fieldOf(state, "region")}
        label="Region"
        hint="As people there call it: Platte Valley, Rio Grande Valley."
        optional
      />
      <Select
        {...fieldOf(state, "state")}
        label="State"
        hint="Where it is at home. One that crosses the border names the others below."
        options={STATE_CHOICES}
        blank="Choose a state"
        width="medium"
      />
      <details open={more.length > 0 || state.problems.alsoStates !== undefined}>
        <summary>It works in more than one state</summary>
        <CheckboxGroup
          name="alsoStates"
          problems={state.problems}
          values={more}
          label="Other states"
          options={STATE_CHOICES}
          columns
          optional
        />
      </details>
      <CountyPicker
        name="counties"
        problems={state.problems}
        label="Counties"
        values={textOf(state.values, "counties").split(/\r?\n/).filter(Boolean)}
        states={[textOf(state.values, "state"), ...more].filter(Boolean)}
        optional
      />
      <RadioGroup
        {...fieldOf(state, "countiesKnown")}
        label="How well are the counties known?"
        hint="Readers are told. A page that says it does not know is better than a wrong map."
        options={Object.entries(COUNTIES_KNOWN_WORDS).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        {...fieldOf(state, "countiesNote")}
        label="Note on the counties"
        hint="Such as “Businesses from the north of Lane County take part too”."
        optional
      />
      <RadioGroup
        {...fieldOf(state, "setting")}
        label="Setting"
        options={[
          ...Object.entries(SETTING_WORDS).map(([value, label]) => ({ value, label })),
          { value: "", label: "Not said" },
        ]}
        optional
      />
    </>
  );
}
