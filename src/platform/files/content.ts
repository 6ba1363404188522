import { readdir, readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import type { StarterContent } from "#base/sockets.ts";

/** Reads the folder that operators edit. Paths are relative to it and cannot leave it. */
export function openContent(folder: string): StarterContent {
  const inside = (path: string) => {
    const clean = normalize(path);
    if (clean.startsWith("..") || clean.startsWith("/"))
      throw new Error(`${path} is outside the content folder`);
    return join(folder, clean);
  };
  return {
    text: (path) => readFile(inside(path), "utf8"),
    async list(path) {
      const names = await readdir(inside(path));
      return names.filter((name) => !name.startsWith(".")).sort();
    },
  };
}
