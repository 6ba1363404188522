import { sql } from "kysely";
import type { SearchSource, SitemapSource } from "#base/sockets.ts";
import { excerptAround, hasAnswer } from "#base/words/marked-text.ts";
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

interface Found {
  id: string;
  region: string;
  firstTitle: string;
  counties: string;
  why: string;
  score: number;
}

/** Decisions that everyone may read, each in its newest such version, by region, sector, counties and reason. */
export const decisionSearch: SearchSource<Ctx> = {
  kind: "Decision",
  heading: "Decisions on a sector",
  order: 32,
  async search(ctx, { tsquery, roots }, limit) {
    if (!tsquery) return [];
    const { rows } = await sql<Found>`
      with best as (
        select d.id, ts_rank(d.words, to_tsquery('english', ${tsquery})) as score, d.decided_on
        from sector_decisions d
        where d.shown = 'everyone' and d.words @@ to_tsquery('english', ${tsquery})
          and not exists (select from sector_decisions newer
            where newer.series = d.series and newer.number > d.number and newer.shown = 'everyone')
        order by score desc, d.decided_on desc, d.id limit ${limit}
      )
      select d.id, d.record -> 'region' ->> 'name' as region, d.record ->> 'why' as why, best.score,
        (select one ->> 'title' from jsonb_array_elements(d.record -> 'rows') one
          where one ->> 'industry' = d.record ->> 'first') as "firstTitle",
        (select string_agg(one ->> 'name', '; ') from jsonb_array_elements(d.record -> 'region' -> 'counties') one)
          as counties
      from best join sector_decisions d on d.id = best.id
      order by best.score desc, best.decided_on desc, d.id`.execute(ctx.db);
    return rows.map(({ id, region, firstTitle, counties, why, score }) => ({
      title: `${region}: ${firstTitle} first`,
      href: decisionPath(id),
      kind: "Decision on a sector",
      summary: excerptAround([why, counties].find((text) => hasAnswer(text, roots)) ?? why, roots),
      score: Number(score),
    }));
  },
};
