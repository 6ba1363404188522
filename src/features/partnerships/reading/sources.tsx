import type { HomeCard, SitemapSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { partnershipPath } from "./address.ts";
import { partnershipsByState } from "./overviews.ts";
import { HomeStrip } from "./views/home-strip.tsx";
import "../tables.ts";

export const partnershipSitemap: SitemapSource<Ctx> = {
  async entries(ctx) {
    const rows = await ctx.db
      .selectFrom("partnerships")
      .select(["slug", "changed_at as changedAt"])
      .where("hidden_at", "is", null)
      .orderBy("changed_at", "desc")
      .execute();
    return [
      { path: "/partnerships" },
      ...rows.map(({ slug, changedAt }) => ({ path: partnershipPath(slug), changedAt })),
    ];
  },
};

/** The states with the most partnerships, as a strip on the home page; nothing while there are none. */
export const partnershipStrip: HomeCard<Ctx> = {
  order: 10,
  async render(ctx) {
    const total = await countOf(ctx);
    return total > 0 ? <HomeStrip byState={await partnershipsByState(ctx)} total={total} /> : null;
  },
};

async function countOf(ctx: Ctx): Promise<number> {
  const { count } = await ctx.db
    .selectFrom("partnerships")
    .select((is) => is.fn.countAll<string>().as("count"))
    .where("hidden_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
