import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tellOf } from "../open-meeting.ts";
import { type Meeting, meetingById } from "../queries.ts";
import type { AgendaItem } from "../tables.ts";

/** @throws Conflict when somebody changed the meeting since `version` was read */
export async function writeAgenda(
  ctx: Ctx,
  meeting: Pick<Meeting, "id" | "partnership" | "kind">,
  agenda: readonly AgendaItem[],
  version: number,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("meetings")
      .set({ agenda: JSON.stringify(agenda), version: version + 1, changed_at: ctx.now })
      .where("id", "=", meeting.id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!row) {
      if (!(await meetingById(ctx, meeting.partnership, meeting.id))) throw new NotFound();
      throw new Conflict();
    }
    await tellOf(ctx, "meeting.agenda-written", meeting);
  });
}
