import { textOf } from "#platform/http/forms.ts";
import { Checkbox, RadioGroup, Select } from "#ui/choice-fields.tsx";
import { FieldsRow } from "#ui/form.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { THEMES } from "../../../themes.ts";
import { PRIORITY_STATE_WORDS } from "../../words.ts";
import { type FormState, fieldOf } from "../field-of.ts";

export function PriorityFields(state: FormState) {
  return (
    <>
      <TextField {...fieldOf(state, "title")} label="Title" hint="As the businesses say it, in one line." />
      <Select
        {...fieldOf(state, "theme")}
        label="What is it about?"
        hint="By this, partnerships with the same work find each other."
        options={Object.entries(THEMES).map(([value, label]) => ({ value, label }))}
        blank="Choose one"
        width="medium"
      />
      <TextArea {...fieldOf(state, "description")} label="Description" rows={4} most={2_000} optional />
      <h2>Who leads it</h2>
      <FieldsRow>
        <TextField
          {...fieldOf(state, "leadName")}
          label="Business lead"
          hint="The business person who put a hand up. Leave it empty while nobody has."
          optional
        />
        <TextField {...fieldOf(state, "leadOrganization")} label="Their company" optional />
      </FieldsRow>
      <Checkbox
        name="agreed"
        problems={state.problems}
        label="They agreed to be named here, where everybody can read it"
        checked={textOf(state.values, "agreed") !== ""}
      />
      <TextField
        {...fieldOf(state, "supportLead")}
        label="Support lead"
        hint="The organization that helps to get it done, such as a college."
        optional
      />
      <h2>How it stands</h2>
      <RadioGroup
        {...fieldOf(state, "state")}
        label="State"
        options={Object.entries(PRIORITY_STATE_WORDS).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        {...fieldOf(state, "cameOfIt")}
        label="What came of it"
        hint="Needed when it is achieved or set aside. Figures with their year, please."
        rows={3}
        most={2_000}
        optional
      />
    </>
  );
}
