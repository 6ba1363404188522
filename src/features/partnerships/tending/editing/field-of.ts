import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";

/** What every part of a form is told. */
export interface FormState {
  values: FormValues;
  problems: Problems;
}

/** A field's name with what stands in it and what is wrong with it. */
export function fieldOf({ values, problems }: FormState, name: string) {
  return { name, value: textOf(values, name), problems };
}
