import { foldText } from "#base/words/words-of.ts";
import type { County } from "./counties.ts";

/** A name without what people write differently: "St. Louis", "Saint Louis" and "st louis" are one. */
export function keyOf(name: string): string {
  return foldText(name)
    .replace(/\bsaint(e?)\b/g, "st$1")
    .replace(/[^a-z0-9]+/g, "");
}

/** Every key under which a county may be asked for: its name alone, and the name with a word for its kind. */
export function keysOf({ name, fullName, kind }: County): string[] {
  const keys = [keyOf(name), keyOf(fullName)];
  if (kind === "independent city") keys.push(keyOf(`${name} city`), keyOf(`City of ${name}`));
  // People say county even where the law says parish or borough; a name that a city has too stays the county's.
  else if (kind !== "whole") keys.push(keyOf(`${name} County`), keyOf(`County of ${name}`));
  return [...new Set(keys)];
}
