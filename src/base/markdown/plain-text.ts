import { markdownTokens, type Token } from "./tokens.ts";

export type PlainTextOptions = {
  /** Put the address in parentheses behind the words of a link, as a mail's text part wants it. */
  links?: boolean;
};

/** A text without its marks: paragraphs apart by a blank line, lists with hyphens and numbers, quotes with `>`. */
export function renderPlainText(text: string, options: PlainTextOptions = {}): string {
  const lines: string[] = [];
  const outer: { prefix: string; number?: number }[] = [];
  let marker = "";
  let apart = false;
  let last = "";
  for (const token of markdownTokens(text)) {
    if (token.type === "bullet_list_open") outer.push({ prefix: "  " });
    else if (token.type === "ordered_list_open")
      outer.push({ prefix: "   ", number: Number(token.attrGet("start") ?? 1) });
    else if (token.type === "blockquote_open") outer.push({ prefix: "> " });
    else if (token.type === "list_item_open") {
      const list = outer.at(-1);
      marker = list?.number === undefined ? "- " : `${list.number++}. `;
    } else if (/^(bullet_list|ordered_list|blockquote)_close$/.test(token.type)) {
      outer.pop();
      apart = true;
    } else if (token.type === "list_item_close") marker = "";
    else if (token.type === "paragraph_open" || token.type === "heading_open") apart ||= !token.hidden;
    else if (token.type === "inline") {
      const prefix = outer.map((level) => level.prefix).join("");
      if (apart && lines.length > 0) lines.push(commonStart(last, prefix));
      for (const line of inlineText(token.children ?? [], options).split("\n")) {
        lines.push((marker ? prefix.slice(0, -(outer.at(-1)?.prefix.length ?? 0)) + marker : prefix) + line);
        marker = "";
      }
      apart = false;
      last = prefix;
    } else if (token.type === "paragraph_close" || token.type === "heading_close") apart = !token.hidden;
  }
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

function commonStart(a: string, b: string): string {
  let end = 0;
  while (end < a.length && a[end] === b[end]) end += 1;
  return a.slice(0, end);
}

/** The words of one block; a hard break is a newline. */
export function inlineText(tokens: Token[], options: PlainTextOptions = {}): string {
  let out = "";
  let open: { href: string; from: number } | undefined;
  for (const token of tokens) {
    if (token.type === "text") out += token.content;
    else if (token.type === "softbreak") out += " ";
    else if (token.type === "hardbreak") out += "\n";
    else if (token.type === "link_open")
      open = { href: String(token.attrGet("href") ?? ""), from: out.length };
    else if (token.type === "link_close" && open) {
      const address = open.href.replace(/^mailto:/, "");
      if (options.links && !sameAddress(out.slice(open.from), address)) out += ` (${address})`;
      open = undefined;
    }
  }
  return out;
}

function sameAddress(words: string, address: string): boolean {
  return words.replace(/\/$/, "") === address.replace(/\/$/, "");
}

/** The start of a text on one line, at most `length` characters, cut between words and then ended with `…`. */
export function excerpt(text: string, length = 200): string {
  // Marks can hide a lot of source behind few words, but a summary never needs the far end of a long story.
  const line = renderPlainText(text.slice(0, length * 20)).replace(/\s+/g, " ");
  const characters = Array.from(line);
  if (characters.length <= length) return line;
  const cut = characters.slice(0, length - 1).join("");
  const lastSpace = cut.lastIndexOf(" ");
  const kept = characters[length - 1] !== " " && lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut;
  return `${kept.replace(/[\s,;:–—-]+$/, "")}…`;
}
