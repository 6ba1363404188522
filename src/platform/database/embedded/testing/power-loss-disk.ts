import fs from "node:fs";
import { dirname, join } from "node:path";
import { type Disk, realDisk } from "../disk.ts";
import { ShadowFile } from "./shadow-file.ts";

/**
 * A disk that knows what a power cut at this moment would leave behind.
 *
 * The model, stricter than ext4, XFS, APFS and NTFS are:
 * - A file's bytes and size are durable as of its last sync. Of every later write each 512-byte sector is kept or
 *   lost on its own, and so is every later resize. A sector itself is never torn.
 * - A new name is durable after a sync of its folder, or of the file itself. (POSIX promises the former, those
 *   file systems both, and PostgreSQL counts on the latter for the files of new tables.) The folders above it
 *   come with it.
 * - A rename or a removal is durable after a sync of the folder. Until then it may be kept or lost, whatever
 *   happened to those before and after it in other places.
 */
export class PowerLossDisk implements Disk {
  /** Hears of every change, with the number of changes so far. */
  onChange: (changes: number) => void = () => {};
  #changes = 0;
  readonly #root: string;
  readonly #shadows: string;
  readonly #names = new Map<string, ShadowFile>();
  readonly #durable: Map<string, ShadowFile>;
  #pending: NameChange[] = [];
  readonly #open = new Map<number, ShadowFile>();

  /**
   * @param root an existing folder, durable as it is
   * @param shadows an empty folder for the durable state of files that change
   */
  constructor(root: string, shadows: string) {
    this.#root = root;
    this.#shadows = shadows;
    const below = fs.readdirSync(root, { recursive: true, encoding: "utf8" });
    for (const path of [root, ...below.map((name) => join(root, name))])
      this.#names.set(path, this.#file(path));
    this.#durable = new Map(this.#names);
  }

  open(path: string, flags: number): number {
    const fd = realDisk.open(path, flags);
    this.#open.set(fd, this.#at(path));
    return fd;
  }

  close(fd: number): void {
    realDisk.close(fd);
    this.#open.delete(fd);
  }

  write(fd: number, bytes: Uint8Array, offset: number, length: number, position: number): number {
    const file = this.#opened(fd);
    file.keepDurableState();
    const written = realDisk.write(fd, bytes, offset, length, position);
    file.pending.push({ position, bytes: Buffer.from(bytes.subarray(offset, offset + written)) });
    this.#changed();
    return written;
  }

  sync(fd: number): void {
    realDisk.sync(fd);
    const file = this.#opened(fd);
    file.settle();
    this.#settle((change) => change.folder === file.path || (change.added && change.file === file));
    this.#changed();
  }

  resize(path: string, size: number): void {
    this.#resize(this.#at(path), size, () => realDisk.resize(path, size));
  }

  resizeOpen(fd: number, size: number): void {
    this.#resize(this.#opened(fd), size, () => realDisk.resizeOpen(fd, size));
  }

  createFile(path: string): void {
    realDisk.createFile(path);
    this.#add(path);
  }

  createFolder(path: string): void {
    realDisk.createFolder(path);
    this.#add(path);
  }

  rename(from: string, to: string): void {
    const file = this.#at(from);
    file.keepDurableState();
    this.#names.get(to)?.keepDurableState();
    realDisk.rename(from, to);
    this.#names.delete(from);
    this.#names.set(to, file);
    file.path = to;
    this.#note({
      paths: [from, to],
      file,
      apply(names) {
        if (names.get(from) === file) names.delete(from);
        names.set(to, file);
      },
    });
  }

  removeFile(path: string): void {
    this.#at(path).keepDurableState();
    realDisk.removeFile(path);
    this.#remove(path);
  }

  removeFolder(path: string): void {
    realDisk.removeFolder(path);
    this.#remove(path);
  }

  /**
   * Writes into `target` what a power cut now would leave.
   *
   * @param keeps asked for every unsynced sector, size and name: did luck bring it to the disk?
   */
  leave(target: string, keeps: () => boolean): void {
    const names = new Map(this.#durable);
    for (const change of this.#pending) if (keeps()) change.apply(names);
    for (const [path, file] of names) {
      const place = join(target, path.slice(this.#root.length));
      fs.mkdirSync(dirname(place), { recursive: true });
      file.leave(place, keeps);
    }
  }

  #add(path: string): void {
    const file = this.#file(path);
    file.keepDurableState();
    this.#names.set(path, file);
    this.#note({ paths: [path], file, added: true, apply: (names) => names.set(path, file) });
  }

  #remove(path: string): void {
    const file = this.#at(path);
    this.#names.delete(path);
    this.#note({
      paths: [path],
      file,
      apply: (names) => {
        if (names.get(path) === file) names.delete(path);
      },
    });
  }

  #resize(file: ShadowFile, size: number, resize: () => void): void {
    file.keepDurableState();
    resize();
    file.pending.push({ size });
    this.#changed();
  }

  #note(change: Omit<NameChange, "folder">): void {
    this.#pending.push({ ...change, folder: dirname(change.paths.at(-1)!) });
    this.#changed();
  }

  /** Makes these name changes durable, after the earlier ones of the same names and the folders they need. */
  #settle(which: (change: NameChange) => boolean | undefined): void {
    for (const change of this.#pending.filter(which)) {
      const at = this.#pending.indexOf(change);
      if (at < 0) continue;
      const earlier = this.#pending.slice(0, at);
      this.#pending.splice(at, 1);
      this.#settle(
        (other) => earlier.includes(other) && other.paths.some((path) => change.paths.includes(path)),
      );
      this.#settle((other) => other.added && other.file.path === change.folder);
      change.apply(this.#durable);
    }
  }

  #file(path: string): ShadowFile {
    return new ShadowFile(path, this.#shadows);
  }

  #at(path: string): ShadowFile {
    const file = this.#names.get(path);
    if (!file) throw new Error(`${path} came into being behind the disk's back.`);
    return file;
  }

  #opened(fd: number): ShadowFile {
    const file = this.#open.get(fd);
    if (!file) throw new Error(`Nothing is open as ${fd}.`);
    return file;
  }

  #changed(): void {
    this.#changes += 1;
    this.onChange(this.#changes);
  }
}

interface NameChange {
  /** The folder whose sync makes it durable. */
  folder: string;
  paths: string[];
  file: ShadowFile;
  added?: true;
  apply(names: Map<string, ShadowFile>): void;
}
