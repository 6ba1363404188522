import { markWords } from "#base/words/marked-text.ts";

/** Plain text with the words that were asked for marked. `roots` are the folded beginnings they are known by. */
export function Marked({ text, roots }: { text: string; roots: readonly string[] }) {
  return <>{markWords(text, roots).map((part) => (part.marked ? <mark>{part.text}</mark> : part.text))}</>;
}
