import type { z } from "zod";
import type { FileKind } from "#base/file-kinds.ts";
import { fileKind } from "#base/file-kinds.ts";
import { done, hasProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { type MediaFile, mediaByIds } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { ReceivedFile } from "#platform/files/receive.ts";
import { type FormValues, listOf, parse, textOf } from "#platform/http/forms.ts";
import type { ArtefactKind } from "../kinds.ts";
import type { ArtefactContent } from "../tables.ts";
import { FileDescription, LinkDescription } from "./forms.ts";
import { keepWaiting, openProof, proofOf, type WaitingFile, waitingFile } from "./received-files.ts";
import { MOST_FILES, MOST_LINKS } from "./rules.ts";

/** One file in the form: just received, or part of the happening already. `key` ends the names of its fields. */
export interface FileRow {
  key: string;
  /** Comes back with the form as `file`. */
  proof: string;
  name: string;
  bytes: number;
  kind: FileKind;
  from: { waiting: WaitingFile } | { artefact: ArtefactContent; media: MediaFile };
}

/** An artefact as it shall be, with where its file comes from. */
export interface DocumentCommand {
  artefact: Omit<ArtefactContent, "id" | "media"> & { id: string | null };
  file: FileRow["from"] | null;
  alt: string;
  decorative: boolean;
}

/** What belongs to a happening before its form is filled in again. */
export interface ExistingDocuments {
  /** Of its newest version. */
  present: ArtefactContent[];
  /** Those and what it had before: an editor may have taken out what the form still holds. */
  artefacts: ArtefactContent[];
  media: MediaFile[];
}

export const NOTHING_YET: ExistingDocuments = { present: [], artefacts: [], media: [] };

/** @param earlier what it had in earlier versions */
export async function existingDocuments(
  ctx: Ctx,
  present: ArtefactContent[],
  earlier: ArtefactContent[] = [],
): Promise<ExistingDocuments> {
  const byId = new Map<string, ArtefactContent>();
  for (const artefact of [...present, ...earlier])
    if (!byId.has(artefact.id)) byId.set(artefact.id, artefact);
  const artefacts = [...byId.values()];
  const ids = artefacts.flatMap((artefact) => artefact.media ?? []);
  return { present, artefacts, media: await mediaByIds(ctx, ids) };
}

/** The files among the artefacts. */
export function existingRows({
  artefacts,
  media,
}: Pick<ExistingDocuments, "artefacts" | "media">): FileRow[] {
  return artefacts.flatMap((artefact) => {
    const file = media.find(({ id }) => id === artefact.media);
    const kind = file && fileKind(file.kind);
    if (!file || !kind) return [];
    const { id: key } = artefact;
    return [{ key, proof: key, name: file.name, bytes: file.bytes, kind, from: { artefact, media: file } }];
  });
}

/** The ends of the names of its links' fields; a happening that has more links than may be sent keeps them. */
export function linkKeys(values: FormValues): string[] {
  const numbers = Object.keys(values).map((name) => Number(/^id-link(\d\d?)$/.exec(name)?.[1] ?? 0));
  return Array.from({ length: Math.max(MOST_LINKS, ...numbers) }, (_, index) => `link${index + 1}`);
}

/**
 * The files that the form holds now: those it carried along, less the one to be removed, and those that came with
 * it. New ones get a first title and kind in `values`.
 */
export async function fileRows(
  ctx: Ctx,
  form: { values: FormValues; received: ReceivedFile[]; existing: ExistingDocuments; remove?: string },
): Promise<{ rows: FileRow[]; problems: Problems }> {
  const existing = existingRows(form.existing);
  const rows: FileRow[] = [];
  const messages: string[] = [];
  for (const proof of new Set(listOf(form.values, "file"))) {
    const known = existing.find((row) => row.proof === proof);
    const waiting = known ? undefined : openProof(ctx, proof);
    if ((known?.key ?? waiting?.id) === form.remove) continue;
    if (known) rows.push(known);
    if (!waiting || rows.length >= MOST_FILES) continue;
    const kept = await keepWaiting(ctx, waiting);
    if (kept) rows.push(rowOf(ctx, kept));
    else
      messages.push(
        `The file “${waiting.name}” waited here for too long and is gone. Please choose it again.`,
      );
  }
  for (const file of form.received) {
    const row = rowOf(ctx, waitingFile(ctx, file));
    if (rows.length >= MOST_FILES) {
      messages.push(`Only ${MOST_FILES} files can be sent, so “${file.name}” was left out.`);
      continue;
    }
    form.values[`title-${row.key}`] = titleFrom(file.name);
    form.values[`as-${row.key}`] = usualKind(file.kind);
    rows.push(row);
  }
  return { rows, problems: messages.length > 0 ? { files: messages } : {} };
}

function rowOf(ctx: Ctx, waiting: WaitingFile): FileRow {
  const { id: key, name, bytes, kind } = waiting;
  return { key, proof: proofOf(ctx, waiting), name, bytes, kind, from: { waiting } };
}

/** A file's name as a first title: without its ending, words apart. */
function titleFrom(name: string): string {
  return (
    name
      .replace(/\.[^.]+$/, "")
      .replace(/[_\s]+/g, " ")
      .trim()
      .slice(0, 160) || name.slice(0, 160)
  );
}

function usualKind(kind: FileKind): ArtefactKind {
  if (kind.isImage) return "picture";
  return kind.id === "mp3" ? "podcast" : "document";
}

/** Whether people who cannot hear need its words in writing. */
export function isHeard(kind: FileKind | ArtefactKind): boolean {
  return typeof kind === "string" ? kind === "video" || kind === "podcast" : kind.id === "mp3";
}

/** What the form says of its files and links, checked; problems are keyed by the field they stand beside. */
export function documentsFrom(
  values: FormValues,
  rows: FileRow[],
  existing: ExistingDocuments,
): Outcome<DocumentCommand[]> {
  const problems: Problems = {};
  const documents: DocumentCommand[] = [];
  for (const row of rows) {
    const described = parse(FileDescription, fieldsOf(values, row.key));
    if (!described.ok) {
      addProblems(problems, row.key, described.problems);
      continue;
    }
    const { alt, decorative, ...rest } = described.value;
    if (row.kind.isImage && alt === "" && !decorative)
      problems[`alt-${row.key}`] = [
        `Say what “${row.name}” shows, for people who cannot see it, or tick that it is only decoration.`,
      ];
    if (isHeard(row.kind)) wantTranscript(problems, row.key, rest);
    const before = "artefact" in row.from ? row.from.artefact : undefined;
    documents.push({ artefact: artefactFrom(rest, before, null), file: row.from, alt, decorative });
  }
  for (const key of linkKeys(values)) {
    if (isUntouched(values, key)) continue;
    const described = parse(LinkDescription, fieldsOf(values, key));
    if (!described.ok) {
      addProblems(problems, key, described.problems);
      continue;
    }
    const { url, ...rest } = described.value;
    if (isHeard(rest.as)) wantTranscript(problems, key, rest);
    const before = existing.artefacts.find(({ id }) => id === textOf(values, `id-${key}`));
    documents.push({ artefact: artefactFrom(rest, before, url), file: null, alt: "", decorative: false });
  }
  // What an editor mentioned without a file or address is not in the form, so it stays as it is.
  for (const artefact of existing.present.filter(({ media, url }) => media === null && url === null))
    documents.push({ artefact, file: null, alt: "", decorative: false });
  return hasProblems(problems) ? refused(problems) : done(documents);
}

function fieldsOf(values: FormValues, key: string): FormValues {
  const fields: FormValues = {};
  for (const name of ["title", "as", "alt", "decorative", "transcript", "promised", "by", "url"]) {
    const value = values[`${name}-${key}`];
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

function addProblems(problems: Problems, key: string, found: Problems): void {
  for (const [field, messages] of Object.entries(found)) problems[`${field}-${key}`] = messages;
}

function isUntouched(values: FormValues, key: string): boolean {
  return ["url", "title", "transcript", "by", "promised"].every(
    (name) => textOf(values, `${name}-${key}`).trim() === "",
  );
}

type Described = Omit<z.output<typeof FileDescription>, "alt" | "decorative">;

function wantTranscript(problems: Problems, key: string, { transcript, promised }: Described): void {
  if (transcript.trim() === "" && !promised)
    problems[`transcript-${key}`] = [
      "Add a transcript for people who cannot hear, or tick that you will send one later.",
    ];
}

export function artefactFrom(
  described: Described,
  before: ArtefactContent | undefined,
  url: string | null,
): DocumentCommand["artefact"] {
  const { title, as, transcript, promised, by } = described;
  const isPromised = promised && transcript.trim() === "";
  return {
    id: before?.id ?? null,
    kind: as,
    title,
    note: before?.note ?? "",
    url,
    transcript,
    transcriptPromised: isPromised,
    transcriptNote: isPromised ? by : before && !before.transcriptPromised ? before.transcriptNote : "",
  };
}
