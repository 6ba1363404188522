import { Buffer, transcode } from "node:buffer";
import { raw } from "hono/html";

/** Stands in a view where a part that was written out before goes; nobody can type it, because `<` is always escaped. */
export const WRITTEN_OUT = raw("<!--written out-->");
const MARK = String(WRITTEN_OUT);

/**
 * A page as bytes, with a part of it that was encoded before put into its place: a map of 200 KB then costs a page little
 * more than any other part.
 */
export function pageBytes(html: string, writtenOut?: Uint8Array): Buffer<ArrayBuffer> {
  if (!writtenOut) return encode(html);
  const at = html.indexOf(MARK);
  if (at < 0) return encode(html);
  return Buffer.concat([encode(html.slice(0, at)), writtenOut, encode(html.slice(at + MARK.length))]);
}

/** UTF-8, by way of UTF-16: a long text that was put together of many is written down several times faster so. */
export function encode(text: string): Buffer<ArrayBuffer> {
  try {
    return transcode(Buffer.from(text, "utf16le"), "utf16le", "utf8") as Buffer<ArrayBuffer>;
  } catch {
    // Half of a pair, which only this way becomes a replacement character.
    return Buffer.from(text);
  }
}
