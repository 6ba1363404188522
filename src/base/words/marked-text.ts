import { foldText, placesOf } from "./words-of.ts";

/** A stretch of text, and whether it is one of the words that were asked for. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/** The longest ending that we take for a form of the same word: "apprentice" in "apprentices", not in "apprenticeship". */
const LONGEST_ENDING = 3;

/** Whether a folded word answers one of the roots. */
export function answers(word: string, roots: readonly string[]): boolean {
  return roots.some((root) => word.startsWith(root) && word.length - root.length <= LONGEST_ENDING);
}

/** Whether any word of the text answers one of the roots. */
export function hasAnswer(text: string, roots: readonly string[]): boolean {
  return placesOf(text).some(({ word }) => answers(word, roots));
}

/**
 * Whether all the words stand in the text, the last perhaps as a beginning: for the few texts that are looked through
 * in memory, where no database knows the forms of a word.
 */
export function hasAll(text: string, asked: readonly string[]): boolean {
  const own = placesOf(text).map(({ word }) => word);
  return asked.every((word, index) => {
    const root = word.length > 4 ? word.replace(/(?:ies|ing|ed|es|s|y|e)$/, "") : word;
    const longest = index === asked.length - 1 ? Number.POSITIVE_INFINITY : root.length + LONGEST_ENDING;
    return own.some((one) => one.startsWith(root) && one.length <= longest);
  });
}

/** The text in stretches, so that a page can mark the words that were asked for. Joined, they are the text. */
export function markWords(text: string, roots: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { word, start, end } of placesOf(text)) {
    if (!answers(word, roots)) continue;
    if (start > from) stretches.push({ text: text.slice(from, start), marked: false });
    stretches.push({ text: text.slice(start, end), marked: true });
    from = end;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), marked: false });
  return stretches;
}

/** About `length` characters of a plain text around the first word that was asked for, whole words alone. */
export function excerptAround(text: string, roots: readonly string[], length = 200): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const places = placesOf(line);
  const first = places.find(({ word }) => answers(word, roots))?.start ?? 0;
  const wanted = Math.max(0, Math.min(first - Math.floor(length / 3), line.length - length));
  const start = wanted === 0 ? 0 : (places.find((place) => place.start >= wanted)?.start ?? wanted);
  const lastWord = places.findLast((place) => place.end <= start + length && place.end > start);
  const end = start + length >= line.length ? line.length : (lastWord?.end ?? start + length);
  return `${start > 0 ? "… " : ""}${line.slice(start, end)}${end < line.length ? " …" : ""}`;
}

/**
 * How well a short name answers a question, from 0, not at all, to 1, word for word. "new y" begins "New York", and
 * "nurses in Nebraska" names Nebraska.
 */
export function nameScore(name: string, asked: readonly string[]): number {
  if (asked.length === 0) return 0;
  const words = placesOf(name).map(({ word }) => word);
  const last = asked.length - 1;
  const stands = (word: string, index: number) =>
    words.some((own) => own === word || (index === last && word.length > 1 && own.startsWith(word)));
  if (asked.every(stands)) return foldText(name).startsWith(asked.join(" ")) ? 1 : 0.8;
  return words.length > 0 && words.every((word) => asked.includes(word)) ? 0.5 : 0;
}
