import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UnusableFolder } from "./problems.ts";

export interface FileLock {
  release(): void;
}

/** SQLite's result code for a lock that somebody else has. */
const SQLITE_BUSY = 5;

/** Locks end when their handle is collected, so they are kept here for as long as they hold. */
const held = new Set<DatabaseSync>();

/**
 * Takes an operating system lock on the file, made when missing; `undefined` when somebody has it. Node has no
 * call for that, but SQLite takes one (fcntl, LockFileEx) when a write transaction begins; of any number that
 * begin at once exactly one gets it. Nothing is ever written.
 *
 * Never open the file by other means: on POSIX systems closing any handle of a file drops the process's locks.
 */
export function lockFile(path: string): FileLock | undefined {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec("pragma journal_mode = memory");
    file.exec("begin immediate");
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    const place = dirname(path);
    throw new UnusableFolder(
      place,
      `The folder ${place} cannot be locked (${(error as Error).message}). Set DATA_DIR to a folder on a disk of this machine.`,
      { cause: error },
    );
  }
  held.add(file);
  return {
    release() {
      if (held.delete(file)) file.close();
    },
  };
}
