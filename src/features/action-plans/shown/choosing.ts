import { Conflict } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { Shown } from "../statuses.ts";
import { tellOf } from "../telling.ts";
import "../tables.ts";

/**
 * Says how much of the plan everybody may see.
 *
 * @throws Conflict when somebody changed it since `version` was read
 */
export async function chooseShown(
  ctx: Ctx,
  partnership: string,
  shown: Shown,
  version: number,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const changed = await ctx.db
      .updateTable("action_plans")
      .set({ shown, version: version + 1 })
      .where("partnership", "=", partnership)
      .where("version", "=", version)
      .returning("partnership")
      .executeTakeFirst();
    if (!changed) throw new Conflict();
    await tellOf(ctx, "action-plan.shown-chosen", partnership, { shown }, "private");
    // Also where nothing is shown from now on: what readers saw before must go.
    await tell(ctx, {
      name: "action-plan.public-face-changed",
      subject: { kind: "partnership", id: partnership },
    });
  });
}
