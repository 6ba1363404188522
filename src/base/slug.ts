/** Longest slug, in characters; long enough for a headline, short enough for an address bar. */
export const SLUG_LENGTH = 80;

/** A title as it stands in an address: lower-case ASCII words joined by hyphens; empty where none remain. */
export function slugify(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/['’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (words.length <= SLUG_LENGTH) return words;
  const cut = words.slice(0, SLUG_LENGTH + 1);
  const lastBreak = cut.lastIndexOf("-");
  return lastBreak > SLUG_LENGTH / 2 ? cut.slice(0, lastBreak) : words.slice(0, SLUG_LENGTH);
}

/** The nth try at a slug that others may have taken already: `name`, `name-2`, `name-3`, … */
export function numberedSlug(slug: string, attempt: number): string {
  return attempt < 2 ? slug : `${slug.slice(0, SLUG_LENGTH - 6).replace(/-+$/, "")}-${attempt}`;
}
