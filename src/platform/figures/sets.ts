import {
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A new set that nobody sees yet. */
export interface SetDraft {
  readonly id: string;
  /** Where its files are written, under the names they will keep. */
  readonly folder: string;
  /** Room for what is only needed meanwhile; gone with the draft. */
  readonly scratch: string;
  /** Takes a file over from outside, under its own name. */
  copy(path: string): Promise<void>;
  /**
   * From here on this set counts: all of it, after any loss of power, or nothing of it.
   *
   * @throws OvertakenSet when another set than `after` counts by now
   */
  publish(manifest: unknown): Promise<void>;
  /** Harmless after `publish`. */
  drop(): Promise<void>;
}

/** Another set was published since this one was begun, which would be lost. */
export class OvertakenSet extends Error {
  override name = "OvertakenSet";
}

/** Kept after they were superseded, for who still reads them; no request and no command lasts as long. */
export const KEPT_HOURS = 24;

const draftsIn = (folder: string) => join(folder, "incoming");

/**
 * Begins a set that shall follow the set `after`.
 *
 * @param share lets it count elsewhere as well, and throws where it does not
 */
export async function beginSet(
  folder: string,
  id: string,
  after: string | undefined,
  share?: (id: string, after: string | undefined) => Promise<void>,
): Promise<SetDraft> {
  const room = join(draftsIn(folder), id);
  // The same import may have been killed before: in its draft, or just before the pointer moved.
  await rm(room, { recursive: true, force: true });
  if ((await pointerIn(folder))?.id !== id) await rm(join(folder, id), { recursive: true, force: true });
  await mkdir(join(room, "set"), { recursive: true });
  await mkdir(join(room, "scratch"));
  return {
    id,
    folder: join(room, "set"),
    scratch: join(room, "scratch"),
    copy: (path) => copyFile(path, join(room, "set", basename(path))),
    async publish(manifest) {
      const place = join(room, "set");
      await writeFile(join(place, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
      for (const name of await readdir(place)) await flush(join(place, name));
      await flush(place);
      if ((await pointerIn(folder))?.id !== after) throw new OvertakenSet(`${after} is not current any more`);
      await rename(place, join(folder, id));
      await flush(folder);
      try {
        await share?.(id, after);
      } catch (error) {
        await rm(join(folder, id), { recursive: true, force: true });
        throw error;
      }
      await point(folder, { id });
      await rm(room, { recursive: true, force: true });
    },
    drop: () => rm(room, { recursive: true, force: true }),
  };
}

export async function pointerIn(folder: string): Promise<{ id: string } | undefined> {
  const text = await readFile(join(folder, "current.json"), "utf8").catch(absent);
  return text === undefined ? undefined : (JSON.parse(text) as { id: string });
}

/** Lets a set count that lies in the folder whole; undefined lets none of the folder's count. */
export async function pointTo(folder: string, id: string | undefined): Promise<void> {
  if (id !== undefined) return point(folder, { id });
  await rm(join(folder, "current.json"), { force: true });
}

async function point(folder: string, pointer: { id: string }): Promise<void> {
  const draft = join(folder, "current.json.new");
  await writeFile(draft, `${JSON.stringify(pointer)}\n`);
  await flush(draft);
  await rename(draft, join(folder, "current.json"));
  await flush(folder);
}

/** The manifest of a set, and every file that it names by the key `file`, its own and earlier sets'. */
export function namesIn({ id, manifest }: { id: string; manifest: unknown }): string[] {
  const names = new Set([`${id}/manifest.json`]);
  JSON.stringify(manifest, (key, value: unknown) => {
    if (key === "file" && typeof value === "string") names.add(value);
    return value;
  });
  return [...names];
}

export async function filesOf(
  folder: string,
  set: { id: string; manifest: unknown },
): Promise<{ name: string; path: string; bytes: number }[]> {
  return Promise.all(
    namesIn(set).map(async (name) => {
      const path = join(folder, name);
      return { name, path, bytes: (await stat(path)).size };
    }),
  );
}

/** The manifest of a set that lies in the folder. */
export async function readSet(folder: string, id: string): Promise<{ id: string; manifest: unknown }> {
  return { id, manifest: JSON.parse(await readFile(join(folder, id, "manifest.json"), "utf8")) };
}

export async function isHere(folder: string, name: string): Promise<boolean> {
  return (await stat(join(folder, name)).catch(absent)) !== undefined;
}

export async function putFile(
  folder: string,
  name: string,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  if (!/^[\w-]+\/[\w.-]+$/.test(name) || name.includes(".."))
    throw new TypeError(`${name} is no file of a set.`);
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, content);
  await flush(`${path}.new`);
  await rename(`${path}.new`, path);
  await flush(dirname(path));
}

/** Removes what killed imports left. */
export async function sweepDrafts(folder: string): Promise<void> {
  await rm(draftsIn(folder), { recursive: true, force: true });
}

/**
 * Removes sets that no pointer names and that were superseded a day ago.
 *
 * @param named sets that the current one takes files from
 */
export async function sweepSets(
  folder: string,
  { named, now }: { named: readonly string[]; now: Date },
): Promise<string[]> {
  const current = await pointerIn(folder);
  if (!current) return [];
  const switched = await stat(join(folder, "current.json"));
  // What was superseded last was superseded when the pointer last moved.
  if (now.getTime() - switched.mtimeMs < KEPT_HOURS * 3_600_000) return [];
  const kept = new Set([current.id, "incoming", ...named]);
  const gone: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || kept.has(entry.name)) continue;
    await rm(join(folder, entry.name), { recursive: true, force: true });
    gone.push(entry.name);
  }
  return gone;
}

/** What this process may still write where the sets lie, in bytes. */
export async function freeBytesIn(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function flush(path: string): Promise<void> {
  // Windows can neither open a folder nor needs it flushed.
  if (process.platform === "win32" && (await stat(path)).isDirectory()) return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function absent(failure: NodeJS.ErrnoException): undefined {
  if (failure.code !== "ENOENT") throw failure;
}
