import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Checkbox } from "#ui/choice-fields.tsx";
import { FieldsRow } from "#ui/form.tsx";
import { TextField } from "#ui/text-fields.tsx";

/** Who leads an affiliate: a person, an organization or both, with how a person agreed to be named. */
export function LeadFields(props: { rows: number; values: FormValues; problems: Problems }) {
  return (
    <>
      {Array.from({ length: props.rows }, (_, index) => (
        <OneLead {...props} index={index} />
      ))}
    </>
  );
}

function OneLead(props: { index: number; values: FormValues; problems: Problems }) {
  const { index, values, problems } = props;
  const field = (name: string) => ({
    name: `lead-${index}-${name}`,
    value: textOf(values, `lead-${index}-${name}`),
    problems,
    optional: true,
  });
  return (
    <fieldset class="field row-fields">
      <legend>Lead {index + 1}</legend>
      {index === 0 && (
        <p class="hint">
          Who leads or led it. An organization is enough; a person’s name is shown only as told below.
        </p>
      )}
      <FieldsRow>
        <TextField {...field("name")} label="Person" />
        <TextField {...field("title")} label="Title" />
      </FieldsRow>
      <TextField {...field("organization")} label="Organization" />
      <TextField
        {...field("email")}
        label="Their address here, if they have an account"
        type="email"
        hint="Links them to their profile, and is shown to nobody. What their profile shows to everybody may be shown here."
      />
      <FieldsRow>
        <TextField {...field("from")} label="From" width="short" />
        <TextField {...field("to")} label="To" width="short" />
      </FieldsRow>
      <Checkbox
        name={`lead-${index}-agreed`}
        label="They agreed to be named here"
        checked={textOf(values, `lead-${index}-agreed`) !== ""}
      />
      <FieldsRow>
        <TextField {...field("how")} label="How they agreed" hint="“By e-mail”, for instance." />
        <TextField {...field("on")} label="On which day" width="short" hint="2018-03-14" />
      </FieldsRow>
    </fieldset>
  );
}
