import { createReadStream } from "node:fs";

export type Needle = {
  bytes: Buffer;
  /** Counts only where it starts at a multiple of this many bytes. */
  alignedTo?: number;
};

/** Which of the needles stand anywhere in the file, read once and never held whole. */
export async function findInFile(path: string, needles: readonly Needle[]): Promise<boolean[]> {
  const found = needles.map(() => false);
  const overlap = Math.max(...needles.map((needle) => needle.bytes.length)) - 1;
  let tail = Buffer.alloc(0);
  let position = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const window = Buffer.concat([tail, chunk as Buffer]);
    const start = position - tail.length;
    needles.forEach((needle, index) => {
      found[index] ||= standsIn(window, needle, start);
    });
    position += (chunk as Buffer).length;
    tail = window.subarray(Math.max(0, window.length - overlap));
  }
  return found;
}

function standsIn(window: Buffer, { bytes, alignedTo = 1 }: Needle, start: number): boolean {
  for (let at = window.indexOf(bytes); at >= 0; at = window.indexOf(bytes, at + 1)) {
    if ((start + at) % alignedTo === 0) return true;
  }
  return false;
}

/** Whether the whole file is text in UTF-8: well-formed, without null bytes or other control characters. */
export async function isUtf8Text(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the very thing that text has none of
      if (/[\u0000-\u0007\u000e-\u001a\u001c-\u001f]/.test(decoder.decode(chunk as Buffer, { stream: true })))
        return false;
    }
    decoder.decode();
    return true;
  } catch (failure) {
    if (failure instanceof TypeError) return false;
    throw failure;
  }
}
