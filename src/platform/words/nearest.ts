import { editDistance } from "#base/words/edit-distance.ts";

export interface Candidate {
  word: string;
  /** In how many texts it stands, roughly. */
  uses: number;
}

/** How many slips we forgive: in a short word two make another word. */
function forgiven(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 9 ? 2 : 3;
}

/**
 * The word that was most likely meant: fewest slips first, then the one used most.
 *
 * @param unfinished the word may still be typed on, so that the beginning of a candidate counts too
 */
export function nearestWord(
  typed: string,
  candidates: readonly Candidate[],
  unfinished: boolean,
): string | undefined {
  const most = forgiven(Array.from(typed).length);
  // A year or a number is meant as it stands.
  if (most === 0 || /\p{N}/u.test(typed)) return undefined;
  const ranked = candidates
    .map((candidate) => ({ ...candidate, slips: slipsTo(typed, candidate.word, most, unfinished) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || b.uses - a.uses || (a.word < b.word ? -1 : 1));
  return ranked[0]?.word;
}

function slipsTo(typed: string, word: string, most: number, unfinished: boolean): number {
  const whole = editDistance(typed, word, most);
  if (!unfinished) return whole;
  const letters = Array.from(word);
  const length = Array.from(typed).length;
  const beginnings = [length - 1, length, length + 1].map((end) =>
    editDistance(typed, letters.slice(0, end).join(""), most),
  );
  // Half a slip more: a word that is whole is the likelier guess.
  return Math.min(whole, Math.min(...beginnings) + 0.5);
}
