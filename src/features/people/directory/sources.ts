import { sql } from "kysely";
import type { SearchSource, SitemapSource } from "#base/sockets.ts";
import { excerptAround, hasAnswer } from "#base/words/marked-text.ts";
import { stateByCode } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { profileColumns } from "../profiles/queries.ts";
import { roleWords } from "../profiles/roles.ts";
import { type ProfileRow, type SeenProfile, seenBy, viewerOf } from "../profiles/visibility.ts";
import { wordsQuery } from "./queries.ts";

/** Of many who match, this many are ranked. */
const MOST_RANKED = 500;

/** Listed people by what this reader may see of them. */
export const peopleSearch: SearchSource<Ctx> = {
  kind: "Person",
  heading: "People",
  order: 40,
  all: (text) => `/people?${new URLSearchParams({ q: text })}`,
  async search(ctx, question, limit) {
    const viewer = viewerOf(ctx.actor);
    const asked = wordsQuery(question.text);
    if (!asked) return [];
    const found = sql.ref(`p.found_${viewer}`);
    const { rows } = await sql<ProfileRow & { person_name: string; score: number }>`
      with matching as (
        select p.person, ts_rank(${found}, ${asked}) as score from profiles p
        where ${found} @@ ${asked} limit ${MOST_RANKED}
      )
      select ${profileColumns}, people.name as person_name, m.score
      from (select * from matching order by score desc, person limit ${limit}) m
      join profiles p on p.person = m.person join people on people.id = p.person
      order by m.score desc, p.sort_name`.execute(ctx.db);
    return rows.flatMap((row) => {
      const seen = seenBy(viewer, row, row.person_name);
      if (!seen) return [];
      const where = seen.states.map((code) => stateByCode(code)?.name ?? "");
      return {
        title: seen.name,
        href: `/people/${seen.slug}`,
        kind: ["Person", ...where].filter(Boolean).join(", "),
        summary: whereItStands(seen, question.roots),
        score: Number(row.score),
      };
    });
  },
};

function whereItStands(seen: SeenProfile, roots: readonly string[]): string {
  const work = [roleWords(seen.role), seen.title, seen.organization.name].filter(Boolean).join(", ");
  const texts = [seen.canHelp, seen.lookingFor, seen.about];
  const text = texts.find((one) => hasAnswer(one, roots)) ?? "";
  return text ? excerptAround(text, roots) : work || excerptAround(texts.find(Boolean) ?? "", roots);
}

/** More addresses than a sitemap of this site would gain from; the directory's own pages lead to all of them. */
const MOST_IN_SITEMAP = 20_000;

/** Only those who are listed for everyone. */
export const peopleSitemap: SitemapSource<Ctx> = {
  async entries(ctx) {
    const rows = await ctx.db
      .selectFrom("profiles")
      .select(["slug", "changed_at"])
      .where("listed_for", "=", "public")
      .where("found_public", "is not", null)
      .orderBy("sort_name")
      .orderBy("person")
      .limit(MOST_IN_SITEMAP)
      .execute();
    return [
      { path: "/people" },
      ...rows.map((row) => ({ path: `/people/${row.slug}`, changedAt: row.changed_at })),
    ];
  },
};
