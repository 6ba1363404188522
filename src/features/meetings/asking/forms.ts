import { z } from "zod";
import { emailAddress, line, optionalText } from "#base/fields.ts";
import { SIDES } from "#features/roster/public.ts";

export const AskForm = z.object({
  name: line("Your name", { max: 120 }),
  company: line("Your company or organization", { max: 160 }),
  side: z.enum(SIDES, "Say for whom you would come."),
  email: emailAddress("Your e-mail address"),
  note: optionalText("The note", { max: 1_000 }),
});
export type AskCommand = z.output<typeof AskForm>;

export const DecisionForm = z.object({
  decision: z.enum(["yes", "no"], "Say yes or no."),
  word: optionalText("The word", { max: 600 }),
});
