import { z } from "zod";
import { httpUrl } from "#base/brands.ts";
import { optionalLine, text, versionField } from "#base/fields.ts";
import { checkboxField } from "#platform/http/forms.ts";
import { STAGES } from "../stages.ts";
import { EditForm, FileDescription } from "../submissions/forms.ts";

/** What every deed names: the version and the stage that the editor had before their eyes. */
const seen = {
  version: versionField,
  stage: z.enum(STAGES),
};

export const SeenForm = z.object(seen);

const message = text("Your message", { max: 10_000 });

export const ChangesForm = z.object({ ...seen, changes: message });
export const LetterForm = z.object({ letter: message });
export const NoteForm = z.object({ note: text("The note", { max: 10_000 }) });
export const DeclineForm = z.object({
  ...seen,
  reason: text("The reason", { max: 10_000 }),
  inform: checkboxField,
});
export const UnpublishForm = z.object({ ...seen, why: text("The reason", { max: 2_000 }) });

export const ScheduleForm = z.object({
  ...seen,
  at: z.string().default(""),
  occurrence: z
    .enum(["", "first", "second"])
    .default("")
    .transform((which) => which || undefined),
});

export const HoldForm = z.object({
  from: z
    .union([z.literal(""), z.uuid()])
    .default("")
    .transform((id) => id || null),
});

export const RestoreForm = z.object({
  version: seen.version,
  restore: versionField,
});

export const DateForm = z.object({
  dated: z
    .string()
    .default("")
    .transform((value) => value.trim()),
  dateNote: optionalLine("The note on the date", { max: 300 }),
});

/** The date is for what is older than its publication here; mostly it is left out. */
export const PublishForm = DateForm.extend({ ...seen, dated: z.string().trim().optional() });

const optionalUrl = z
  .string()
  .default("")
  .transform((value) => value.trim())
  .refine(
    (value) => value === "" || (value.length <= 2_000 && httpUrl(value) !== undefined),
    "This must be a web address that starts with https:// or http://.",
  )
  .transform((value) => (value === "" ? null : (httpUrl(value) ?? null)));

/** The sender's form with what editors alone fill in; of old news less is known than of fresh. */
export const ContentForm = EditForm.omit({ answer: true, version: true }).extend({
  partnership: optionalLine("The name of the partnership", { max: 160 }),
  credit: optionalLine("The line of credit", { max: 200 }),
  sourceName: optionalLine("The name of the source", { max: 160 }),
  sourceUrl: optionalUrl,
  sourceNote: optionalLine("The note on the source", { max: 500 }),
  about: optionalLine("What you changed", { max: 300 }),
});

/** One document, film or recording: a file here, an address elsewhere, or its mention alone. */
export const PieceForm = FileDescription.extend({
  note: optionalLine("The note", { max: 500 }),
  by: optionalLine("The note on the transcript", { max: 300 }),
  url: optionalUrl,
});
