import { z } from "zod";
import { systemClock } from "../clock.ts";
import type { Bucket } from "./bucket.ts";
import {
  filesOf,
  isHere,
  KEPT_HOURS,
  namesIn,
  OvertakenSet,
  pointerIn,
  pointTo,
  putFile,
  readSet,
} from "./sets.ts";

/** Which set counts, and which did before and since when not; null where the last one was taken back. */
const Pointer = z.object({
  id: z.string().nullable(),
  superseded: z.array(z.object({ id: z.string(), on: z.iso.datetime() })).default([]),
});
type Pointer = z.infer<typeof Pointer>;

const POINTER = "current.json";
const manifestOf = (id: string) => `${id}/manifest.json`;

/** Sets that lie in a bucket, and wholly in a folder here as well, from which they are read. */
export interface SharedSets {
  /**
   * Follows the bucket, which is asked at most twice a minute. Whoever has a set to read does not wait for a newer one.
   * False where nobody knows yet what counts.
   */
  follow(): Promise<boolean>;
  /**
   * Sends a set that lies in the folder and lets it count.
   *
   * @throws OvertakenSet when another set than `after` counts there
   */
  publish(id: string, after: string | undefined): Promise<void>;
  /** Lets a set count that lies in the folder, whatever counted before; undefined: none. */
  pointTo(id: string | undefined): Promise<void>;
  /** Removes sets from the bucket that were superseded a day ago and that the current one takes no file from. */
  sweep(given: { named: readonly string[]; now: Date }): Promise<void>;
}

export function shareSets(
  folder: string,
  bucket: Bucket,
  { askAgainMs = 30_000, onTrouble }: { askAgainMs?: number; onTrouble: (error: unknown) => void },
): SharedSets {
  let asked = Number.NEGATIVE_INFINITY;
  let coming: Promise<void> | undefined;
  let known = false;

  async function read(): Promise<(Pointer & { version: string }) | undefined> {
    const found = await bucket.text(POINTER);
    return found && { ...Pointer.parse(JSON.parse(found.text)), version: found.version };
  }

  /** Makes the folder what the bucket is. */
  async function catchUp(): Promise<void> {
    const pointer = await read();
    const own = await pointerIn(folder);
    // What was imported before there was a bucket goes there.
    if (!pointer) await (own && move(own.id, undefined));
    else if (pointer.id === null) await (own && pointTo(folder, undefined));
    else if (pointer.id !== own?.id) {
      await bring(pointer.id);
      await pointTo(folder, pointer.id);
    }
    known = true;
  }

  async function bring(id: string): Promise<void> {
    const found = await bucket.text(manifestOf(id));
    if (!found) throw new Error(`The set ${id} counts and is not in the bucket.`);
    for (const name of namesIn({ id, manifest: JSON.parse(found.text) }))
      if (!(await isHere(folder, name))) await putFile(folder, name, await bucket.bring(name));
  }

  async function move(id: string, pointer: (Pointer & { version: string }) | undefined): Promise<void> {
    for (const { name, path } of await filesOf(folder, await readSet(folder, id)))
      if (!(await bucket.has(name))) await bucket.send(name, path);
    await point(id, pointer);
  }

  async function point(
    id: string | null,
    before: (Pointer & { version: string }) | undefined,
  ): Promise<void> {
    const left = before?.id ? [{ id: before.id, on: systemClock.now().toISOString() }] : [];
    const superseded = [...(before?.superseded ?? []), ...left].filter((one) => one.id !== id);
    if (await write({ id, superseded }, before?.version)) return;
    // It may have been written and the answer lost.
    if ((await read())?.id === id) return;
    asked = Number.NEGATIVE_INFINITY;
    throw new OvertakenSet(`${before?.id ?? "None"} is not current any more`);
  }

  const write = (pointer: Pointer, version: string | undefined) =>
    bucket.putText(POINTER, `${JSON.stringify(pointer)}\n`, version);

  return {
    async follow() {
      const now = performance.now();
      if (!coming && now - asked >= askAgainMs) {
        asked = now;
        coming = catchUp()
          .catch(onTrouble)
          .finally(() => {
            coming = undefined;
          });
      }
      if (coming && !(await pointerIn(folder))) await coming;
      return known || (await pointerIn(folder)) !== undefined;
    },
    async publish(id, after) {
      const pointer = await read();
      if ((pointer?.id ?? undefined) !== after) {
        asked = Number.NEGATIVE_INFINITY;
        throw new OvertakenSet(`${after ?? "None"} is not current any more`);
      }
      await move(id, pointer);
    },
    async pointTo(id) {
      const pointer = await read();
      if (id !== undefined) await move(id, pointer);
      else if (pointer) await point(null, pointer);
    },
    async sweep({ named, now }) {
      const pointer = await read();
      // Whoever has not caught up does not know what the current set is made of.
      if (!pointer || pointer.id !== (await pointerIn(folder))?.id) return;
      const isOver = ({ id, on }: Pointer["superseded"][number]) =>
        !named.includes(id) && now.getTime() - new Date(on).getTime() >= KEPT_HOURS * 3_600_000;
      const over = pointer.superseded.filter(isOver);
      for (const { id } of over) {
        const found = await bucket.text(manifestOf(id));
        const names = found ? namesIn({ id, manifest: JSON.parse(found.text) }) : [];
        // The manifest, which names the others, goes last.
        for (const name of names.reverse()) if (name.startsWith(`${id}/`)) await bucket.remove(name);
      }
      const superseded = pointer.superseded.filter((one) => !isOver(one));
      if (over.length > 0) await write({ id: pointer.id, superseded }, pointer.version);
    },
  };
}
