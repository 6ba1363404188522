import { textOf } from "#platform/http/forms.ts";
import { Checkbox, Select } from "#ui/choice-fields.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { MILESTONE_WORDS } from "../../words.ts";
import { type FormState, fieldOf } from "../field-of.ts";

export function MilestoneFields(state: FormState) {
  const asked = state.problems.on !== undefined || textOf(state.values, "outOfOrder") !== "";
  return (
    <>
      <Select
        {...fieldOf(state, "kind")}
        label="Kind"
        options={Object.entries(MILESTONE_WORDS).map(([value, label]) => ({ value, label }))}
        width="medium"
      />
      <TextField {...fieldOf(state, "title")} label="Title" hint="What happened, in one line." />
      <TextField
        {...fieldOf(state, "on")}
        label="Date"
        hint="As far as it is known: 2018, March 2018 or 2018-03-14."
        width="medium"
        optional
      />
      <TextArea {...fieldOf(state, "note")} label="Note" rows={3} most={1_000} optional />
      <TextField
        {...fieldOf(state, "source")}
        label="Where this is written"
        hint="A web address or a document, so that others can look it up."
        optional
      />
      {asked && (
        <Checkbox
          name="outOfOrder"
          problems={state.problems}
          label="The dates are right although they are out of the usual order"
          hint="The note says why."
          checked={textOf(state.values, "outOfOrder") !== ""}
        />
      )}
    </>
  );
}
