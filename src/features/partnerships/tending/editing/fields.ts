import { z } from "zod";
import { httpUrl } from "#base/brands.ts";

/** A web address that may stay empty; empty is null. */
export function optionalUrl(name: string) {
  return z
    .string()
    .default("")
    .transform((value) => value.trim())
    .refine(
      (value) => value === "" || httpUrl(value) !== undefined,
      `${name} must be a web address that starts with https:// or http://.`,
    )
    .transform((value) => (value === "" ? null : (httpUrl(value) ?? null)));
}

/** Several lines, one thing on each; empty ones and repetitions are left out. */
export function linesField(name: string, limits: { lines: number; max: number }) {
  return z
    .string()
    .default("")
    .transform((value) => [
      ...new Set(
        value
          .split(/\r?\n/)
          .map((one) => one.replace(/\s+/g, " ").trim())
          .filter(Boolean),
      ),
    ])
    .refine((lines) => lines.length <= limits.lines, `${name}: at most ${limits.lines}, one on each line.`)
    .refine(
      (lines) => lines.every((one) => one.length <= limits.max),
      `${name}: each may have at most ${limits.max} characters.`,
    );
}
