import { type ColumnType, type Generated, sql } from "kysely";
import { wordsOf } from "#base/words/words-of.ts";
import type { Ctx } from "../context.ts";

declare module "#platform/database/tables.ts" {
  interface Tables {
    known_words: {
      word: string;
      uses: Generated<number>;
      stem: ColumnType<string | null, never, never>;
    };
  }
}

/** Words of two letters and of sixty are nobody's spelling mistake. */
const SHORTEST = 3;
const LONGEST = 40;

/** Remembers which words stand in what is published, so that a mistyped one can be guessed. */
export async function learnWords(ctx: Ctx, text: string): Promise<void> {
  const words = wordsOf(text)
    .filter((word) => word.length >= SHORTEST && word.length <= LONGEST)
    // Two publications at once take the rows in one order, so neither waits for the other for ever.
    .sort();
  if (words.length === 0) return;
  await sql`
    insert into known_words (word) select unnest(${words}::text[])
    on conflict (word) do update set uses = known_words.uses + 1`.execute(ctx.db);
}
