import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";

type Change = { position: number; bytes: Buffer } | { size: number };

/** What a disk writes whole or not at all, in bytes. PostgreSQL counts on it for its control file alone. */
const SECTOR = 512;

const always = () => true;

/** A file (or folder) with its durable state, kept aside from its first change on, and the changes since. */
export class ShadowFile {
  path: string;
  pending: Change[] = [];
  readonly #shadow: string;
  #kept = false;

  constructor(path: string, shadows: string) {
    this.path = path;
    this.#shadow = join(shadows, randomUUID());
  }

  /** Call it before the file changes for the first time, is replaced, or goes. */
  keepDurableState(): void {
    if (this.#kept || fs.statSync(this.path).isDirectory()) return;
    fs.copyFileSync(this.path, this.#shadow);
    this.#kept = true;
  }

  /** Makes all changes durable. */
  settle(): void {
    if (this.pending.length > 0) apply(this.#shadow, this.pending, always);
    this.pending = [];
  }

  /** Writes to `place` what a power cut would leave of the file. */
  leave(place: string, keeps: () => boolean): void {
    if (!this.#kept && fs.statSync(this.path).isDirectory()) {
      fs.mkdirSync(place, { recursive: true });
      return;
    }
    fs.copyFileSync(this.#kept ? this.#shadow : this.path, place);
    if (this.pending.length > 0) apply(place, this.pending, keeps);
  }
}

function apply(path: string, changes: Change[], keeps: () => boolean): void {
  const fd = fs.openSync(path, "r+");
  for (const change of changes) {
    if ("size" in change) {
      if (keeps()) fs.ftruncateSync(fd, change.size);
    } else {
      applyWrite(fd, change.position, change.bytes, keeps);
    }
  }
  fs.closeSync(fd);
}

function applyWrite(fd: number, position: number, bytes: Buffer, keeps: () => boolean): void {
  const end = position + bytes.length;
  // A file may have grown without the bytes that it grew by: they read as zero.
  if (end > fs.fstatSync(fd).size && keeps()) fs.ftruncateSync(fd, end);
  for (let at = 0; at < bytes.length; ) {
    const length =
      keeps === always ? bytes.length : Math.min(SECTOR - ((position + at) % SECTOR), bytes.length - at);
    if (keeps()) fs.writeSync(fd, bytes, at, length, position + at);
    at += length;
  }
}
