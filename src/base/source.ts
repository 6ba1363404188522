import { z } from "zod";
import { httpUrl } from "./brands.ts";
import { optionalLine } from "./fields.ts";
import { done, joinProblems, type Outcome, type Problems, refused } from "./outcome.ts";

/** Where a fact comes from, so that a reader can look it up. */
export interface Source {
  name: string;
  url: string | null;
  note: string;
}

/** A row of a form about a source, or about a link: its name, its address, a word about it. */
export const SOURCE_FIELDS = ["name", "url", "note"] as const;
export type SourceRow = Record<(typeof SOURCE_FIELDS)[number], string>;

const Row = z.object({
  name: optionalLine("The name", { max: 160 }),
  url: optionalLine("The address", { max: 500 }),
  note: optionalLine("The note", { max: 300 }),
});

/**
 * Rows as typed → sources, or problems under `prefix-index-field`. What stands in a row needs a name; an address must be
 * one of the web.
 *
 * @param options.needUrl for links, which lead nowhere without an address
 */
export function readSources(
  prefix: string,
  rows: readonly (SourceRow & { index: number })[],
  options: { needUrl?: boolean } = {},
): Outcome<Source[]> {
  let problems: Problems = {};
  const sources: Source[] = [];
  for (const { index, ...typed } of rows) {
    const field = (name: string) => `${prefix}-${index}-${name}`;
    const row = Row.safeParse(typed);
    if (!row.success) {
      for (const issue of row.error.issues)
        problems = joinProblems(problems, { [field(String(issue.path[0]))]: [issue.message] });
      continue;
    }
    const { name, url, note } = row.data;
    const link = url === "" ? null : (httpUrl(url) ?? undefined);
    if (name === "") problems[field("name")] = ["Give it a name, or empty the whole row."];
    if (link === undefined)
      problems[field("url")] = ["The address must start with https:// or http://, or stay empty."];
    else if (options.needUrl && link === null) problems[field("url")] = ["A link needs its address."];
    sources.push({ name, url: link ?? null, note });
  }
  return Object.keys(problems).length > 0 ? refused(problems) : done(sources);
}

/** As a form carries it. */
export function sourceRows(sources: readonly Source[]): SourceRow[] {
  return sources.map(({ name, url, note }) => ({ name, url: url ?? "", note }));
}

/** As starter content and imports have it. */
export const SourceShape = z.object({
  name: z.string().min(1),
  url: z.string().nullable().default(null),
  note: z
    .string()
    .nullable()
    .default("")
    .transform((note) => note ?? ""),
});
