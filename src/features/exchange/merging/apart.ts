import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import "../tables.ts";

interface Pair {
  a: { id: string };
  b: { id: string };
}

/** Two ids always in the same order, as they are kept. */
const ordered = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);

/** Pairs that nobody has said are two. One query. */
export async function notKnownApart<T extends Pair>(
  ctx: Ctx,
  kind: string,
  pairs: readonly T[],
): Promise<T[]> {
  if (pairs.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("known_apart")
    .select(["a", "b"])
    .where("kind", "=", kind)
    .where(
      "a",
      "in",
      pairs.map(({ a, b }) => ordered(a.id, b.id)[0]),
    )
    .execute();
  const apart = new Set(rows.map(({ a, b }) => `${a} ${b}`));
  return pairs.filter(({ a, b }) => !apart.has(ordered(a.id, b.id).join(" ")));
}

/** Somebody has looked: they are two, and are not shown as doubles again. */
export async function keepApart(ctx: Ctx, kind: string, one: string, other: string): Promise<void> {
  const [a, b] = ordered(one, other);
  await transact(ctx, async (ctx) => {
    await ctx.db
      .insertInto("known_apart")
      .values({ kind, a, b, said_by: ctx.actor.kind === "guest" ? "" : ctx.actor.name, said_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tell(ctx, {
      name: "doubles.kept-apart",
      subject: { kind, id: a },
      particulars: { kind, other: b },
    });
  });
}
