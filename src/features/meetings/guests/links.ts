import type { LocalPath } from "#base/brands.ts";
import type { Ctx } from "#platform/context.ts";
import { linkToken } from "#platform/signed-links.ts";
import type { Guest } from "./queries.ts";

export const RSVP_PURPOSE = "meeting answer";

/** Where a guest says without an account whether they come. */
export function rsvpHref(ctx: Pick<Ctx, "seal">, guest: Pick<Guest, "id" | "linkKey">): LocalPath {
  return `/rsvp/${guest.id}/${linkToken(ctx, RSVP_PURPOSE, guest)}` as LocalPath;
}
