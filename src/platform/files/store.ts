import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open, opendir, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { NotFound } from "#base/surprises.ts";
import { newId } from "#platform/secrets.ts";
import { asDiskFull, TooLarge } from "./surprises.ts";

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
export type StoredFile = { sha256: string; bytes: number };
/** First and last byte, both included. */
export type ByteRange = { start: number; end: number };

/** A file that lies whole and flushed in `incoming/`, and is no part of the store until it is kept. */
export type IncomingFile = StoredFile & {
  readonly path: string;
  /** Moves it to its place, where it survives a loss of power. Throws `DiskFull`. */
  keep(): Promise<StoredFile>;
  /** Removes it; harmless after `keep`. */
  drop(): Promise<void>;
};

/** Below this, the largest submission we accept might not fit any more. */
export const LEAST_FREE_BYTES = 300 * 1024 * 1024;

/**
 * Files named by the SHA-256 of their content, below one folder: `ab/cd/abcd…`. What is in place is whole and never
 * changes, so the same content is stored once however often it comes. Every hash given must be 64 lower-case hex
 * digits, anything else throws `TypeError`: no name from outside ever becomes a path.
 */
export type FileStore = {
  /** Takes bytes in without keeping them yet. Throws `TooLarge` (and stops reading) or `DiskFull`; leaves nothing then. */
  receive(bytes: Bytes, options: { limitBytes: number }): Promise<IncomingFile>;
  /** Receives and keeps in one go. */
  put(bytes: Bytes, options: { limitBytes: number }): Promise<StoredFile>;
  /** `size` is that of the whole file, in bytes. Throws `NotFound`. */
  open(sha256: string, range?: ByteRange): Promise<{ stream: Readable; size: number }>;
  /** The whole content in memory. Throws `NotFound`. */
  read(sha256: string): Promise<Buffer>;
  /** Where the content lies, for programs that read files by themselves. Throws `NotFound`. */
  place(sha256: string): Promise<string>;
  /** Size in bytes, undefined where there is no such file. */
  size(sha256: string): Promise<number | undefined>;
  has(sha256: string): Promise<boolean>;
  /**
   * The caller knows that no row names this content. With `unlessKeptSince`, a file that was kept again since then
   * stays: somebody may be about to write the row that names it.
   */
  remove(sha256: string, options?: { unlessKeptSince?: Date }): Promise<boolean>;
  /** Reads the file again and compares it with its name. */
  verify(sha256: string): Promise<"whole" | "damaged" | "missing">;
  /** Every kept file, in no promised order; `keptAt` is when its content last came in. */
  list(): AsyncGenerator<StoredFile & { keptAt: Date }>;
  /** Sum of all kept files, in bytes. */
  sizeOnDisk(): Promise<number>;
  /** What this process may still write to the disk, in bytes. */
  freeBytes(): Promise<number>;
  /** Removes what a crash left in `incoming/`, all of it or only what is older; answers how many. */
  sweepIncoming(options?: { olderThan?: Date }): Promise<number>;
};

/**
 * Opens the store and makes its folders. `openForWriting` stands in for the disk where a test wants a full one.
 */
export async function openFileStore(options: {
  folder: string;
  openForWriting?: (path: string) => Promise<FileHandle>;
}): Promise<FileStore> {
  const { folder, openForWriting = (path) => open(path, "wx", 0o640) } = options;
  const incoming = join(folder, "incoming");
  const made = await mkdir(incoming, { recursive: true });
  if (made) await flushFolder(dirname(made));
  const durable = new Set<string>();

  function pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError("Not the SHA-256 of a file.");
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  async function makeDurable(place: string): Promise<void> {
    await mkdir(place, { recursive: true });
    if (durable.has(place)) return;
    // A folder's own name is only safe once its parent is flushed too.
    await flushFolder(dirname(place));
    await flushFolder(folder);
    durable.add(place);
  }

  const store: FileStore = {
    async receive(bytes, { limitBytes }) {
      const path = join(incoming, newId());
      const drop = () => rm(path, { force: true });
      try {
        const written = await writeHashed(await openForWriting(path), bytes, limitBytes);
        const keep = async () => {
          try {
            const target = pathOf(written.sha256);
            await makeDurable(dirname(target));
            // Over one that is there already: the same content, and it heals a damaged one.
            await rename(path, target);
            await flushFolder(dirname(target));
          } catch (failure) {
            throw asDiskFull(failure);
          }
          return written;
        };
        return { ...written, path, keep, drop };
      } catch (failure) {
        await drop();
        throw asDiskFull(failure);
      }
    },

    async put(bytes, limits) {
      const file = await store.receive(bytes, limits);
      try {
        return await file.keep();
      } finally {
        await file.drop();
      }
    },

    async open(sha256, range) {
      const file = await openForReading(pathOf(sha256));
      const { size } = await file.stat();
      return { stream: file.createReadStream(range), size };
    },

    async read(sha256) {
      const file = await openForReading(pathOf(sha256));
      try {
        return await file.readFile();
      } finally {
        await file.close();
      }
    },

    async place(sha256) {
      const path = pathOf(sha256);
      if (!(await stat(path).catch(absent))) throw new NotFound("This file is not in the store.");
      return path;
    },

    async size(sha256) {
      return (await stat(pathOf(sha256)).catch(absent))?.size;
    },

    async has(sha256) {
      return (await store.size(sha256)) !== undefined;
    },

    async remove(sha256, { unlessKeptSince } = {}) {
      const path = pathOf(sha256);
      const found = await stat(path).catch(absent);
      if (!found || (unlessKeptSince && found.mtime >= unlessKeptSince)) return false;
      await rm(path, { force: true });
      return true;
    },

    async verify(sha256) {
      const file = await open(pathOf(sha256)).catch(absent);
      if (!file) return "missing";
      const hash = createHash("sha256");
      for await (const chunk of file.createReadStream()) hash.update(chunk as Buffer);
      return hash.digest("hex") === sha256 ? "whole" : "damaged";
    },

    async *list() {
      for await (const entry of await opendir(folder, { recursive: true })) {
        if (!entry.isFile() || !/^[0-9a-f]{64}$/.test(entry.name)) continue;
        const found = await stat(join(entry.parentPath, entry.name)).catch(absent);
        if (found) yield { sha256: entry.name, bytes: found.size, keptAt: found.mtime };
      }
    },

    async sizeOnDisk() {
      let total = 0;
      for await (const { bytes } of store.list()) total += bytes;
      return total;
    },

    async freeBytes() {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },

    async sweepIncoming({ olderThan } = {}) {
      let swept = 0;
      for (const name of await readdir(incoming)) {
        const path = join(incoming, name);
        const found = await stat(path).catch(absent);
        if (!found || (olderThan && found.mtime >= olderThan)) continue;
        await rm(path, { force: true });
        swept += 1;
      }
      return swept;
    },
  };
  return store;
}

async function writeHashed(file: FileHandle, bytes: Bytes, limitBytes: number): Promise<StoredFile> {
  try {
    const hash = createHash("sha256");
    let written = 0;
    for await (const chunk of bytes) {
      written += chunk.byteLength;
      if (written > limitBytes) throw new TooLarge(limitBytes);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    return { sha256: hash.digest("hex"), bytes: written };
  } finally {
    await file.close();
  }
}

async function flushFolder(path: string): Promise<void> {
  // Windows can neither open a folder nor needs it flushed.
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function openForReading(path: string): Promise<FileHandle> {
  const file = await open(path).catch(absent);
  if (!file) throw new NotFound("This file is not in the store.");
  return file;
}

function absent(failure: NodeJS.ErrnoException): undefined {
  if (failure.code !== "ENOENT") throw failure;
}
