import type { Node } from "prosemirror-model";
import { schema } from "./schema.ts";
import { settle } from "./settle.ts";
import { writeInline } from "./write-inline.ts";

const { nodes } = schema;

/**
 * A document as restricted Markdown, so that reading it again gives the same (settled) document: the promise that
 * `round-trip.test.ts` holds it to for any text at all.
 */
export function writeMarkdown(doc: Node): string {
  const settled = settle(doc);
  return settled.textContent === "" ? "" : writeBlocks(settled).join("\n");
}

function writeBlocks(parent: Node): string[] {
  const lines: string[] = [];
  const blocks = parent.children.filter((block) => block.type !== nodes.paragraph || block.content.size > 0);
  let lists = 0;
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    // Two lists in a row would run together if they had the same marker.
    lists = before && before.type === block.type ? lists + 1 : 0;
    if (before && !mayFollowDirectly(block, before, parent)) lines.push("");
    lines.push(...writeBlock(block, lists));
  }
  return lines;
}

/** A list within an item needs no blank line, unless it starts at a number that cannot end a paragraph. */
function mayFollowDirectly(block: Node, before: Node, parent: Node): boolean {
  const list =
    block.type === nodes.bullet_list || (block.type === nodes.ordered_list && block.attrs.start === 1);
  return list && before.type === nodes.paragraph && parent.type === nodes.list_item;
}

function writeBlock(block: Node, listsBefore: number): string[] {
  if (block.type === nodes.paragraph) return writeInline(block).split("\n");
  if (block.type === nodes.heading) return [`${"#".repeat(block.attrs.level)} ${writeInline(block)}`];
  if (block.type === nodes.blockquote) return writeBlocks(block).map((line) => (line ? `> ${line}` : ">"));
  if (block.type === nodes.bullet_list) return writeList(block, () => (listsBefore % 2 ? "* " : "- "));
  const end = listsBefore % 2 ? ") " : ". ";
  return writeList(block, (index) => Math.min(block.attrs.start + index, 999_999_999) + end);
}

function writeList(list: Node, marker: (index: number) => string): string[] {
  const items = list.children.map((item) => writeBlocks(item));
  const airy = items.some((lines) => lines.includes(""));
  return items.flatMap((lines, index) => {
    const first = marker(index);
    const indent = " ".repeat(first.length);
    const own = lines.map((line, at) => (at === 0 ? first + line : line && indent + line));
    return airy && index > 0 ? ["", ...own] : own;
  });
}
