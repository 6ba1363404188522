import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { constants, crc32, createGunzip, gunzipSync } from "node:zlib";
import { type Entry, openPromise } from "yauzl";
import { FigureFault } from "./fault.ts";

/** One table of comma-separated text as it came, or as it was unpacked from a ZIP file. */
export interface SurveyedTable {
  /** As a person knows it: `states.zip: 2016/56033.csv`. */
  name: string;
  /** What the engine reads. */
  path: string;
  packed: boolean;
  /** Lines below the headings. */
  lines: number;
  headings: string[];
  /** Of the file as it came, which may hold other tables too. */
  file: { name: string; sha256: string; bytes: number };
}

export interface SurveyLimits {
  /** Of one file, all its tables together. */
  unpackedBytes: number;
  /** Unpacked to packed. */
  ratio: number;
  entries: number;
  lineBytes: number;
}

export interface LineCell {
  /** From 0. */
  column: number;
  text: string;
}

/** Smaller ones do no harm however they swell. */
const HARMLESS_BYTES = 64 * 2 ** 20;

/** Reads a file once, whole: that it is not cut or damaged, no bomb, and what it holds. */
export async function surveyFile(
  { path, name }: { path: string; name: string },
  scratch: string,
  limits: SurveyLimits,
): Promise<SurveyedTable[]> {
  const { kind, sha256, bytes } = await fingerprint(path);
  const file = { name, sha256, bytes };
  if (bytes === 0) throw new FigureFault(`${name} is empty.`);
  if (kind === "zip") return surveyZip(path, file, scratch, limits);
  const tally = new Tally(name, bytes, limits);
  const stream = createReadStream(path, { highWaterMark: 2 ** 18 });
  if (kind === "text") await tally.eat(stream);
  else {
    const unpacked = createGunzip({ chunkSize: 2 ** 16 });
    stream.on("error", (error) => unpacked.destroy(error));
    await tally.eat(stream.pipe(unpacked)).catch((error: unknown) => {
      throw asDamaged(name, error);
    });
  }
  return [{ name, path, packed: kind === "gzip", ...tally.result(), file }];
}

/**
 * The headings alone, so that the engine can begin to read while the file is looked through. Undefined where it has to
 * be unpacked first, or where nothing can be told from its beginning.
 */
export async function peekAt({
  path,
  name,
}: {
  path: string;
  name: string;
}): Promise<SurveyedTable | undefined> {
  const file = createReadStream(path, { end: 2 ** 16 });
  const first = (await file[Symbol.asyncIterator]().next()).value as Buffer | undefined;
  const packed = first?.[0] === 0x1f && first[1] === 0x8b;
  if (!first || (first[0] === 0x50 && first[1] === 0x4b)) return undefined;
  const text = packed ? gunzipSync(first, { finishFlush: constants.Z_SYNC_FLUSH }) : first;
  const end = text.indexOf(10);
  if (end < 0) return undefined;
  const headings = cellsOf(text.subarray(0, end).toString("utf8"));
  return { name, path, packed, lines: 0, headings, file: { name, sha256: "", bytes: 0 } };
}

async function fingerprint(
  path: string,
): Promise<{ kind: "zip" | "gzip" | "text"; sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  let first: Buffer | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    first ??= chunk as Buffer;
    bytes += (chunk as Buffer).length;
    hash.update(chunk as Buffer);
  }
  const kind =
    first?.[0] === 0x1f && first[1] === 0x8b
      ? "gzip"
      : first?.[0] === 0x50 && first[1] === 0x4b
        ? "zip"
        : "text";
  return { kind, sha256: hash.digest("hex"), bytes };
}

/** Counts lines, keeps the first one, and stops at what no table of figures holds. */
class Tally {
  readonly #name: string;
  readonly #packedBytes: number;
  readonly #limits: SurveyLimits;
  #first: Buffer[] = [];
  #heads: string | undefined;
  #newlines = 0;
  #sinceLine = 0;
  bytes = 0;
  constructor(name: string, packedBytes: number, limits: SurveyLimits) {
    this.#name = name;
    this.#packedBytes = packedBytes;
    this.#limits = limits;
  }

  async eat(stream: AsyncIterable<unknown>, also?: (chunk: Buffer) => Promise<unknown>): Promise<void> {
    for await (const chunk of stream) {
      this.take(chunk as Buffer);
      if (also) await also(chunk as Buffer);
    }
  }

  take(chunk: Buffer): void {
    const { unpackedBytes, ratio, lineBytes } = this.#limits;
    this.bytes += chunk.length;
    const swollen = this.bytes > HARMLESS_BYTES && this.bytes > this.#packedBytes * ratio;
    if (this.bytes > unpackedBytes || swollen)
      throw new FigureFault(
        `${this.#name} unpacks to far more than figures of this kind can be, so it was not read. Unpack it yourself and look at what it holds.`,
      );
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      if (this.#heads === undefined) this.#endHeadings(chunk.subarray(0, at));
      this.#newlines += 1;
      this.#sinceLine = 0;
      from = at + 1;
    }
    this.#sinceLine += chunk.length - from;
    if (this.#heads === undefined) this.#first.push(Buffer.from(chunk));
    if (this.#sinceLine > lineBytes)
      throw new FigureFault(
        `${this.#name} is not a table: line ${this.#newlines + 1} does not end. Choose the CSV files that BLS publishes.`,
      );
  }

  #endHeadings(last: Buffer): void {
    this.#heads = Buffer.concat([...this.#first, last]).toString("utf8");
    this.#first = [];
  }

  result(): { lines: number; headings: string[] } {
    if (this.#heads === undefined) this.#endHeadings(Buffer.alloc(0));
    const lines = this.#newlines + (this.#sinceLine > 0 ? 1 : 0) - 1;
    return { lines: Math.max(0, lines), headings: cellsOf(this.#heads ?? "") };
  }
}

async function surveyZip(
  path: string,
  file: SurveyedTable["file"],
  scratch: string,
  limits: SurveyLimits,
): Promise<SurveyedTable[]> {
  const folder = join(scratch, "unpacked", file.sha256);
  await mkdir(folder, { recursive: true });
  const zip = await openPromise(path, { validateEntrySizes: true }).catch((error: unknown) => {
    throw asDamaged(file.name, error);
  });
  const tables: SurveyedTable[] = [];
  let left = limits.unpackedBytes;
  try {
    if (zip.entryCount > limits.entries)
      throw new FigureFault(
        `${file.name} holds ${zip.entryCount} files; at most ${limits.entries} are read.`,
      );
    for await (const entry of zip.eachEntry()) {
      if (!/\.csv$/i.test(entry.fileName) || /(^|\/)(__MACOSX|\._)/.test(entry.fileName)) continue;
      const name = `${file.name}: ${entry.fileName}`;
      if (entry.isEncrypted())
        throw new FigureFault(`${name} is locked with a password. Please send it unlocked.`);
      const target = join(folder, `${tables.length}.csv`);
      const tally = new Tally(name, entry.compressedSize, { ...limits, unpackedBytes: left });
      await unpack(await zip.openReadStreamPromise(entry), entry, target, tally, name);
      left -= tally.bytes;
      if (tally.bytes === 0) throw new FigureFault(`${name} is empty.`);
      tables.push({ name, path: target, packed: false, ...tally.result(), file });
    }
  } catch (error) {
    throw error instanceof FigureFault ? error : asDamaged(file.name, error);
  } finally {
    zip.close();
  }
  if (tables.length === 0)
    throw new FigureFault(`There is no CSV file in ${file.name}. Choose the ZIP file as BLS publishes it.`);
  return tables;
}

async function unpack(
  stream: Readable,
  entry: Entry,
  target: string,
  tally: Tally,
  name: string,
): Promise<void> {
  let out: FileHandle | undefined;
  let sum = 0;
  try {
    out = await open(target, "wx", 0o640);
    const to = out;
    await tally.eat(stream, (chunk) => {
      sum = crc32(chunk, sum);
      return to.write(chunk);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw error;
    throw error instanceof FigureFault ? error : asDamaged(name, error);
  } finally {
    await out?.close();
  }
  if (sum !== entry.crc32) throw asDamaged(name, new Error("its check sum differs"));
}

function asDamaged(name: string, error: unknown): Error {
  if (error instanceof FigureFault) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EACCES" || code === "ENOENT") return error as Error;
  const cut = code === "Z_BUF_ERROR" || /unexpected end|end of central directory/i.test(message);
  return new FigureFault(
    cut
      ? `${name} is cut off: its end is missing. Load it down again and send the whole of it.`
      : `${name} is damaged and cannot be unpacked. Load it down again.`,
    message,
  );
}

/** Cells of one line; a quotation mark inside quotation marks stands twice. */
export function cellsOf(line: string): string[] {
  const cells: string[] = [];
  const text = line.replace(/^\uFEFF/, "").replace(/\r$/, "");
  const cell = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/y;
  for (let at = 0; at <= text.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (!found) break;
    cells.push(found[1] === undefined ? (found[2] ?? "") : found[1].replaceAll('""', '"'));
    if (found[3] === "") break;
  }
  return cells;
}

/** Looks a table through for a line with these cells; slow, and only asked where something is wrong. */
export async function findLine(
  table: SurveyedTable,
  wanted: readonly LineCell[],
  nth: number,
): Promise<number | undefined> {
  const file = createReadStream(table.path);
  const lines = createInterface({
    input: table.packed ? file.pipe(createGunzip()) : file,
    crlfDelay: Infinity,
  });
  let number = 0;
  let found = 0;
  for await (const line of lines) {
    number += 1;
    if (number === 1 || !wanted.every(({ text }) => line.includes(text))) continue;
    const cells = cellsOf(line);
    if (!wanted.every(({ column, text }) => cells[column] === text)) continue;
    found += 1;
    if (found === nth) return number;
  }
  return undefined;
}
