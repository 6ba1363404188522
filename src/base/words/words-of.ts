/** Composed letters fall apart into a letter and its accents, and the accents go: `Résumé` and `resume` are one word. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();
}

/** What the database's parser takes for words too, so that both cut a text alike; it leaves a number its point. */
const WORD = /\p{N}+(?:\.\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu;

/** A word as it stands in a text: where it begins and ends. */
export interface Place {
  word: string;
  start: number;
  end: number;
}

/** Every word of a text in order, folded, with its place. */
export function placesOf(text: string): Place[] {
  return [...text.matchAll(WORD)].map((match) => ({
    word: foldText(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The words of a text, folded, each once, in the order of their first standing. */
export function wordsOf(text: string): string[] {
  return [...new Set(foldText(text).match(WORD) ?? [])];
}
