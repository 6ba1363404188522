import MarkdownIt, { type Token } from "markdown-it";
import { cleanText } from "#base/clean-text.ts";
import { linkTarget } from "./link-target.ts";

// The preset knows paragraphs and text only; what is not named here stays plain text. Left out on purpose:
// html, code, tables, references (a definition can be repeated without end), underlined headings (a stray line of
// hyphens should not turn a paragraph into one) and linkify (the editor links addresses as they are typed).
// Rules and images are read only to be dropped.
const markdown = new MarkdownIt("zero", { html: false, linkify: false, maxNesting: 40 }).enable([
  "heading",
  "list",
  "blockquote",
  "hr",
  "emphasis",
  "link",
  "image",
  "autolink",
  "escape",
  "entity",
  "newline",
]);
markdown.normalizeLink = (url) => linkTarget(url) ?? "";
markdown.validateLink = (url) => url !== "";
markdown.normalizeLinkText = (text) => text;

markdown.core.ruler.push("restrict", (state) => {
  state.tokens = state.tokens.filter((token) => token.type !== "hr");
  for (const token of state.tokens) {
    if (token.type.startsWith("heading_")) token.tag = token.tag === "h1" || token.tag === "h2" ? "h2" : "h3";
    if (token.children) token.children = restrictInline(token.children);
  }
  hideOnlyParagraphs(state.tokens);
});

/** Images become their description; links without a target and links within links become their words. */
function restrictInline(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  const openLinks: boolean[] = [];
  for (const token of tokens) {
    if (token.type === "link_open") {
      const keep = Boolean(token.attrGet("href")) && !openLinks.includes(true);
      openLinks.push(keep);
      if (!keep) continue;
    } else if (token.type === "link_close") {
      if (!openLinks.pop()) continue;
    } else if (token.type === "image") {
      token.type = "text";
      token.content = describe(token.children ?? []);
      token.children = null;
    }
    // An entity can bring back what cleaning the source took out.
    if (token.type === "text") token.content = cleanText(token.content);
    kept.push(token);
  }
  return kept;
}

function describe(tokens: Token[]): string {
  return tokens
    .map((token) =>
      token.children ? describe(token.children) : token.type.endsWith("break") ? " " : token.content,
    )
    .join("");
}

/** A list looks the same whether or not blank lines stand between its items: an item's only paragraph has no `<p>`. */
function hideOnlyParagraphs(tokens: Token[]): void {
  const items: { first: boolean; paragraphs: Token[] }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === "list_item_open") {
      items.push({ first: tokens[index + 1]?.type === "paragraph_open", paragraphs: [] });
    } else if (token.type === "list_item_close") {
      const item = items.pop();
      const only = item?.first && item.paragraphs.length === 2;
      for (const paragraph of item?.paragraphs ?? []) paragraph.hidden = only === true;
    } else if (token.type === "blockquote_open") {
      items.push({ first: false, paragraphs: [] });
    } else if (token.type === "blockquote_close") {
      for (const paragraph of items.pop()?.paragraphs ?? []) paragraph.hidden = false;
    } else if (token.type.startsWith("paragraph_")) {
      items.at(-1)?.paragraphs.push(token);
    }
  }
}

/** The restricted Markdown of a text as tokens: blocks in order, each `inline` one with its own children. */
export function markdownTokens(text: string): Token[] {
  return markdown.parse(cleanText(text), {});
}

export type { Token };
