import { z } from "zod";
import { optionalText } from "#base/fields.ts";
import { partialDateField } from "#base/partial-date.ts";
import { checkboxField } from "#platform/http/forms.ts";
import { STAGES } from "../../stages.ts";

export const StageForm = z.object({
  to: z.enum(STAGES, "Choose the stage it is at now."),
  since: partialDateField("The date"),
  word: optionalText("The word of explanation", { max: 1_000 }).transform((word) => word.trim()),
  outOfOrder: checkboxField,
  /** The stage and its date as they stood on the form's page. */
  from: z.enum(STAGES).catch("unknown"),
  fromSince: z
    .string()
    .default("")
    .transform((date) => date || null),
});
export type StageCommand = z.output<typeof StageForm>;
