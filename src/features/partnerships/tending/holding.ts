import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";

type Held = "partnership_claims" | "partnership_proposals";
const KINDS = {
  partnership_claims: "partnership-claim",
  partnership_proposals: "partnership-proposal",
} as const;

/**
 * Puts something that waits on the desk into an editor's hand, so that two do not decide about it at once.
 *
 * @param from whose hand the editor saw it in, by id; null for nobody's
 * @throws Conflict when it is in another hand by now; NotFound when it does not wait any more
 */
export async function takeInHand(
  ctx: Ctx,
  table: Held,
  id: string,
  by: string,
  from: string | null,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const holder = await lockedHolder(ctx, table, id);
    if (holder === by) return;
    if (holder !== from)
      throw new Conflict("Somebody else has taken this in hand just now, so it was left with them.");
    await ctx.db.updateTable(table).set({ in_hand: by }).where("id", "=", id).execute();
    await tell(ctx, {
      name: `${KINDS[table]}.taken`,
      subject: { kind: KINDS[table], id },
      ...(from ? { particulars: { takenOver: true } } : {}),
    });
  });
}

/** Hands it back; nothing happens when it is not in this hand. */
export async function handBack(ctx: Ctx, table: Held, id: string, by: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    if ((await lockedHolder(ctx, table, id)) !== by) return;
    await ctx.db.updateTable(table).set({ in_hand: null }).where("id", "=", id).execute();
    await tell(ctx, { name: `${KINDS[table]}.released`, subject: { kind: KINDS[table], id } });
  });
}

async function lockedHolder(ctx: Ctx, table: Held, id: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom(table)
    .select("in_hand")
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound("This was decided before.");
  return row.in_hand;
}
