import type { FileKind } from "#base/file-kinds.ts";
import { moved } from "#base/order.ts";
import { done, hasProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import type { Ctx } from "#platform/context.ts";
import type { ReceivedFile } from "#platform/files/receive.ts";
import { type FormValues, listOf, parse, textOf } from "#platform/http/forms.ts";
import {
  type DocumentCommand,
  type ExistingDocuments,
  existingRows,
  type FileRow,
  fileRows,
  isHeard,
  NOTHING_YET,
} from "../submissions/documents.ts";
import { openProof } from "../submissions/received-files.ts";
import type { ArtefactContent } from "../tables.ts";
import { PieceForm } from "./forms.ts";

/**
 * One artefact in the editors' form, in the order of the page: a file here, an address elsewhere, or its mention
 * alone. `key` ends the names of its fields; `mark` is what the form carries along for it.
 */
export interface Piece {
  key: string;
  mark: string;
  file: { name: string; bytes: number; kind: FileKind } | null;
  from: FileRow["from"] | null;
  artefact: ArtefactContent | null;
}

const NEW = "new-";

/** What a happening has already. */
export function existingPieces(existing: ExistingDocuments): Piece[] {
  const rows = existingRows(existing);
  return existing.artefacts.map((artefact) => {
    const row = rows.find(({ key }) => key === artefact.id);
    return { key: artefact.id, mark: artefact.id, file: row ?? null, from: row?.from ?? null, artefact };
  });
}

/** The fields of a piece that stands in a happening already. */
export function pieceValues({ key, artefact, from }: Piece): FormValues {
  if (!artefact) return {};
  const media = from && "media" in from ? from.media : undefined;
  return {
    [`title-${key}`]: artefact.title,
    [`as-${key}`]: artefact.kind,
    [`note-${key}`]: artefact.note,
    [`url-${key}`]: artefact.url ?? "",
    [`transcript-${key}`]: artefact.transcript,
    [`promised-${key}`]: artefact.transcriptPromised ? "yes" : "",
    [`by-${key}`]: artefact.transcriptNote,
    [`alt-${key}`]: media?.alt ?? "",
    [`decorative-${key}`]: media?.decorative ? "yes" : "",
  };
}

/** The pieces that the form holds now, after the button that was pressed: added to, taken from, put in order. */
export async function sentPieces(
  ctx: Ctx,
  form: { values: FormValues; received: ReceivedFile[]; existing: ExistingDocuments; act: string },
): Promise<{ pieces: Piece[]; problems: Problems }> {
  const { values, act } = form;
  const marks = [...new Set(listOf(values, "piece"))];
  // A seal has a dot in it, an id has none.
  values.file = marks.filter((mark) => mark.includes("."));
  const { rows, problems } = await fileRows(ctx, { values, received: form.received, existing: NOTHING_YET });
  const files = new Map(rows.map((row) => [row.key, pieceOf(row)]));
  const known = new Map(existingPieces(form.existing).map((piece) => [piece.mark, piece]));
  const pieces: Piece[] = [];
  for (const mark of marks) {
    const key = openProof(ctx, mark)?.id ?? "";
    const piece = known.get(mark) ?? files.get(key) ?? (isNew(mark) ? emptyPiece(mark) : undefined);
    files.delete(key);
    if (piece) pieces.push(piece);
  }
  pieces.push(...files.values());
  if (act === "add") pieces.push(emptyPiece(NEW + ctx.random.id()));
  return { pieces: arranged(pieces, act), problems };
}

function pieceOf(row: FileRow): Piece {
  return { key: row.key, mark: row.proof, file: row, from: row.from, artefact: null };
}

function emptyPiece(mark: string): Piece {
  return { key: mark, mark, file: null, from: null, artefact: null };
}

function isNew(mark: string): boolean {
  return /^new-[0-9a-f-]{36}$/.test(mark);
}

/** `act` is the pressed button: `remove-KEY`, `up-KEY`, `down-KEY`, or something that leaves the order alone. */
function arranged(pieces: Piece[], act: string): Piece[] {
  const [, verb, key] = /^(remove|up|down)-(.+)$/.exec(act) ?? [];
  const one = pieces.find((piece) => piece.key === key);
  if (!one) return pieces;
  if (verb === "remove") return pieces.filter((piece) => piece !== one);
  return moved(pieces, one, verb === "up" ? "up" : "down") ?? pieces;
}

/** What the form says of its pieces, checked; problems are keyed by the field they stand beside. */
export function documentsFrom(values: FormValues, pieces: Piece[]): Outcome<DocumentCommand[]> {
  const problems: Problems = {};
  const documents: DocumentCommand[] = [];
  for (const piece of pieces) {
    const { key, file, artefact } = piece;
    const form = parse(PieceForm, fieldsOf(values, key));
    if (!form.ok) {
      for (const [field, messages] of Object.entries(form.problems)) problems[`${field}-${key}`] = messages;
      continue;
    }
    const { title, as, note, transcript, promised, by, alt, decorative } = form.value;
    const url = file ? null : form.value.url;
    if (file?.kind.isImage && alt === "" && !decorative) {
      problems[`alt-${key}`] = [
        `Say what “${file.name}” shows, for people who cannot see it, or tick that it is only decoration.`,
      ];
    }
    const heard = file ? isHeard(file.kind) : url !== null && isHeard(as);
    if (heard && transcript.trim() === "" && !promised && by === "") {
      problems[`transcript-${key}`] = [
        "Add a transcript for people who cannot hear, tick that one will come, or say beside it why there is none.",
      ];
    }
    documents.push({
      artefact: {
        id: artefact?.id ?? null,
        kind: as,
        title,
        note,
        url,
        transcript,
        transcriptPromised: promised && transcript.trim() === "",
        transcriptNote: by,
      },
      file: piece.from,
      alt,
      decorative,
    });
  }
  return hasProblems(problems) ? refused(problems) : done(documents);
}

const FIELDS = ["title", "as", "note", "url", "transcript", "promised", "by", "alt", "decorative"] as const;

function fieldsOf(values: FormValues, key: string): FormValues {
  return Object.fromEntries(FIELDS.map((name) => [name, textOf(values, `${name}-${key}`)]));
}

/** An unfinished piece as it would look; of a new file there is no row yet, so only its name shows. */
export function draftArtefact(values: FormValues, piece: Piece): ArtefactContent {
  const text = (name: (typeof FIELDS)[number]) => textOf(values, `${name}-${piece.key}`);
  const parsed = PieceForm.shape.as.safeParse(text("as"));
  const address = PieceForm.shape.url.safeParse(text("url"));
  const media = piece.from && "media" in piece.from ? piece.from.media.id : null;
  return {
    id: piece.key,
    kind: parsed.success ? parsed.data : "document",
    title: text("title").trim() || piece.file?.name || "Untitled",
    note: text("note"),
    media,
    url: piece.file || !address.success ? null : address.data,
    transcript: text("transcript"),
    transcriptPromised: text("promised") !== "",
    transcriptNote: text("by"),
  };
}
