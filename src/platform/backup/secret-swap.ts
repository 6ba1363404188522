import { open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * The secret lies in a file and everything else in the database, so a restore cannot change both at once. It lays
 * the new secret beside the old one, commits, and puts it in place; where it was cut off, the next start asks the
 * database whether the commit came through, and does or undoes the rest.
 */
const WAITING = /^secret\.restored-([0-9a-f-]{36})$/;

/** @param id of the restore, which the database will know once it is committed */
export async function layBeside(folder: string, id: string, secret: string): Promise<void> {
  const file = await open(join(folder, `secret.restored-${id}`), "wx", 0o600);
  try {
    await file.writeFile(`${secret}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await flush(folder);
}

/** @param cameThrough whether the database knows the restore */
export async function settleSecret(
  folder: string,
  cameThrough: (id: string) => Promise<boolean>,
): Promise<void> {
  for (const name of await readdir(folder)) {
    const id = WAITING.exec(name)?.[1];
    if (!id) continue;
    if (await cameThrough(id)) await rename(join(folder, name), join(folder, "secret"));
    else await rm(join(folder, name));
    await flush(folder);
  }
}

async function flush(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
