import type { Sector } from "#features/sectors/public.ts";
import { listOf } from "#platform/http/forms.ts";
import { CheckboxGroup } from "#ui/choice-fields.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { type FormState, fieldOf } from "../field-of.ts";

export function BasicsFields({ sectors, ...state }: FormState & { sectors: Sector[] }) {
  return (
    <>
      <TextField
        {...fieldOf(state, "name")}
        label="Name"
        hint="As you use it. When it changes, the former one is kept below, so that what was written under it still finds its way here. The page’s address stays."
      />
      <TextArea
        {...fieldOf(state, "alsoKnownAs")}
        label="Also known as"
        hint="Other and former names, one on each line."
        rows={2}
        optional
      />
      <TextArea
        {...fieldOf(state, "summary")}
        label="Summary"
        hint="One or two sentences: which businesses, where, about what."
        rows={3}
        most={400}
        optional
      />
      <rich-text>
        <TextArea
          {...fieldOf(state, "story")}
          label="Story"
          hint="How it began, how it works, what peers should know. A blank line starts a new paragraph, ## a heading, - a list."
          rows={12}
          most={20_000}
          optional
        />
      </rich-text>
      <CheckboxGroup
        name="sectors"
        problems={state.problems}
        values={listOf(state.values, "sectors")}
        label="Sectors"
        options={sectors.map(({ id, name }) => ({ value: id, label: name }))}
        columns
        optional
      />
      <TextField
        {...fieldOf(state, "website")}
        label="Website"
        type="url"
        hint="Its own, or its page at the convener’s. Starts with https://"
        optional
      />
    </>
  );
}
