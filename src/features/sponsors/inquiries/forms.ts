import { z } from "zod";
import { emailAddress, line, text } from "#base/fields.ts";

export const InquiryForm = z.object({
  name: line("Your name", { max: 120 }),
  organization: line("Your organization", { max: 160 }),
  email: emailAddress("Your e-mail address"),
  opportunity: z
    .string()
    .default("")
    .transform((slug) => slug || null),
  message: text("Your message", { max: 5_000 }),
});
export type InquiryCommand = z.output<typeof InquiryForm>;

const version = z.coerce.number().int().positive();

export const AnswerForm = z.object({ answer: text("Your answer", { max: 10_000 }), version });
