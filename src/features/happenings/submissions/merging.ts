import type { FormValues } from "#platform/http/forms.ts";
import type { HappeningContent } from "../tables.ts";
import type { Choices } from "./choices.ts";
import { type ExistingDocuments, existingRows, type FileRow, linkKeys } from "./documents.ts";
import { valuesFrom } from "./drafts.ts";

/**
 * The submitter's form with the files and links added that an editor put in meanwhile: the submitter never saw
 * them, so saving must not throw them out.
 */
export function withAdded(
  form: { values: FormValues; rows: FileRow[] },
  base: HappeningContent,
  newest: HappeningContent,
  existing: ExistingDocuments,
  choices: Choices,
): { values: FormValues; rows: FileRow[] } {
  const added = newest.artefacts.filter(({ id }) => !base.artefacts.some((artefact) => artefact.id === id));
  const rows = existingRows({ artefacts: added, media: existing.media });
  const values: FormValues = { ...form.values };
  const theirs = valuesFrom({ ...newest, artefacts: added }, existing, choices);
  const free = linkKeys(values).length;
  for (const [name, value] of Object.entries(theirs)) {
    const link = /^(\w+)-link(\d+)$/.exec(name);
    if (link) values[`${link[1]}-link${free + Number(link[2])}`] = value;
    else if (rows.some(({ key }) => name.endsWith(`-${key}`))) values[name] = value;
  }
  return { values, rows: [...form.rows, ...rows] };
}
