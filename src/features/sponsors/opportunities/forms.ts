import { z } from "zod";
import { line, text, versionField } from "#base/fields.ts";
import { checkboxField } from "#platform/http/forms.ts";
import { season } from "../forms.ts";

export const OpportunityForm = z.object({
  name: line("A name", { max: 160 }),
  season,
  summary: line("A summary", { max: 240 }),
  paragraph: text("The description", { max: 4_000 }),
  open: checkboxField,
});
export type OpportunityCommand = z.output<typeof OpportunityForm>;

export const OpportunityEditForm = OpportunityForm.extend({ version: versionField });
