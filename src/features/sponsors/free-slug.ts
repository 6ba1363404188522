import { numberedSlug, slugify } from "#base/slug.ts";
import type { Ctx } from "#platform/context.ts";

/** A slug that nothing of this table has yet. */
export async function freeSlug(
  ctx: Ctx,
  table: "sponsors" | "sponsor_opportunities",
  name: string,
): Promise<string> {
  const base = slugify(name) || "sponsor";
  for (let attempt = 1; ; attempt += 1) {
    const slug = numberedSlug(base, attempt);
    const taken = await ctx.db.selectFrom(table).select("id").where("slug", "=", slug).executeTakeFirst();
    if (!taken) return slug;
  }
}
