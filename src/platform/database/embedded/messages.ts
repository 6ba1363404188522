import { protocol } from "@electric-sql/pglite";

export type Message = ReturnType<typeof rowAt> | Parameters<Parameters<protocol.Parser["parse"]>[1]>[0];

const ROW = "D".charCodeAt(0);
/** A message is a letter, its length in four bytes that count themselves, and so many bytes less four. */
const LETTER = 1;
const LENGTH = 4;

/**
 * What PostgreSQL answered, message by message. Rows are nearly all of it, and PGlite's own reader copies and decodes
 * each of their fields by itself, which took a sixth of the time of a page; they are read here where they lie.
 */
export function readMessages(answer: Uint8Array): Message[] {
  const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
  const messages: Message[] = [];
  const parser = new protocol.Parser();
  let unread = 0;
  const readUntil = (end: number) => {
    if (end > unread) parser.parse(bytes.subarray(unread, end), (message) => messages.push(message));
  };
  for (let at = 0; at < bytes.length; ) {
    const end = at + LETTER + bytes.readInt32BE(at + LETTER);
    if (bytes[at] === ROW) {
      readUntil(at);
      messages.push(rowAt(bytes, at));
      unread = end;
    }
    at = end;
  }
  readUntil(bytes.length);
  return messages;
}

function rowAt(bytes: Buffer, start: number) {
  const fieldCount = bytes.readInt16BE(start + LETTER + LENGTH);
  const fields: (string | null)[] = new Array(fieldCount);
  let at = start + LETTER + LENGTH + 2;
  for (let field = 0; field < fieldCount; field++) {
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length < 0) {
      fields[field] = null;
      continue;
    }
    fields[field] = bytes.toString("utf8", at, at + length);
    at += length;
  }
  return { name: "dataRow" as const, length: bytes.readInt32BE(start + LETTER), fieldCount, fields };
}
