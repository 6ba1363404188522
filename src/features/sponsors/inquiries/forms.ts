import { z } from "zod";
import { emailAddress, line, optionalLine, text, versionField } from "#base/fields.ts";

export const InquiryForm = z.object({
  name: line("Your name", { max: 120 }),
  organization: line("Your organization", { max: 160 }),
  email: emailAddress("Your e-mail address"),
  opportunity: optionalLine("What you ask about", { max: 100 }).transform((slug) => slug || null),
  message: text("Your message", { max: 5_000 }),
});
export type InquiryCommand = z.output<typeof InquiryForm>;

export const AnswerForm = z.object({ answer: text("Your answer", { max: 10_000 }), version: versionField });

/** Without a version that could be one, it closes nothing and says that somebody else acted. */
export const CloseForm = z.object({ version: versionField.catch(0) });

/** Whose hand the editor saw it in; empty for nobody's. */
export const HoldForm = z.object({
  from: z
    .union([z.literal(""), z.uuid()])
    .catch("")
    .transform((id) => id || null),
});
