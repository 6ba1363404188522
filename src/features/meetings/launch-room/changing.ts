import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { tell } from "#platform/events.ts";
import { announce } from "#platform/live.ts";
import { type Room, roomOf } from "./queries.ts";

/** What phones watch, and what the screens of the room watch beside it: on those also shows who has voted. */
export const phonesTopic = (meeting: string) => `launch ${meeting}`;
export const screensTopic = (meeting: string) => `launch screens ${meeting}`;

/** Says that something in the room looks different now. */
export async function showOn(ctx: Ctx, meeting: string, where: "everywhere" | "screens"): Promise<void> {
  if (where === "everywhere") await announce(ctx, phonesTopic(meeting));
  await announce(ctx, screensTopic(meeting));
}

/**
 * The room, held until the transaction ends: whoever changes it comes one after the other. Those who vote only look at
 * its key meanwhile, and do not wait.
 *
 * @throws NotFound
 */
export async function lockRoom(ctx: Ctx, meeting: string): Promise<Room> {
  await ctx.db
    .selectFrom("launch_rooms")
    .select("meeting")
    .where("meeting", "=", meeting)
    .forNoKeyUpdate()
    .execute();
  const room = await roomOf(ctx, meeting);
  if (!room) throw new NotFound();
  return room;
}

/** The audit log names the partnership and numbers; what was said and who voted is the room's own. */
export async function tellOf(
  ctx: Ctx,
  name: `launch.${string}`,
  room: Pick<Room, "meeting" | "partnership">,
  particulars: Record<string, unknown> = {},
): Promise<void> {
  await tell(ctx, {
    name,
    subject: { kind: "partnership", id: room.partnership },
    particulars: { meeting: room.meeting, ...particulars },
  });
}
