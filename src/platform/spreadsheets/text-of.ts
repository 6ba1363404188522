import { isUtf8 } from "node:buffer";

const BLOCK = 256 * 1024;
const NEWLINE = 0x0a;

/**
 * The text of a CSV file in pieces, whatever program wrote it: UTF-8 with or without its mark, UTF-16, or
 * Windows-1252. Where one file mixes UTF-8 and Windows-1252, as files put together from several do, each line is read
 * as what it is.
 */
export function* textOf(bytes: Buffer): Generator<string> {
  const wide = utf16Of(bytes);
  if (wide) {
    const decoder = new TextDecoder(wide);
    for (let at = 0; at < bytes.length; at += BLOCK)
      yield decoder.decode(bytes.subarray(at, at + BLOCK), { stream: true });
    yield decoder.decode();
    return;
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (let at = marked ? 3 : 0; at < bytes.length; ) {
    const end = lineEnd(bytes, at + BLOCK);
    const block = bytes.subarray(at, end);
    if (isUtf8(block)) yield block.toString("utf8");
    else yield* linesOf(block);
    at = end;
  }
}

function* linesOf(block: Buffer): Generator<string> {
  const narrow = new TextDecoder("windows-1252");
  for (let at = 0; at < block.length; ) {
    const end = lineEnd(block, at);
    const line = block.subarray(at, end);
    yield isUtf8(line) ? line.toString("utf8") : narrow.decode(line);
    at = end;
  }
}

/** Behind the first line end from `from` on. */
function lineEnd(bytes: Buffer, from: number): number {
  const found = from >= bytes.length ? -1 : bytes.indexOf(NEWLINE, from);
  return found < 0 ? bytes.length : found + 1;
}

/** By its mark or, without one, by the zero bytes that Latin text is full of in it. */
function utf16Of(bytes: Buffer): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 400);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2]! += 1;
  const many = head.length / 4;
  if (zeros[1]! > many && zeros[0]! === 0) return "utf-16le";
  return zeros[0]! > many && zeros[1]! === 0 ? "utf-16be" : undefined;
}
