import { inlineText } from "#base/markdown/plain-text.ts";
import { markdownTokens } from "#base/markdown/tokens.ts";
import type { WordBlock } from "#platform/documents/word.ts";
import { withLines } from "../lines.ts";

/** What is on one letter on paper. */
export interface PaperContent {
  partnership: string;
  /** "May 4, 2026". */
  date: string;
  to: { name: string; title: string; company: string };
  subject: string;
  /** Restricted Markdown with everything filled in; it ends with the name of whoever signs. */
  body: string;
  /** For the partnership's own Word file: every field as words. */
  fields: Record<string, string>;
}

/** Names in a partnership's own Word file beside those of the letters' own fields. */
export const PAPER_FIELDS = {
  letter: "the whole letter, from the greeting to the name",
  date: "today’s date",
} as const;

const MOST_SIGNING_WORDS = 90;

/** A letter in reading order. Above the name of whoever signs it there is room for a pen. */
export function blocksOf({ partnership, date, to, body }: PaperContent): WordBlock[] {
  const address = [to.name, [to.title, to.company].filter(Boolean).join(", ")].filter(Boolean).join("\n");
  const blocks = bodyBlocks(body);
  const last = blocks.at(-1);
  const signs = last?.kind === "paragraph" && last.words.length <= MOST_SIGNING_WORDS;
  return [
    { kind: "paragraph", words: partnership, look: "small" },
    { kind: "paragraph", words: date },
    ...(address ? [{ kind: "paragraph", words: address } as const] : []),
    { kind: "room", points: 10 },
    ...(signs ? [...blocks.slice(0, -1), { kind: "room", points: 34 } as const, last] : blocks),
  ];
}

function bodyBlocks(body: string): WordBlock[] {
  const blocks: WordBlock[] = [];
  let list: { items: string[]; numbered: boolean } | undefined;
  let heading: 2 | 3 | undefined;
  for (const token of markdownTokens(withLines(body))) {
    if (token.type === "bullet_list_open" || token.type === "ordered_list_open")
      list ??= { items: [], numbered: token.type === "ordered_list_open" };
    else if (token.type === "bullet_list_close" || token.type === "ordered_list_close") {
      if (list) blocks.push({ kind: "list", items: list.items, numbered: list.numbered });
      list = undefined;
    } else if (token.type === "heading_open") heading = token.tag === "h2" ? 2 : 3;
    else if (token.type === "heading_close") heading = undefined;
    else if (token.type === "inline") {
      const words = inlineText(token.children ?? [], { links: true }).replaceAll("\u2060", "");
      if (list) list.items.push(words);
      else if (heading) blocks.push({ kind: "heading", level: heading, words });
      else blocks.push({ kind: "paragraph", words });
    }
  }
  return blocks;
}
