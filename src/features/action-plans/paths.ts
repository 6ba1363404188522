import type { LocalPath } from "#base/brands.ts";
import { tablePath } from "#features/partnerships/public.ts";

/** A partnership's action plan at its shared table, or something of it. */
export function planPath(slug: string, ...rest: string[]): LocalPath {
  return tablePath(slug, "plan", ...rest);
}

/** What everybody may see of a plan. */
export function publicPlanPath(slug: string): LocalPath {
  return `/partnerships/${slug}/plan` as LocalPath;
}
