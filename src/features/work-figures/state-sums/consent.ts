import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import "../tables.ts";

/** Since when a partnership's figures may go into its state's sums; null where they may not. */
export async function countedSince(ctx: Ctx, partnership: string): Promise<Date | null> {
  const row = await ctx.db
    .selectFrom("state_sum_consents")
    .select("since")
    .where("partnership", "=", partnership)
    .executeTakeFirst();
  return row?.since ?? null;
}

/** Says whether a partnership's figures may go into its state's sums from now on; saying it twice changes nothing. */
export async function setCounted(ctx: Ctx, partnership: string, counted: boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    const changed = counted
      ? await ctx.db
          .insertInto("state_sum_consents")
          .values({ partnership, since: ctx.now })
          .onConflict((on) => on.doNothing())
          .returning("partnership")
          .executeTakeFirst()
      : await ctx.db
          .deleteFrom("state_sum_consents")
          .where("partnership", "=", partnership)
          .returning("partnership")
          .executeTakeFirst();
    if (!changed) return;
    await tell(ctx, {
      name: counted ? "work-figures.counted-in" : "work-figures.counted-out",
      subject: { kind: "partnership", id: partnership },
    });
  });
}
