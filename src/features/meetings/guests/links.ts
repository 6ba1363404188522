import type { LocalPath } from "#base/brands.ts";
import type { Ctx } from "#platform/context.ts";
import { linkToken, openLinked } from "#platform/signed-links.ts";
import { anyMeetingById, type Meeting } from "../queries.ts";
import { linksEndAt } from "../rules.ts";
import { type Guest, guestAnywhere } from "./queries.ts";

/** What a guest's links are for; each opens its own page and none of the others. */
const PURPOSES = { rsvp: "meeting answer", notes: "meeting notes", welcome: "meeting welcome" } as const;
type Purpose = keyof typeof PURPOSES;

type Named = Pick<Guest, "id" | "linkKey">;

function href(ctx: Pick<Ctx, "seal">, purpose: Purpose, folder: string, guest: Named): LocalPath {
  return `/${folder}/${guest.id}/${linkToken(ctx, PURPOSES[purpose], guest)}` as LocalPath;
}

/** Where a guest says without an account whether they come. */
export function rsvpHref(ctx: Pick<Ctx, "seal">, guest: Named): LocalPath {
  return href(ctx, "rsvp", "rsvp", guest);
}

/** Where somebody who came reads the notes. */
export function notesHref(ctx: Pick<Ctx, "seal">, guest: Named): LocalPath {
  return href(ctx, "notes", "notes", guest);
}

/** Where somebody who has just checked in is greeted. */
export function welcomeHref(ctx: Pick<Ctx, "seal">, guest: Named): LocalPath {
  return href(ctx, "welcome", "welcome", guest);
}

export interface OpenedGuest {
  guest: Guest;
  meeting: Meeting;
}

/** @throws NotFound with the same words for whatever does not open */
export async function openGuest(
  ctx: Ctx,
  purpose: Purpose,
  link: { id: string | undefined; token: string | undefined },
): Promise<OpenedGuest> {
  const { guest, meeting } = await openLinked(ctx, PURPOSES[purpose], link, async (id) => {
    const found = await guestAnywhere(ctx, id);
    const meeting = found && (await anyMeetingById(ctx, found.guest.meeting));
    if (!found || !meeting) return undefined;
    const { id: guestId, linkKey } = found.guest;
    return { id: guestId, linkKey, linkEndsAt: linksEndAt(meeting.startsAt), guest: found.guest, meeting };
  });
  return { guest, meeting };
}
