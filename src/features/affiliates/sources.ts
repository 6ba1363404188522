import { sql } from "kysely";
import { renderPlainText } from "#base/markdown/plain-text.ts";
import type { SearchSource, SitemapSource } from "#base/sockets.ts";
import { excerptAround } from "#base/words/marked-text.ts";
import type { Ctx } from "#platform/context.ts";
import { KIND_WORDS } from "./rules.ts";

export const affiliateSearch: SearchSource<Ctx> = {
  kind: "Affiliate",
  heading: "Affiliates",
  order: 28,
  async search(ctx, question, limit) {
    if (!question.tsquery) return [];
    const text = sql`search_text(name || ' ' || summary || ' ' || story)`;
    const rows = await ctx.db
      .selectFrom("affiliates")
      .select(["name", "slug", "kind", "summary", "story"])
      .where(sql<boolean>`to_tsvector('english', ${text}) @@ to_tsquery('english', ${question.tsquery})`)
      .where("retired_at", "is", null)
      .orderBy(sql`lower(name)`)
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      title: row.name,
      href: `/affiliates/${row.slug}`,
      kind: `Affiliate, ${KIND_WORDS[row.kind].one.toLowerCase()}`,
      summary: row.summary || excerptAround(renderPlainText(row.story), question.roots),
      score: 0.5,
    }));
  },
};

export const affiliateSitemap: SitemapSource<Ctx> = {
  async entries(ctx) {
    const rows = await ctx.db
      .selectFrom("affiliates")
      .select(["slug", "changed_at as changedAt"])
      .where("retired_at", "is", null)
      .orderBy("slug")
      .execute();
    return [
      { path: "/affiliates" },
      ...rows.map(({ slug, changedAt }) => ({ path: `/affiliates/${slug}`, changedAt })),
    ];
  },
};
