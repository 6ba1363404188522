import type { LocalPath } from "#base/brands.ts";
import type { Ctx } from "#platform/context.ts";
import { linkToken, openLinked } from "#platform/signed-links.ts";
import { anyMeetingById, type Meeting } from "../queries.ts";
import { linksEndAt } from "../rules.ts";

const DOOR = "meeting door";

/** What the code at the door leads to. */
export function doorHref(
  ctx: Pick<Ctx, "seal">,
  { id, doorKey }: Pick<Meeting, "id" | "doorKey">,
): LocalPath {
  return `/check-in/${id}/${linkToken(ctx, DOOR, { id, linkKey: doorKey })}` as LocalPath;
}

export function openDoor(
  ctx: Ctx,
  link: { id: string | undefined; token: string | undefined },
): Promise<Meeting> {
  return openLinked(ctx, DOOR, link, async (id) => {
    const meeting = await anyMeetingById(ctx, id);
    return meeting && { ...meeting, linkKey: meeting.doorKey, linkEndsAt: linksEndAt(meeting.startsAt) };
  });
}
