import { holdersOf } from "#features/people/public.ts";
import type { Ctx, Listener } from "#platform/context.ts";
import type { EventName, ToldEvent } from "#platform/telling.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A page counts as claimed while somebody holds it, however they came to hold it. */
export const hearsOfGrants: Partial<Record<EventName, Listener>> = {
  "grant.given": keepClaimed,
  "grant.ended": keepClaimed,
};

async function keepClaimed(ctx: Ctx, { particulars }: ToldEvent): Promise<void> {
  const scope = particulars?.scope;
  if (typeof scope !== "string" || !UUID.test(scope)) return;
  const held = (await holdersOf(ctx, [scope], ["partnership-editor"])).length > 0;
  await ctx.db
    .updateTable("partnerships")
    .set({ claimed_at: held ? ctx.now : null })
    .where("id", "=", scope)
    .where("claimed_at", held ? "is" : "is not", null)
    .execute();
}
