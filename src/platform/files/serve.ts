import { Readable } from "node:stream";
import { FILE_KINDS } from "#base/file-kinds.ts";
import { NotFound } from "#base/surprises.ts";
import { contentDisposition, type Disposition } from "./disposition.ts";
import { parseRange } from "./range.ts";
import type { FileStore } from "./store.ts";

export type ServedFile = {
  sha256: string;
  /** Only what our table of kinds serves; anything else goes out as bytes to be saved. */
  mime: string;
  name: string;
  /** "inline" is honored for pictures, sound and PDF; all else is always saved. */
  disposition: Disposition;
  /**
   * Public content may be kept by anybody, else by the browser alone. Either must ask each time whether it still
   * counts, so that what was withdrawn, or is no longer for this person, is gone at once; a yes costs no content.
   */
  isPublic?: boolean;
};

const SEALED = "default-src 'none'; sandbox; frame-ancestors 'self'";
/**
 * No `sandbox` here, and `object-src 'self'`: Chrome refuses to start its PDF viewer otherwise, and it styles the
 * page it wraps around the viewer inline. Script stays forbidden to that page; what a PDF itself may run is shut up in
 * the viewer, away from this site.
 */
const PDF_VIEWER =
  "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/**
 * Answers GET and HEAD with a stored file, whole or in part (206, 416), or 304. Who may see it was decided before.
 * Throws `NotFound` when the store has lost it.
 */
export async function serveFile(store: FileStore, file: ServedFile, request: Request): Promise<Response> {
  const size = await store.size(file.sha256);
  if (size === undefined) throw new NotFound("This file is not in the store.");
  const etag = `"${file.sha256}"`;
  const headers = headersOf(file, etag);
  if (matches(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });

  const range = rangeOf(request, etag, size);
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  if (range) headers.set("content-range", `bytes ${range.start}-${range.end}/${size}`);
  headers.set("content-length", String(range ? range.end - range.start + 1 : size));
  const status = range ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const { stream } = await store.open(file.sha256, range);
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { status, headers });
}

function headersOf({ mime, name, disposition, isPublic }: ServedFile, etag: string): Headers {
  const kind = FILE_KINDS.find((each) => each.mime === mime);
  const shown = kind && (kind.isImage || kind.id === "pdf" || kind.id === "mp3");
  return new Headers({
    "accept-ranges": "bytes",
    "cache-control": isPublic ? "public, no-cache" : "private, no-cache",
    "content-disposition": contentDisposition(shown ? disposition : "attachment", name),
    "content-security-policy": kind?.id === "pdf" && disposition === "inline" ? PDF_VIEWER : SEALED,
    "content-type": kind?.mime ?? "application/octet-stream",
    "cross-origin-resource-policy": "same-origin",
    etag,
    "x-content-type-options": "nosniff",
  });
}

function rangeOf(request: Request, etag: string, size: number) {
  // A part of another version would not fit to the part the client has.
  const condition = request.headers.get("if-range");
  if (condition !== null && condition !== etag) return undefined;
  return parseRange(request.headers.get("range"), size);
}

function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(",").some((each) => ["*", etag].includes(each.trim().replace(/^W\//, "")));
}
