import { ORGANIZATION_KIND_WORDS } from "#features/organizations/public.ts";
import { textOf } from "#platform/http/forms.ts";
import { Checkbox, Select } from "#ui/choice-fields.tsx";
import { FieldsRow } from "#ui/form.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { ROLE_WORDS } from "../../words.ts";
import { type FormState, fieldOf } from "../field-of.ts";
import { ProfileField } from "./profile-field.tsx";

export function PartnerFields(state: FormState) {
  return (
    <>
      <Select
        {...fieldOf(state, "role")}
        label="Role"
        options={Object.entries(ROLE_WORDS).map(([value, label]) => ({ value, label }))}
        width="medium"
      />
      <TextField
        {...fieldOf(state, "organization")}
        label="Organization"
        hint="By its usual name. If our directory has it, that one is taken; otherwise it is added."
        autocomplete="off"
        optional
      />
      <Select
        {...fieldOf(state, "organizationKind")}
        label="What kind of organization?"
        hint="Only asked of one that is new to the directory."
        options={Object.entries(ORGANIZATION_KIND_WORDS).map(([value, { one }]) => ({ value, label: one }))}
        blank="Not sure"
        width="medium"
        optional
      />
      <FieldsRow>
        <TextField
          {...fieldOf(state, "name")}
          label="Person"
          hint="Leave it empty where the organization stands for itself."
          autocomplete="off"
          optional
        />
        <TextField {...fieldOf(state, "title")} label="Their title" optional />
      </FieldsRow>
      <ProfileField {...state} />
      <FieldsRow>
        <TextField {...fieldOf(state, "from")} label="From" hint="2018, March 2018 or 2018-03-14." optional />
        <TextField {...fieldOf(state, "to")} label="To" hint="Leave it empty while it lasts." optional />
      </FieldsRow>
      <Checkbox
        name="shown"
        problems={state.problems}
        label="Readers see this line"
        checked={textOf(state.values, "shown") !== ""}
      />
      <Checkbox
        name="agreed"
        problems={state.problems}
        label="The person agreed to be named here"
        hint="Needed where a person is named and readers see it."
        checked={textOf(state.values, "agreed") !== ""}
      />
    </>
  );
}
