import { textOf } from "#platform/http/forms.ts";
import { TextField } from "#ui/text-fields.tsx";
import { type FormState, fieldOf } from "../field-of.ts";

/** Ties a name on the page to somebody's own profile, so that both show the other. */
export function ProfileField(state: FormState) {
  const linked = textOf(state.values, "linked") !== "";
  return (
    <TextField
      {...fieldOf(state, "profile")}
      label="Their profile here"
      hint={
        linked
          ? "The name leads to their profile, and stays so while you do not change it. Another address leads to another."
          : "If they are among the people of this site: the address of their profile, such as /people/ana-ruiz."
      }
      autocomplete="off"
      optional
    />
  );
}
