import { Mark, type Node, type NodeType } from "prosemirror-model";
import { markdownTokens, type Token } from "#base/markdown/tokens.ts";
import { listStart, schema } from "./schema.ts";
import { settle } from "./settle.ts";

const { nodes, marks } = schema;
const blockTypes: Record<string, NodeType> = {
  paragraph: nodes.paragraph,
  heading: nodes.heading,
  blockquote: nodes.blockquote,
  bullet_list: nodes.bullet_list,
  ordered_list: nodes.ordered_list,
  list_item: nodes.list_item,
};

/** Restricted Markdown as the document that the editor shows, read by the parser that also makes the pages. */
export function readMarkdown(text: string): Node {
  const open: { type: NodeType; attrs: object | null; content: Node[] }[] = [
    { type: nodes.doc, attrs: null, content: [] },
  ];
  for (const token of markdownTokens(text)) {
    if (token.type === "inline") {
      const top = open.at(-1);
      top?.content.push(...readInline(token.children ?? [], top.type));
    } else if (token.nesting === 1) {
      open.push({ type: blockType(token), attrs: blockAttrs(token), content: [] });
    } else if (token.nesting === -1 && open.length > 1) {
      const { type, attrs, content } = open.pop()!;
      if (type === nodes.list_item && content[0]?.type !== nodes.paragraph)
        content.unshift(nodes.paragraph.create());
      if (type === nodes.blockquote && content.length === 0) content.push(nodes.paragraph.create());
      open.at(-1)?.content.push(type.create(attrs, content));
    }
  }
  return settle(nodes.doc.create(null, open[0]?.content));
}

function blockType(token: Token): NodeType {
  const type = blockTypes[token.type.replace(/_open$/, "")];
  if (!type) throw new Error(`The editor knows no block "${token.type}".`);
  return type;
}

function blockAttrs(token: Token): object | null {
  if (token.type === "heading_open") return { level: token.tag === "h2" ? 2 : 3 };
  return token.type === "ordered_list_open"
    ? { start: listStart(String(token.attrGet("start") ?? 1)) }
    : null;
}

function readInline(tokens: Token[], parent: NodeType): Node[] {
  const content: Node[] = [];
  let active: readonly Mark[] = Mark.none;
  const say = (text: string) => {
    if (text) content.push(schema.text(text, active));
  };
  for (const token of tokens) {
    if (token.type === "text") say(token.content);
    else if (token.type === "softbreak" || (token.type === "hardbreak" && parent === nodes.heading)) say(" ");
    else if (token.type === "hardbreak") content.push(nodes.hard_break.create(null, null, active));
    else if (token.type === "link_open")
      active = marks.link.create({ href: token.attrGet("href") }).addToSet(active);
    else if (token.type === "link_close") active = marks.link.removeFromSet(active);
    else if (token.nesting === 1) active = inlineMark(token).create().addToSet(active);
    else if (token.nesting === -1) active = inlineMark(token).removeFromSet(active);
  }
  return content;
}

function inlineMark(token: Token) {
  return token.type.startsWith("em") ? marks.em : marks.strong;
}
