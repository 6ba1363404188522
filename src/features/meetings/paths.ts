import type { LocalPath } from "#base/brands.ts";
import { tablePath } from "#features/partnerships/public.ts";

/** A meeting at a partnership's shared table, or something of it: `meetingPath("platte-valley", id, "guests")`. */
export function meetingPath(slug: string, id: string, ...rest: string[]): LocalPath {
  return tablePath(slug, "meetings", id, ...rest);
}

export function meetingsPath(slug: string, ...rest: string[]): LocalPath {
  return tablePath(slug, "meetings", ...rest);
}
