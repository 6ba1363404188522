import type { Ctx } from "#platform/context.ts";
import type { Db } from "#platform/database/tables.ts";
import "./tables.ts";

export const WELCOME_PATH = "/welcome";

/**
 * Somebody has come for the first time: a page welcomes them, and an editor is to greet them in person.
 *
 * @returns whether that was not known yet
 */
export async function expectNewcomer(ctx: Ctx, personId: string): Promise<boolean> {
  const added = await ctx.db
    .insertInto("welcomes")
    .values({
      person: personId,
      joined_at: ctx.now,
      seen_at: null,
      in_hand: null,
      greeted_at: null,
      greeted_by: null,
      note: "",
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("person")
    .executeTakeFirst();
  return added !== undefined;
}

export async function isToBeWelcomed(ctx: { db: Db }, personId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("welcomes")
    .select("person")
    .where("person", "=", personId)
    .where("seen_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The welcome page was shown; from now on signing in leads elsewhere. */
export async function noteWelcomeSeen(ctx: Ctx, personId: string): Promise<void> {
  await ctx.db
    .updateTable("welcomes")
    .set({ seen_at: ctx.now })
    .where("person", "=", personId)
    .where("seen_at", "is", null)
    .execute();
}
