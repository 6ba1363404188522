import type { LocalPath } from "#base/brands.ts";
import { tablePath } from "#features/partnerships/public.ts";

/** Somebody's page on a partnership's roster. */
export function contactPath(slug: string, id: string, ...rest: string[]): LocalPath {
  return tablePath(slug, "people", id, ...rest);
}

export function peoplePath(slug: string, ...rest: string[]): LocalPath {
  return tablePath(slug, "people", ...rest);
}

export function companiesPath(slug: string, ...rest: string[]): LocalPath {
  return tablePath(slug, "companies", ...rest);
}
