import { z } from "zod";
import { line, optionalLine } from "#base/fields.ts";
import { partialDateField } from "#base/partial-date.ts";

export const CoachForm = z.object({
  name: line("A name", { max: 120 }),
  organization: optionalLine("The organization", { max: 160 }),
  email: optionalLine("The address", { max: 254 }).transform((value) => value.toLowerCase()),
  note: optionalLine("The note", { max: 300 }),
  from: partialDateField("Since when"),
});
export type CoachCommand = z.output<typeof CoachForm>;
