import { z } from "zod";
import { cleanLine, cleanText } from "./clean-text.ts";

/** One line of text, cleaned of control characters; says in words what is wrong. `name` reads like "A title". */
export function line(name: string, limits: { max: number; min?: number }) {
  const min = limits.min ?? 1;
  return z
    .string({ error: `${name} is needed.` })
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .min(min, min === 1 ? `${name} is needed.` : `${name} needs at least ${min} characters.`)
        .max(limits.max, tooLong(name, limits.max)),
    );
}

/** One line that may stay empty. */
export function optionalLine(name: string, limits: { max: number }) {
  return z
    .string()
    .default("")
    .transform(cleanLine)
    .pipe(z.string().max(limits.max, tooLong(name, limits.max)));
}

/** Several lines of text, such as a story in restricted Markdown. */
export function text(name: string, limits: { max: number; min?: number }) {
  const min = limits.min ?? 1;
  return z
    .string({ error: `${name} is needed.` })
    .transform(cleanText)
    .pipe(
      z
        .string()
        .refine((value) => value.trim().length >= min, `${name} is needed.`)
        .max(limits.max, tooLong(name, limits.max)),
    );
}

/** Several lines that may stay empty. */
export function optionalText(name: string, limits: { max: number }) {
  return z
    .string()
    .default("")
    .transform(cleanText)
    .pipe(z.string().max(limits.max, tooLong(name, limits.max)));
}

/** An e-mail address, lower case, of a form that a mail server would accept. */
export function emailAddress(name = "An e-mail address") {
  return z
    .string({ error: `${name} is needed.` })
    .transform((value) => cleanLine(value).toLowerCase())
    .pipe(
      z
        .string()
        .min(1, `${name} is needed.`)
        .max(254, `${name} is at most 254 characters long.`)
        .pipe(z.email(`This does not read like an e-mail address. It should look like name@example.org.`)),
    );
}

/** The version that an edit began from, as its form carries it along; no larger than the database counts. */
export const versionField = z.coerce.number().int().positive().max(2_000_000_000);

function tooLong(name: string, max: number): string {
  return `${name} may have at most ${max.toLocaleString("en-US")} characters; please shorten it.`;
}
