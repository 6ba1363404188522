import { Conflict } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import type { SettingsFacts } from "./facts.ts";
import { tellOf } from "./telling.ts";

/**
 * Says in which zone a team meets and who answers its mails.
 *
 * @throws Conflict when somebody changed it since `version` was read
 */
export async function changeSettings(
  ctx: Ctx,
  partnership: string,
  { timeZone, repliesTo }: SettingsFacts,
  version: number,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = {
      time_zone: timeZone,
      reply_name: repliesTo?.name ?? null,
      reply_email: repliesTo?.email ?? null,
      version: version + 1,
    };
    const saved =
      version === 0
        ? await ctx.db
            .insertInto("workspaces")
            .values({ partnership, ...row })
            .onConflict((on) => on.doNothing())
            .returning("version")
            .executeTakeFirst()
        : await ctx.db
            .updateTable("workspaces")
            .set(row)
            .where("partnership", "=", partnership)
            .where("version", "=", version)
            .returning("version")
            .executeTakeFirst();
    if (!saved) throw new Conflict();
    await tellOf(ctx, "roster.settings-changed", partnership, {});
  });
}
