import { sql } from "kysely";
import type { SearchSource, SitemapSource } from "#base/sockets.ts";
import { excerptAround } from "#base/words/marked-text.ts";
import type { Ctx } from "#platform/context.ts";
import { amountWords } from "./rules.ts";

export const investmentSearch: SearchSource<Ctx> = {
  kind: "Investment",
  heading: "Investment",
  order: 35,
  async search(ctx, question, limit) {
    if (!question.tsquery) return [];
    const text = sql`search_text(investor || ' ' || purpose || ' ' || came_of_it)`;
    const rows = await ctx.db
      .selectFrom("investments")
      .selectAll()
      .where(sql<boolean>`to_tsvector('english', ${text}) @@ to_tsquery('english', ${question.tsquery})`)
      .where("retired_at", "is", null)
      .orderBy(sql`lower(investor)`)
      .orderBy("id")
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      title: row.investor,
      href: row.state_code ? `/states/${row.state_code}#investment` : "/investments#across",
      kind: `Investment, ${amountWords({
        ...row,
        atLeast: row.at_least,
        inKind: row.in_kind,
        fromYear: row.from_year,
        toYear: row.to_year,
        partOf: row.part_of,
      })}`,
      summary: excerptAround(row.purpose, question.roots),
      score: 0.4,
    }));
  },
};

export const investmentSitemap: SitemapSource<Ctx> = {
  entries: async () => [{ path: "/investments" }],
};
