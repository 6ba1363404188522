import type { Child } from "hono/jsx";

/** Where the directory has a page of a person or organization that readers may see, by id. */
export type Directory = ReadonlyMap<string, string>;

export type NamedOne = { name: string; id: string | null };

/** A name, and the way to its own page where there is one. */
export function Name({ of, directory }: { of: NamedOne; directory: Directory }): Child {
  const href = of.id ? directory.get(of.id) : undefined;
  return href ? <a href={href}>{of.name}</a> : of.name;
}
