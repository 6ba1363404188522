import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { announce } from "#platform/live.ts";
import { doorTopic } from "../door/actions.ts";
import { guestCounts } from "../guests/queries.ts";
import { tellOf } from "../open-meeting.ts";
import { type Meeting, meetingById } from "../queries.ts";
import { mayEnd, mayOpen } from "../rules.ts";

type Of = Pick<Meeting, "id" | "partnership">;

/** The meeting begins, on its day. Twice is once. @throws Conflict before its day, and for one that was called off */
export async function openMeeting(ctx: Ctx, of: Of): Promise<void> {
  await transact(ctx, async (ctx) => {
    const meeting = await lock(ctx, of);
    if (meeting.state === "under-way") return;
    if (!mayOpen(meeting, ctx.now))
      throw new Conflict(
        "This meeting cannot be opened now: it is not its day, or it was held or called off.",
      );
    await ctx.db
      .updateTable("meetings")
      .set({ state: "under-way", opened_at: ctx.now, changed_at: ctx.now })
      .where("id", "=", of.id)
      .execute();
    await tellOf(ctx, "meeting.opened", meeting);
    await announce(ctx, doorTopic(meeting));
  });
}

/** The meeting has ended: who came is counted. Twice is once. @throws Conflict before it began */
export async function endMeeting(ctx: Ctx, of: Of): Promise<void> {
  await transact(ctx, async (ctx) => {
    const meeting = await lock(ctx, of);
    if (meeting.state === "held") return;
    if (!mayEnd(meeting, ctx.now))
      throw new Conflict("This meeting cannot be ended: it has not begun, or it was called off.");
    await ctx.db
      .updateTable("meetings")
      .set({
        state: "held",
        opened_at: meeting.openedAt ?? meeting.startsAt,
        ended_at: ctx.now,
        changed_at: ctx.now,
      })
      .where("id", "=", of.id)
      .execute();
    const { business, public: others } = (await guestCounts(ctx, [of.id])).get(of.id)!;
    await tellOf(ctx, "meeting.held", meeting, { business: business.came, public: others.came });
    await announce(ctx, doorTopic(meeting));
  });
}

/** It had not ended after all. @throws Conflict once its notes went out */
export async function reopenMeeting(ctx: Ctx, of: Of): Promise<void> {
  await transact(ctx, async (ctx) => {
    const meeting = await lock(ctx, of);
    if (meeting.state !== "held" || meeting.notesPublishedAt)
      throw new Conflict(
        "Only a meeting that has ended and whose notes have not gone out can be taken up again.",
      );
    await ctx.db
      .updateTable("meetings")
      .set({ state: "under-way", ended_at: null, changed_at: ctx.now })
      .where("id", "=", of.id)
      .execute();
    await tellOf(ctx, "meeting.reopened", meeting);
    await announce(ctx, doorTopic(meeting));
  });
}

async function lock(ctx: Ctx, { id, partnership }: Of): Promise<Meeting> {
  await ctx.db.selectFrom("meetings").select("id").where("id", "=", id).forUpdate().execute();
  const meeting = await meetingById(ctx, partnership, id);
  if (!meeting) throw new NotFound();
  return meeting;
}
