import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";

/** A form as it stands: what was typed, and what has to be mended. */
export interface FormState {
  values: FormValues;
  problems: Problems;
}

/** What every field of the form is told. */
export function fieldOf({ values, problems }: FormState, name: string) {
  return { name, value: textOf(values, name), problems };
}
