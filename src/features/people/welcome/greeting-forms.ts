import { z } from "zod";
import { line, optionalText, text } from "#base/fields.ts";

export const GreetingForm = z.object({
  subject: line("The subject", { max: 160 }),
  greeting: text("Your greeting", { max: 5_000 }),
});

/** Greeted by other means: on the phone, at a meeting. */
export const GreetedForm = z.object({ note: optionalText("The note", { max: 1_000 }) });

/** Whose hand the editor saw it in; empty for nobody's. */
export const HoldForm = z.object({
  from: z
    .union([z.literal(""), z.uuid()])
    .catch("")
    .transform((id) => id || null),
});
