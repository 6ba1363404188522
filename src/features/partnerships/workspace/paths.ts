import type { LocalPath } from "#base/brands.ts";

/** A partnership's shared table, or something on it: `tablePath("platte-valley", "meetings", id)`. */
export function tablePath(slug: string, ...rest: string[]): LocalPath {
  return ["/partnerships", slug, "table", ...rest].join("/") as LocalPath;
}

/** The pattern of a route on the shared table: `ofTable("/meetings/:id")`. */
export function ofTable(rest = ""): string {
  return `/partnerships/:slug/table${rest}`;
}

/** The way to a page of the shared table, as `PageHead` takes it. */
export function tableTrail(
  { slug, name }: { slug: string; name: string },
  ...steps: { href: string; label: string }[]
): { href: string; label: string }[] {
  return [
    { href: `/partnerships/${slug}`, label: name },
    { href: tablePath(slug), label: "Shared table" },
    ...steps,
  ];
}
