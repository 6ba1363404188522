import { sql } from "kysely";
import { renderPlainText } from "#base/markdown/plain-text.ts";
import type { HomeCard, SearchSource, SitemapSource } from "#base/sockets.ts";
import { excerptAround } from "#base/words/marked-text.ts";
import type { Ctx } from "#platform/context.ts";
import { thankYouPage } from "./queries.ts";
import { seasonWords, TIER_WORDS } from "./rules.ts";
import { ThanksLine } from "./views/thanks-line.tsx";

export const sponsorThanks: HomeCard<Ctx> = {
  order: 50,
  async render(ctx) {
    const { sponsors } = await thankYouPage(ctx);
    // Some are thanked twice, as presenting and as founding sponsor.
    const names = [...new Set(sponsors.map(({ name }) => name))];
    return names.length > 0 ? ThanksLine({ names }) : null;
  },
};

export const sponsorSearch: SearchSource<Ctx> = {
  kind: "Sponsor",
  heading: "Sponsors",
  order: 30,
  async search(ctx, question, limit) {
    if (!question.tsquery) return [];
    const matches = sql<boolean>`to_tsvector('english', search_text(name || ' ' || paragraph)) @@ to_tsquery('english', ${question.tsquery})`;
    const rows = await ctx.db
      .selectFrom("sponsors")
      .select(["name", "slug", "tier", "season", "paragraph"])
      .where(matches)
      .where("retired_at", "is", null)
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      title: row.name,
      href: `/sponsors#${row.slug}`,
      kind: row.season ? `${TIER_WORDS[row.tier].one}, ${seasonWords(row.season)}` : TIER_WORDS[row.tier].one,
      summary: excerptAround(renderPlainText(row.paragraph), question.roots),
      score: 0.5,
    }));
  },
};

export const sponsorSitemap: SitemapSource<Ctx> = {
  async entries(ctx) {
    const { pastSeasons } = await thankYouPage(ctx);
    return [{ path: "/sponsors" }, ...pastSeasons.map((season) => ({ path: `/sponsors/seasons/${season}` }))];
  },
};
