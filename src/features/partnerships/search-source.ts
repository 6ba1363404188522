import { sql } from "kysely";
import { renderPlainText } from "#base/markdown/plain-text.ts";
import type { SearchHit, SearchQuestion, SearchSource } from "#base/sockets.ts";
import { excerptAround, hasAnswer } from "#base/words/marked-text.ts";
import type { Ctx } from "#platform/context.ts";
import { partnershipPath } from "./reading/address.ts";
import { placeWords } from "./reading/views/partnership-card.tsx";
import { STAGE_WORDS, type Stage } from "./stages.ts";

interface Found {
  slug: string;
  name: string;
  summary: string;
  story: string;
  region: string;
  states: string[];
  stage: Stage;
  priorities: string[];
  score: number;
}

/** Partnerships by their names, region, summary, story and what they decided to do. One query. */
export const partnershipSearch: SearchSource<Ctx> = {
  kind: "Partnership",
  heading: "Partnerships",
  order: 20,
  all: (text) => `/partnerships?${new URLSearchParams({ q: text })}`,
  async search(ctx, question, limit) {
    if (!question.tsquery) return [];
    const { rows } = await sql<Found>`
      with best as (
        select p.id, ts_rank(p.words, to_tsquery('english', ${question.tsquery})) as score
        from partnerships p
        where p.hidden_at is null and p.words @@ to_tsquery('english', ${question.tsquery})
        order by score desc, lower(p.name), p.id limit ${limit}
      )
      select p.slug, p.name, p.summary, p.region, p.stage, p.content ->> 'story' as story, best.score,
        array(select one ->> 'title' from jsonb_array_elements(p.content -> 'priorities') one) as priorities,
        array(select s.state_code from partnership_states s where s.partnership = p.id order by s.position) as states
      from best join partnerships p on p.id = best.id
      order by best.score desc, lower(p.name), p.id`.execute(ctx.db);
    return rows.map((row) => hitFrom(row, question));
  },
};

function hitFrom(row: Found, { roots }: SearchQuestion): SearchHit {
  return {
    title: row.name,
    href: partnershipPath(row.slug),
    kind:
      row.stage === "unknown" ? "Partnership" : `Partnership, ${STAGE_WORDS[row.stage].name.toLowerCase()}`,
    summary: whereItStands(row, roots),
    score: Number(row.score),
  };
}

/** The passage in which the words stand; where it is in the name alone, what it does or where it is. */
function whereItStands({ summary, story, priorities, ...place }: Found, roots: readonly string[]): string {
  const passages = [summary, renderPlainText(story), priorities.join(", ")].filter(Boolean);
  const passage = passages.find((text) => hasAnswer(text, roots)) ?? passages[0];
  return passage ? excerptAround(passage, roots) : placeWords(place);
}
