import { Conflict } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { lockAction } from "../actions.ts";
import { tellOf } from "../telling.ts";
import "../tables.ts";

/**
 * Marks what is done as a quick win, or takes the mark away.
 *
 * @throws Conflict for what is not done; NotFound
 */
export async function markQuickWin(
  ctx: Ctx,
  partnership: string,
  id: string,
  isQuickWin: boolean,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const action = await lockAction(ctx, partnership, id);
    if (isQuickWin && action.status !== "done")
      throw new Conflict("It is not done any more, so it was not marked as a quick win.");
    if (action.isQuickWin === isQuickWin) return;
    await ctx.db
      .updateTable("plan_actions")
      .set({ is_quick_win: isQuickWin, version: action.version + 1, changed_at: ctx.now })
      .where("id", "=", id)
      .execute();
    await tellOf(ctx, isQuickWin ? "action-plan.quick-win-marked" : "action-plan.changed", partnership, {
      action: id,
    });
  });
}
