import { z } from "zod";
import { emailAddress, line, text } from "#base/fields.ts";

export const LONGEST_LETTER = 5_000;
const letterText = text("Your letter", { max: LONGEST_LETTER });

/** What a member types: who they are is known. */
export const LetterForm = z.object({ text: letterText });

export const GuestLetterForm = z.object({
  name: line("Your name", { max: 120 }),
  email: emailAddress("Your e-mail address"),
  text: letterText,
});

/** From whom somebody wants no more letters. */
export const StopForm = z.object({
  from: z.enum(["writer", "everybody"], "Choose from whom you want no more letters."),
});
