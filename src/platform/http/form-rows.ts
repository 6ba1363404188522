import { type FormValues, textOf } from "./forms.ts";

/**
 * Rows of fields that a form has several of: `source-0-name`, `source-0-url`, `source-1-name`, … Rows in which nothing
 * was typed are left out, and `index` says which row of the form it was, for its problems.
 */
export function rowsIn<F extends string>(
  values: FormValues,
  prefix: string,
  fields: readonly F[],
  most: number,
): (Record<F, string> & { index: number })[] {
  return Array.from({ length: most }, (_, index) => ({
    index,
    ...(Object.fromEntries(
      fields.map((field) => [field, textOf(values, `${prefix}-${index}-${field}`)]),
    ) as Record<F, string>),
  })).filter((row) => fields.some((field) => row[field].trim() !== ""));
}

/** The same rows as a form carries them. */
export function rowValues<F extends string>(
  prefix: string,
  rows: readonly Record<F, string>[],
  fields: readonly F[],
): FormValues {
  return Object.fromEntries(
    rows.flatMap((row, index) => fields.map((field) => [`${prefix}-${index}-${field}`, row[field]])),
  );
}

/** How many rows to show: those that are filled, and some empty ones, up to what is taken. */
export function rowsToShow(
  values: FormValues,
  prefix: string,
  fields: readonly string[],
  most: number,
  empty = 2,
): number {
  const last = rowsIn(values, prefix, fields, most).at(-1)?.index ?? -1;
  return Math.min(most, last + 1 + empty);
}
