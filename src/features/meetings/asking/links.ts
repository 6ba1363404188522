import type { LocalPath } from "#base/brands.ts";
import type { Ctx } from "#platform/context.ts";
import { linkToken, openLinked } from "#platform/signed-links.ts";
import { anyMeetingById, type Meeting } from "../queries.ts";
import { type Asker, askerById } from "./queries.ts";

const COME = "meeting open link";
const CONFIRM = "meeting asker";

/** Where somebody who was not invited asks to come; only while the meeting has such a link. */
export function comeHref(
  ctx: Pick<Ctx, "seal">,
  { id, comeKey }: Pick<Meeting, "id" | "comeKey">,
): LocalPath {
  return `/come/${id}/${linkToken(ctx, COME, { id, linkKey: comeKey })}` as LocalPath;
}

/** @throws NotFound where it was closed, too */
export function openCome(
  ctx: Ctx,
  link: { id: string | undefined; token: string | undefined },
): Promise<Meeting> {
  return openLinked(ctx, COME, link, async (id) => {
    const meeting = await anyMeetingById(ctx, id);
    return meeting && { ...meeting, linkKey: meeting.comeKey, linkEndsAt: meeting.startsAt };
  });
}

/** Where somebody who asked says that the address is theirs. */
export function confirmHref(ctx: Pick<Ctx, "seal">, asker: Pick<Asker, "id" | "linkKey">): LocalPath {
  return `/come/confirm/${asker.id}/${linkToken(ctx, CONFIRM, asker)}` as LocalPath;
}

export function openConfirm(
  ctx: Ctx,
  link: { id: string | undefined; token: string | undefined },
): Promise<Asker> {
  return openLinked(ctx, CONFIRM, link, (id) => askerById(ctx, id));
}
