import type { SearchSource } from "#base/sockets.ts";
import { nameScore } from "#base/words/marked-text.ts";
import { wordsOf } from "#base/words/words-of.ts";
import type { Ctx } from "#platform/context.ts";
import { sectors } from "./queries.ts";

/** Sectors by name; the list is kept, so that asking costs nothing. */
export const sectorSearch: SearchSource<Ctx> = {
  kind: "Sector",
  heading: "Sectors",
  order: 20,
  async search(ctx, question, limit) {
    return (await sectors(ctx))
      .map((sector) => ({ sector, score: nameScore(sector.name, question.words) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ sector, score }) => ({
        title: sector.name,
        href: `/sectors/${sector.slug}`,
        kind: "Sector",
        summary: sector.description,
        score,
      }));
  },
  vocabulary: async (ctx) => (await sectors(ctx)).flatMap((sector) => wordsOf(sector.name)),
};
