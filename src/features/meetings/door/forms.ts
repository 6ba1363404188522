import { z } from "zod";
import { emailAddress, line, optionalLine } from "#base/fields.ts";
import { SIDES } from "#features/roster/public.ts";
import { listField } from "#platform/http/forms.ts";

export const WalkInForm = z.object({
  name: line("A name", { max: 120 }),
  company: line("A company or organization", { max: 160 }),
  side: z.enum(SIDES, "Say on which side they sit."),
  email: z
    .string()
    .default("")
    .transform((value) => value.trim())
    .pipe(z.union([z.literal("").transform(() => null), emailAddress()])),
  phone: optionalLine("The phone number", { max: 40 }),
});

export const HereForm = z.object({ guest: z.uuid() });

/** Names that were shown, and those among them that are ticked. */
export const SheetForm = z.object({
  shown: listField.pipe(z.array(z.uuid()).max(500)),
  came: listField.pipe(z.array(z.uuid())),
});
