import type { LocalPath } from "#base/brands.ts";
import { tablePath, tableTrail } from "#features/partnerships/public.ts";

/** The letters of a partnership, or something of them: `lettersPath("platte-valley", round, "text")`. */
export function lettersPath(slug: string, ...rest: string[]): LocalPath {
  return tablePath(slug, "letters", ...rest);
}

/** The way to a page of the letters. */
export function lettersTrail(
  workspace: { slug: string; name: string },
  ...steps: { href: string; label: string }[]
): { href: string; label: string }[] {
  return tableTrail(workspace, { href: lettersPath(workspace.slug), label: "Letters" }, ...steps);
}

export function libraryPath(slug?: string): LocalPath {
  return (slug ? `/letters/library/${slug}` : "/letters/library") as LocalPath;
}
