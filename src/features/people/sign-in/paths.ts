import type { LocalPath } from "#base/brands.ts";

/** The sign-in form, which leads on to `returnTo` afterwards. */
export function signInPath(returnTo?: LocalPath): LocalPath {
  return (returnTo ? `/sign-in?return=${encodeURIComponent(returnTo)}` : "/sign-in") as LocalPath;
}
