import { z } from "zod";
import { type Outcome, type Problems, refused } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import type { HouseContext } from "./routes.ts";

/** What was typed, as it was typed: one text per field, or several where a field came several times. */
export type FormValues = Record<string, string | string[]>;

const LARGEST_FORM_BYTES = 2 * 1024 * 1024;

/** Reads a form that has no files in it. Values keep their order; a field that came twice becomes a list. */
export async function formValues(c: HouseContext): Promise<FormValues> {
  const length = Number(c.req.header("content-length") ?? "0");
  if (length > LARGEST_FORM_BYTES) throw new NotFound("This form is larger than any of ours.");
  const form = await c.req.formData();
  const values: FormValues = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name === "__proto__") continue;
    const before = values[name];
    values[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return values;
}

/** The last text of a field, or an empty one. */
export function textOf(values: FormValues, name: string): string {
  const value = values[name];
  return (Array.isArray(value) ? value.at(-1) : value) ?? "";
}

/** All texts of a field. */
export function listOf(values: FormValues, name: string): string[] {
  const value = values[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Turns what came in into a command, or into sentences beside the fields they belong to. */
export function parse<S extends z.ZodType>(schema: S, values: unknown): Outcome<z.output<S>> {
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, value: result.data };
  const problems: Problems = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? "");
    const messages = problems[field] ?? [];
    if (!messages.includes(issue.message)) problems[field] = [...messages, issue.message];
  }
  return refused(problems);
}

/** A repeated form field (checkboxes, several choices): nothing, one text or many become a list. */
export const listField = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string()),
);

/** A checkbox: present or not. */
export const checkboxField = z.preprocess((value) => value !== undefined && value !== "", z.boolean());
