import { type Html, trustedHtml } from "#base/brands.ts";
import { headingsOf } from "./headings.ts";
import { markdownTokens, type Token } from "./tokens.ts";

export type RenderOptions = {
  /** The site's own address: links to it are not external. */
  site?: string;
  /** Write paths on this site in full, as mails and feeds need them; wants `site`. */
  absolute?: boolean;
  /** Give headings the ids that `headings(text)` lists. */
  headingIds?: boolean;
};

const tags: Record<string, string> = {
  paragraph: "p",
  blockquote: "blockquote",
  bullet_list: "ul",
  ordered_list: "ol",
  list_item: "li",
  em: "em",
  strong: "strong",
  link: "a",
};

/**
 * Restricted Markdown as HTML: paragraphs, h2 and h3, lists, quotes, links, bold, italic and line breaks, whatever
 * the text tries. Links to other sites have class `external` and `rel="noopener nofollow ugc"`. Time and size grow
 * in step with the text.
 */
export function renderMarkdown(text: string, options: RenderOptions = {}): Html {
  const tokens = markdownTokens(text);
  const ids = options.headingIds ? headingsOf(tokens).map((heading) => heading.id) : [];
  let out = "";
  for (const token of tokens) {
    if (token.type === "inline") for (const child of token.children ?? []) out += renderToken(child, options);
    else if (token.type === "heading_open" && ids.length > 0) out += `<${token.tag} id="${ids.shift()}">`;
    else out += renderToken(token, options);
  }
  return trustedHtml(out);
}

// Only what is named here can come out, so a rule that the parser gains cannot bring a new tag with it.
function renderToken(token: Token, options: RenderOptions): string {
  if (token.type === "text") return escapeHtml(token.content);
  if (token.type === "softbreak") return "\n";
  if (token.type === "hardbreak") return "<br>\n";
  if (token.hidden) return "";
  const [, name = "", end = ""] = /^(.*)_(open|close)$/.exec(token.type) ?? [];
  const tag = name === "heading" ? (token.tag === "h2" ? "h2" : "h3") : tags[name];
  if (!tag) return escapeHtml(token.content);
  if (end === "close") return token.block ? `</${tag}>\n` : `</${tag}>`;
  return `<${tag}${attributes(token, options)}>`;
}

function attributes(token: Token, options: RenderOptions): string {
  if (token.type === "ordered_list_open") {
    const start = Number(token.attrGet("start") ?? 1);
    return start === 1 ? "" : ` start="${start}"`;
  }
  return token.type === "link_open" ? linkAttributes(String(token.attrGet("href") ?? ""), options) : "";
}

function linkAttributes(href: string, options: RenderOptions): string {
  const local = href.startsWith("/");
  const full = local && options.absolute && options.site ? new URL(href, options.site).href : href;
  const own =
    local || href.startsWith("mailto:") || (options.site !== undefined && isWithin(href, options.site));
  return ` href="${escapeHtml(full)}"${own ? "" : ' class="external" rel="noopener nofollow ugc"'}`;
}

function isWithin(href: string, site: string): boolean {
  return new URL(href).origin === new URL(site).origin;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? "");
}
