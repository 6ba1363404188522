import type { LocalPath } from "#base/brands.ts";
import { tablePath } from "#features/partnerships/public.ts";

/** Where a team sees its figures, and what lies below: `figuresPath(slug, "/state")`. */
export const figuresPath = (slug: string, rest = ""): LocalPath => tablePath(slug, `figures${rest}`);
