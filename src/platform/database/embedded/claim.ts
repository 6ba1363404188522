import { mkdir } from "node:fs/promises";
import type { Socket } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { forgetCard, readCard, writeCard } from "./claim-card.ts";
import { type Door, openDoor } from "./control-door.ts";
import { type FileLock, lockFile } from "./file-lock.ts";
import { FolderInUse } from "./problems.ts";

export interface Claim {
  readonly folder: string;
  /** Lets the next process in. Safe to call twice. */
  release(): Promise<void>;
}

/**
 * Takes the folder for this process alone, until `release` or the end of the process, however it ends. The
 * promise is the operating system's: a lock it holds for the process and drops with it, so nothing can be stale.
 * It is as good as the file system's locks: local disks and volumes shared by containers of one machine are
 * fine, a network share only when its server passes locks on.
 *
 * @param options.onConnection is handed each connection to the folder's control socket, see `callHolder`
 * @throws FolderInUse when another process, or this one, holds it already
 */
export async function claimFolder(
  folder: string,
  options: { onConnection?: (socket: Socket) => void } = {},
): Promise<Claim> {
  const place = resolve(folder);
  await mkdir(place, { recursive: true, mode: 0o700 });
  const lock = lockFile(join(place, "claim.lock"));
  if (!lock) throw new FolderInUse(place, await holderOf(place));
  try {
    const door = options.onConnection && (await openDoor(place, options.onConnection));
    await writeCard(place, { process: process.pid, control: door?.address });
    return claimOf(place, lock, door);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function claimOf(folder: string, lock: FileLock, door: Door | undefined): Claim {
  let released: Promise<void> | undefined;
  const release = async () => {
    await door?.close();
    await forgetCard(folder);
    // Last, so that the next holder's card and socket are never the ones taken away.
    lock.release();
  };
  return {
    folder,
    release: () => {
      released ??= release();
      return released;
    },
  };
}

/**
 * The process on the card, if it lives: the holder writes it a moment after it has the lock, over the one that
 * a killed holder left. A holder in another container stays unknown.
 */
async function holderOf(folder: string): Promise<number | undefined> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const card = await readCard(folder);
    if (card && isAlive(card.process)) return card.process;
    await setTimeout(25);
  }
  return undefined;
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // It lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
