import { sql } from "kysely";
import type { SitemapSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { happeningPath } from "./address.ts";

export const happeningSitemap: SitemapSource<Ctx> = {
  async entries(ctx) {
    const rows = await ctx.db
      .selectFrom("happenings")
      .select(["year", "slug", sql<Date>`greatest(changed_at, stage_since)`.as("changedAt")])
      .where("listed_at", "is not", null)
      .orderBy("listed_at", "desc")
      .execute();
    return [
      { path: "/happenings" },
      ...rows.flatMap(({ year, slug, changedAt }) =>
        year !== null && slug !== null ? [{ path: happeningPath({ year, slug }), changedAt }] : [],
      ),
    ];
  },
};
