import { sql } from "kysely";
import type { SearchSource, SitemapSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { organizationPath } from "./filter.ts";
import { ORGANIZATION_KIND_WORDS } from "./kinds.ts";
import { type OrganizationRow, organizationFrom } from "./queries.ts";
import { whereWords } from "./views/list-page.tsx";

export const organizationSearch: SearchSource<Ctx> = {
  kind: "Organization",
  heading: "Organizations",
  order: 40,
  all: (text) => `/organizations?q=${encodeURIComponent(text)}`,
  async search(ctx, question, limit) {
    if (question.words.length === 0) return [];
    const asked = question.words.map((word) => `'${word.replaceAll("'", "")}':*`).join(" & ");
    const { rows } = await sql<OrganizationRow & { score: number }>`
      select *, ts_rank(words, to_tsquery('simple', ${asked}), 1)::float as score from organizations
      where merged_into is null and words @@ to_tsquery('simple', ${asked})
      order by score desc, lower(name), id limit ${limit}`.execute(ctx.db);
    return rows.map((row) => {
      const one = organizationFrom(row);
      return {
        title: one.name,
        href: organizationPath(one),
        kind: ORGANIZATION_KIND_WORDS[one.kind].one,
        summary: whereWords(one),
        score: row.score,
      };
    });
  },
};

export const organizationSitemap: SitemapSource<Ctx> = {
  async entries(ctx) {
    const rows = await ctx.db
      .selectFrom("organizations")
      .select(["slug", "changed_at"])
      .where("merged_into", "is", null)
      .orderBy("changed_at", "desc")
      .execute();
    return [
      { path: "/organizations" },
      ...rows.map((row) => ({ path: organizationPath(row), changedAt: row.changed_at })),
    ];
  },
};
