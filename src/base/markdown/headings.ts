import { slugify } from "#base/slug.ts";
import { inlineText } from "./plain-text.ts";
import { markdownTokens, type Token } from "./tokens.ts";

export type Heading = { level: 2 | 3; text: string; id: string };

/** The headings of a text in order, with the ids that `renderMarkdown(text, { headingIds: true })` gives them. */
export function headings(text: string): Heading[] {
  return headingsOf(markdownTokens(text));
}

export function headingsOf(tokens: Token[]): Heading[] {
  const found: Heading[] = [];
  const taken = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const words = inlineText(tokens[index + 1]?.children ?? []);
    const id = freeId(slugify(words) || "section", taken);
    found.push({ level: token.tag === "h2" ? 2 : 3, text: words, id });
  }
  return found;
}

function freeId(slug: string, taken: Set<string>): string {
  let id = slug;
  for (let number = 2; taken.has(id); number += 1) id = `${slug}-${number}`;
  taken.add(id);
  return id;
}
