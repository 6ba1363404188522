import type { SitemapSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { decisionPath } from "./decision-paths.ts";
import { decisionsForEveryone } from "./decisions/queries.ts";

const MOST_IN_SITEMAP = 5_000;

export const decisionSitemap: SitemapSource<Ctx> = {
  async entries(ctx) {
    const decisions = await decisionsForEveryone(ctx, MOST_IN_SITEMAP);
    return [
      { path: "/industry/regions" },
      ...decisions.map(({ id, createdAt }) => ({ path: decisionPath(id), changedAt: createdAt })),
    ];
  },
};
