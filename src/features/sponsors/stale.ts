import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";

/** Why a change that named a version found no row: somebody saved meanwhile, or there never was one. */
export async function staleOrMissing(
  ctx: Ctx,
  table: "sponsors" | "sponsor_opportunities" | "sponsor_inquiries",
  id: string,
) {
  const row = await ctx.db.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst();
  return row ? new Conflict() : new NotFound();
}
