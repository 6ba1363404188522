import { moveFurther } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";

/**
 * Notes that invitations went out to these guests of one meeting: they are asked now, on the roster too. Whoever was
 * invited before keeps the day of the first invitation.
 */
export async function markInvited(ctx: Ctx, guestIds: readonly string[]): Promise<void> {
  if (guestIds.length === 0) return;
  await transact(ctx, async (ctx) => {
    const meetings = await ctx.db
      .selectFrom("meetings as m")
      .innerJoin("meeting_guests as g", "g.meeting", "m.id")
      .select(["m.id", "m.partnership", "m.kind", "m.title"])
      .distinct()
      .where("g.id", "in", guestIds)
      .execute();
    for (const meeting of meetings) {
      const before = await ctx.db
        .selectFrom("meeting_guests")
        .select("id")
        .where("meeting", "=", meeting.id)
        .where("invited_at", "is not", null)
        .limit(1)
        .executeTakeFirst();
      const invited = await ctx.db
        .updateTable("meeting_guests")
        .set({ state: "invited", invited_at: ctx.now })
        .where("id", "in", guestIds)
        .where("meeting", "=", meeting.id)
        .where("state", "=", "listed")
        .returning("contact")
        .execute();
      await moveFurther(
        ctx,
        meeting.partnership,
        invited.flatMap(({ contact }) => contact ?? []),
        "asked",
        `Invited to “${meeting.title}”`,
      );
      if (invited.length > 0 && !before)
        await tell(ctx, {
          name: "meeting.invited",
          subject: { kind: "partnership", id: meeting.partnership },
          particulars: { meeting: meeting.id, kind: meeting.kind, guests: invited.length },
        });
    }
  });
}

/** Notes that guests were reminded, now. */
export async function markReminded(ctx: Ctx, guestIds: readonly string[]): Promise<void> {
  if (guestIds.length === 0) return;
  await ctx.db
    .updateTable("meeting_guests")
    .set({ reminded_at: ctx.now })
    .where("id", "in", guestIds)
    .execute();
}
