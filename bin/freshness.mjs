import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const ingredients = ["src", "bin/bundle.mjs", "package.json", "package-lock.json", "tsconfig.json"];

/** Is what was built of this part (`assets` or `server`) made from the sources as they stand now? */
export function isFresh(part) {
  // An image that carries only what was built has no sources, and nothing to build.
  if (!existsSync(join(root, "src"))) return existsSync(join(root, "dist"));
  const path = stampOf(part);
  return existsSync(path) && readFileSync(path, "utf8") === stateOfSources();
}

/** Remembers the sources as they stand now; the returned function says that the build made from them is done. */
export function markFresh(part) {
  const before = stateOfSources();
  return () => {
    mkdirSync(join(root, "dist"), { recursive: true });
    writeFileSync(stampOf(part), before);
  };
}

const stampOf = (part) => join(root, "dist", `.${part}-built-from`);

/** A text that changes whenever anything changes that the build is made from. */
export function stateOfSources() {
  const hash = createHash("sha256");
  for (const name of ingredients) describe(name, hash);
  return hash.digest("hex");
}

function describe(name, hash) {
  const path = join(root, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    for (const child of readdirSync(path).sort()) describe(`${name}/${child}`, hash);
  } else if (!/\.(test\.tsx?|md)$/.test(name)) {
    hash.update(`${name} ${stat?.size} ${stat?.mtimeMs}\n`);
  }
}
