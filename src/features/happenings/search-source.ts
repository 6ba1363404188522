import { sql } from "kysely";
import { renderPlainText } from "#base/markdown/plain-text.ts";
import type { SearchHit, SearchQuestion, SearchSource } from "#base/sockets.ts";
import { excerptAround, hasAnswer } from "#base/words/marked-text.ts";
import { stateByCode } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { KIND_WORDS, type Kind } from "./kinds.ts";
import { newestMatches } from "./matching.ts";

interface Found {
  title: string;
  summary: string;
  story: string;
  kind: Kind;
  year: number;
  slug: string;
  state_code: string;
  score: number;
  documents: string | null;
}

/** Published happenings by their title, text and the names of their documents; the newest 500 that match are ranked. */
export const happeningSearch: SearchSource<Ctx> = {
  kind: "Happening",
  heading: "Happenings",
  order: 30,
  all: (text) => `/happenings?${new URLSearchParams({ q: text })}`,
  async search(ctx, question, limit) {
    const ids = await newestMatches(ctx, question.tsquery);
    if (ids.length === 0) return [];
    const found = await ranked(ctx, ids, question.tsquery, limit);
    return found.map((row) => hitFrom(row, question));
  },
};

/** How well the words stand in it counts most; of two alike the newer comes first, by a third at most. */
async function ranked(ctx: Ctx, ids: string[], tsquery: string, limit: number): Promise<Found[]> {
  const { rows } = await sql<Found>`
    with best as (
      select id, ts_rank(words, to_tsquery('english', ${tsquery}))
        * (1 + 0.3 / (1 + greatest(0, extract(epoch from ${ctx.now}::timestamptz - listed_at)) / 31557600)) as score
      from happenings where id = any(${ids}::uuid[]) and listed_at is not null
      order by score desc, listed_at desc, id limit ${limit}
    )
    select h.title, h.summary, h.story, h.kind, h.year, h.slug, h.state_code, best.score,
      (select string_agg(coalesce(m.name, a.title), ', ' order by a.position)
        from artefacts a left join media m on m.id = a.media where a.happening = h.id) as documents
    from best join happenings h on h.id = best.id
    order by best.score desc, h.listed_at desc, h.id`.execute(ctx.db);
  return rows;
}

function hitFrom(row: Found, { roots }: SearchQuestion): SearchHit {
  const state = stateByCode(row.state_code);
  return {
    title: row.title,
    href: `/happenings/${row.year}/${row.slug}`,
    kind: [KIND_WORDS[row.kind].name, state?.name].filter(Boolean).join(", "),
    summary: whereItStands(row, roots),
    score: Number(row.score),
  };
}

/** The passage in which the words stand: summary before story, the names of documents when they stand there alone. */
function whereItStands({ title, summary, story, documents }: Found, roots: readonly string[]): string {
  if (hasAnswer(summary, roots)) return excerptAround(summary, roots);
  const text = renderPlainText(story);
  if (hasAnswer(text, roots)) return excerptAround(text, roots);
  if (!hasAnswer(title, roots) && documents && hasAnswer(documents.replace(/[._-]/g, " "), roots)) {
    return `With documents: ${excerptAround(documents, roots)}`;
  }
  return excerptAround(summary || text, roots);
}
