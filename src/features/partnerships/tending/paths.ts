import type { LocalPath } from "#base/brands.ts";

/** A partnership's page for readers. */
export function pagePath(slug: string): LocalPath {
  return `/partnerships/${slug}` as LocalPath;
}

/** Where those who look after it do so; with a section, that section's own page. */
export function tendPath(slug: string, section = ""): LocalPath {
  return `/partnerships/${slug}/tend${section && `/${section}`}` as LocalPath;
}
