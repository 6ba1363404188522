import { z } from "zod";
import { optionalText, versionField } from "#base/fields.ts";

export const NotesForm = z.object({
  notes: optionalText("The notes", { max: 40_000 }),
  version: versionField,
});
