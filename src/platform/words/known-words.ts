import { type Generated, sql } from "kysely";
import type { Ctx } from "../context.ts";

declare module "#platform/database/tables.ts" {
  interface Tables {
    known_words: { word: string; uses: Generated<number> };
  }
}

/** Words of two letters and of sixty are nobody's spelling mistake. */
const SHORTEST = 3;
const LONGEST = 40;

/** The words of a text, lower case, each once. */
export function wordsOf(text: string): string[] {
  const found = text
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return [...new Set(found ?? [])].filter((word) => word.length >= SHORTEST && word.length <= LONGEST);
}

/** Remembers which words stand in what is published, so that a mistyped one can be guessed. */
export async function learnWords(ctx: Ctx, text: string): Promise<void> {
  const words = wordsOf(text).sort();
  if (words.length === 0) return;
  await sql`
    insert into known_words (word) select unnest(${words}::text[])
    on conflict (word) do update set uses = known_words.uses + 1`.execute(ctx.db);
}
