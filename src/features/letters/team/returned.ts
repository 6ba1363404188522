import type { Problems } from "#base/outcome.ts";
import type { FormValues } from "#platform/http/forms.ts";

/** What was typed into a form that comes back, and what is wrong with it. */
export interface Returned {
  values?: FormValues;
  problems?: Problems;
}

/** Every page here has forms. */
export const SCRIPTS = ["writing.js"];
