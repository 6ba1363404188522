import type { Ctx } from "../context.ts";
import type { ToldEvent } from "../telling.ts";
import { insideTransaction } from "./guarded-dialect.ts";

/**
 * One action, one transaction: the write, its event row and its job commit together or not at all. Nested calls
 * join the outer transaction. What was told is passed on only after the commit, so nobody acts on what was
 * rolled back; and nothing read inside is kept for others, who must not see what is not committed.
 */
export async function transact<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.told) return work(ctx);
  const told: ToldEvent[] = [];
  const value = await ctx.db
    .transaction()
    .execute((trx) => insideTransaction(() => work({ ...ctx, db: trx, told, keep: afresh })));
  if (told.length > 0) ctx.committed(told);
  return value;
}

const afresh: Ctx["keep"] = (_key, make) => make();
