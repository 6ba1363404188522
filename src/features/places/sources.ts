import type { SearchSource } from "#base/sockets.ts";
import { nameScore } from "#base/words/marked-text.ts";
import { wordsOf } from "#base/words/words-of.ts";
import type { Ctx } from "#platform/context.ts";
import { allStates } from "./states.ts";

/** States by name, by the beginning of it, or by postal code. */
export const stateSearch: SearchSource<Ctx> = {
  kind: "State",
  heading: "States",
  order: 10,
  async search(_ctx, question, limit) {
    const asked = question.words.length > 0 ? question.words : question.common;
    const typed = question.text.toLowerCase();
    return allStates()
      .map((state) => ({ state, score: state.code === typed ? 1 : nameScore(state.name, asked) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ state, score }) => ({
        title: state.name,
        href: `/states/${state.code}`,
        kind: state.territory ? "Territory" : "State",
        summary: `News, partnerships and documents from ${state.name}.`,
        score,
      }));
  },
  vocabulary: async () => allStates().flatMap((state) => [...wordsOf(state.name), state.code]),
};
