import { Conflict } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tellDecision } from "../decisions/deciding.ts";
import type { Decision } from "../decisions/queries.ts";

/**
 * Keeps what a team writes on its sheet of facts.
 *
 * @throws Conflict when somebody has written since `version` was read; 0 is the sheet that nobody has written on
 */
export async function keepFactSheet(
  ctx: Ctx,
  { id, region }: Pick<Decision, "id" | "region">,
  { ask, contact, version }: { ask: string; contact: string; version: number },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = { ask, contact, version: version + 1, changed_at: ctx.now };
    const kept =
      version === 0
        ? await ctx.db
            .insertInto("fact_sheets")
            .values({ decision: id, ...row })
            .onConflict((conflict) => conflict.doNothing())
            .returning("decision")
            .executeTakeFirst()
        : await ctx.db
            .updateTable("fact_sheets")
            .set(row)
            .where("decision", "=", id)
            .where("version", "=", version)
            .returning("decision")
            .executeTakeFirst();
    if (!kept) throw new Conflict();
    await tellDecision(ctx, "sector-decision.facts-changed", { id, region });
  });
}
