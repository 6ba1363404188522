import { z } from "zod";
import { optionalLine, optionalText } from "#base/fields.ts";
import { done, hasProblems, joinProblems, type Outcome, refused } from "#base/outcome.ts";
import { readSources, SOURCE_FIELDS } from "#base/source.ts";
import { rowsIn } from "#platform/http/form-rows.ts";
import { type FormValues, parse } from "#platform/http/forms.ts";
import type { StateWords } from "../tables.ts";

export const MOST_LINKS = 10;
export const MOST_SOURCES = 12;

/** Nought for a page that nobody has written yet. */
const versionSeen = z.coerce.number().int().min(0).max(2_000_000_000);

const WordsForm = z.object({
  intro: optionalText("The text", { max: 12_000 }),
  about: optionalLine("What you changed", { max: 200 }),
});

export const VersionSeen = z.object({ version: versionSeen });
export const RestoreForm = z.object({
  version: versionSeen,
  restore: z.coerce.number().int().min(1).max(2_000_000_000),
});

/** A form as typed → the page's words and a note for its list of versions, or every problem beside its field. */
export function readWords(values: FormValues): Outcome<{ words: StateWords; note: string }> {
  const form = parse(WordsForm, values);
  const links = readSources("link", rowsIn(values, "link", SOURCE_FIELDS, MOST_LINKS), { needUrl: true });
  const sources = readSources("source", rowsIn(values, "source", SOURCE_FIELDS, MOST_SOURCES));
  const problems = joinProblems(
    ...[form, links, sources].map((part) => (part.ok ? undefined : part.problems)),
  );
  if (hasProblems(problems) || !form.ok || !links.ok || !sources.ok) return refused(problems);
  const words = { intro: form.value.intro.trim(), links: links.value, sources: sources.value };
  return done({ words, note: form.value.about });
}
