import { z } from "zod";
import { type Outcome, type Problems, refused } from "#base/outcome.ts";
import { BrokenUpload, TooLarge } from "../files/surprises.ts";
import { BodyTooLong, readBytes } from "./read-body.ts";
import type { HouseContext } from "./routes.ts";

/** What was typed, as it was typed: one text per field, or several where a field came several times. */
export type FormValues = Record<string, string | string[]>;

const LARGEST_FORM_BYTES = 2 * 1024 * 1024;

/**
 * Reads a form that has no files in it. Values keep their order; a field that came twice becomes a list.
 *
 * @throws TooLarge beyond what any of our forms holds; BrokenUpload for what is no form, or did not come whole
 */
export async function formValues(c: HouseContext): Promise<FormValues> {
  const form = await formIn(c.req.raw);
  const values: FormValues = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name === "__proto__") continue;
    const before = values[name];
    values[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return values;
}

async function formIn(request: Request): Promise<FormData> {
  try {
    // Read here first: the runtime's own reader takes whatever comes, as much as comes.
    const body = await readBytes(request, LARGEST_FORM_BYTES);
    const type = request.headers.get("content-type") ?? "";
    return await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  } catch (error) {
    if (error instanceof BodyTooLong) throw new TooLarge(LARGEST_FORM_BYTES);
    throw new BrokenUpload("This is no form, or it did not arrive whole.", { cause: error });
  }
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
