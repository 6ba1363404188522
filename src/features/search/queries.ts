import type { SearchHit, SearchQuestion, SearchSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { askOf } from "#platform/words/ask.ts";

export type Sources = readonly SearchSource<Ctx>[];

export interface Group {
  heading: string;
  /** Best first. */
  hits: SearchHit[];
  /** There are more than are shown. */
  more: boolean;
  /** Where all of them can be paged through. */
  all?: string;
}

export interface Answer {
  question: SearchQuestion;
  /** Groups with at least one hit, in the order of their sources. */
  groups: Group[];
}

/** Asks every source; each shows at most `most`. */
export async function lookUp(ctx: Ctx, sources: Sources, typed: string, most: number): Promise<Answer> {
  const vocabulary: string[] = [];
  for (const source of sources) vocabulary.push(...((await source.vocabulary?.(ctx)) ?? []));
  const question = await askOf(ctx, typed, vocabulary);
  const groups: Group[] = [];
  if (question.words.length === 0 && question.common.length === 0) return { question, groups };
  for (const source of sources) {
    const hits = await source.search(ctx, question, most + 1);
    if (hits.length === 0) continue;
    const more = hits.length > most;
    groups.push({
      heading: source.heading,
      hits: hits.slice(0, most).sort((a, b) => b.score - a.score),
      more,
      ...(more && source.all ? { all: source.all(question.text) } : {}),
    });
  }
  return { question, groups };
}

/** A few of every group, so that a state is not lost behind eight happenings; the room left goes to the longest. */
export function suggestionsFrom(groups: readonly Group[], most: number): SearchHit[] {
  const share = Math.max(2, Math.floor(most / Math.max(1, groups.length)));
  const first = groups.map((group) => group.hits.slice(0, share));
  let room = most - first.flat().length;
  return groups
    .flatMap((group, index) => {
      const further = group.hits.slice(share, share + Math.max(0, room));
      room -= further.length;
      return [...first[index]!, ...further];
    })
    .slice(0, most);
}
