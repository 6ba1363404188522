import { z } from "zod";
import { line, optionalLine, optionalText } from "#base/fields.ts";
import { stateByCode } from "#features/places/public.ts";
import { STAGES } from "../../stages.ts";

export const NewPageForm = z.object({
  name: line("The partnership’s name", { max: 160 }),
  state: z.string().refine((code) => stateByCode(code) !== undefined, "Choose the state it is at home in."),
  region: optionalLine("The region", { max: 120 }),
  summary: optionalText("The summary", { max: 400 }),
  stage: z.enum(STAGES, "Choose the stage it is at now."),
});
export type NewPageCommand = z.output<typeof NewPageForm>;

export const ProposalForm = NewPageForm.extend({
  role: line("What you do in the partnership", { max: 160 }),
  message: optionalText("A few words", { max: 2_000 }),
});
export type ProposalCommand = z.output<typeof ProposalForm>;
