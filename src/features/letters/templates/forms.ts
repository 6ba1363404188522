import { z } from "zod";
import { line, optionalLine, optionalText, text } from "#base/fields.ts";
import { MOST } from "../kinds.ts";

const words = {
  subject: line("A subject", { max: MOST.subject }),
  body: text("The text", { max: MOST.body }),
  unknownGreeting: line("A greeting for whom no name is known", { max: MOST.greeting }),
};

export const OwnForm = z.object({
  version: z.coerce.number().int().min(0).max(2_000_000_000),
  from: z
    .string()
    .default("")
    .transform((value) => (/^[0-9a-f-]{36}$/.test(value) ? value : null)),
  ...words,
});

export const OfferForm = z.object({
  title: line("A title", { max: MOST.title }),
  about: optionalText("What it is good for", { max: MOST.about }),
  credit: optionalLine("Whom to thank", { max: 160 }),
  ...words,
});

export const DecisionForm = z.object({
  answer: z.enum(["shared", "declined"], "Say whether it goes into the library."),
  word: optionalText("A word", { max: MOST.word }),
});
