import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SiteParts } from "#platform/backup/write.ts";
import type { Ground } from "../house.ts";

export async function partsOf(ground: Ground): Promise<SiteParts> {
  const { version } = JSON.parse(await readFile(join(ground.root, "package.json"), "utf8")) as {
    version: string;
  };
  const { database, files, figures, secret } = ground;
  return { database, files, figures, secret, release: version };
}

/** A moment for a file's name, in the machine's own time, where its person looks for it: 2026-05-04-150000. */
export function stamp(at: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
}

export function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
