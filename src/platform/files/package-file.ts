import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/**
 * Reads a file out of an installed package, such as "@fontsource/public-sans/files/….woff2". Resolved from where this
 * module runs, so it is found from the sources and from the bundle alike, with `node_modules` beside or above.
 */
export function readPackageFile(specifier: string): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve(specifier));
}
