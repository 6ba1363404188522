import fs from "node:fs";

/**
 * The half of a file system that changes things. The embedded database writes through this seam alone,
 * so a test can stand in a disk that fills up or loses power. Paths are absolute. Every method throws the
 * `ErrnoException` of `node:fs`, which the database sees as the matching errno.
 */
export interface Disk {
  /** Opens a file that exists, or a folder (read only, to sync it). */
  open(path: string, flags: number): number;
  close(fd: number): void;
  /** Answers the number of bytes written, which may be fewer than `length`. */
  write(fd: number, bytes: Uint8Array, offset: number, length: number, position: number): number;
  /** Returns only when the file's bytes, or the folder's names, would survive a power cut. */
  sync(fd: number): void;
  resize(path: string, size: number): void;
  resizeOpen(fd: number, size: number): void;
  createFile(path: string): void;
  createFolder(path: string): void;
  rename(from: string, to: string): void;
  removeFile(path: string): void;
  removeFolder(path: string): void;
}

/** The machine's own disk. What it creates is for the owner's eyes only. */
export const realDisk: Disk = {
  open: (path, flags) => fs.openSync(path, flags),
  close: (fd) => fs.closeSync(fd),
  write: (fd, bytes, offset, length, position) => fs.writeSync(fd, bytes, offset, length, position),
  sync: (fd) => fs.fsyncSync(fd),
  resize: (path, size) => fs.truncateSync(path, size),
  resizeOpen: (fd, size) => fs.ftruncateSync(fd, size),
  createFile: (path) => fs.writeFileSync(path, "", { mode: 0o600 }),
  createFolder: (path) => {
    fs.mkdirSync(path, 0o700);
  },
  rename: (from, to) => fs.renameSync(from, to),
  removeFile: (path) => fs.unlinkSync(path),
  removeFolder: (path) => fs.rmdirSync(path),
};
