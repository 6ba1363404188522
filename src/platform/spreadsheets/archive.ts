import type { Readable } from "node:stream";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { type SheetLimits, SpreadsheetProblem } from "./sheet.ts";

/** The parts of an XLSX file by name. What a part claims of its size is not believed: it is counted as it unpacks. */
export interface Archive {
  has(name: string): boolean;
  /** Unpacks a part; one that is not there is empty. @throws SpreadsheetProblem when it grows beyond the limits */
  texts(name: string, mostBytes?: number): AsyncGenerator<string>;
  close(): void;
}

const BROKEN =
  "This file cannot be opened. It may be damaged; open it in a spreadsheet program and save it anew.";
const BOMB =
  "This file unpacks to far more than a table of this kind can hold, so it was not read. Save the sheet alone as a new file.";

export async function openArchive(bytes: Buffer, limits: SheetLimits): Promise<Archive> {
  const { zip, entries } = await entriesOf(bytes, limits);
  let unpacked = 0;

  async function* texts(name: string, mostBytes = limits.unpackedBytes): AsyncGenerator<string> {
    const entry = entries.get(name);
    if (!entry) return;
    const decoder = new TextDecoder("utf-8");
    let own = 0;
    try {
      for await (const chunk of await open(zip, entry)) {
        own += (chunk as Buffer).length;
        unpacked += (chunk as Buffer).length;
        const swollen = own > 2 ** 20 && own > entry.compressedSize * limits.ratio;
        if (unpacked > limits.unpackedBytes || own > mostBytes || swollen) throw new SpreadsheetProblem(BOMB);
        yield decoder.decode(chunk as Buffer, { stream: true });
      }
    } catch (error) {
      if (error instanceof SpreadsheetProblem) throw error;
      throw new SpreadsheetProblem(BROKEN, { cause: error });
    }
    yield decoder.decode();
  }
  return { has: (name) => entries.has(name), texts, close: () => zip.close() };
}

function entriesOf(
  bytes: Buffer,
  limits: SheetLimits,
): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  return new Promise((resolve, reject) => {
    const broken = (error: unknown) => reject(new SpreadsheetProblem(BROKEN, { cause: error }));
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) return broken(error);
      const entries = new Map<string, Entry>();
      if (zip.entryCount > limits.entries) return reject(new SpreadsheetProblem(BOMB));
      zip.on("error", broken);
      zip.on("entry", (entry: Entry) => {
        entries.set(entry.fileName.replace(/^\/+/, ""), entry);
        zip.readEntry();
      });
      zip.on("end", () => resolve({ zip, entries }));
      zip.readEntry();
    });
  });
}

function open(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    if (entry.isEncrypted())
      return reject(new SpreadsheetProblem("This file is locked with a password. Please send it unlocked."));
    zip.openReadStream(entry, (error, stream) => (error || !stream ? reject(error) : resolve(stream)));
  });
}
