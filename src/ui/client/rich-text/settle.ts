import { Mark, type Node } from "prosemirror-model";
import { cleanText } from "#base/clean-text.ts";
import { linkTarget } from "#base/markdown/link-target.ts";
import { listStart, schema } from "./schema.ts";

/** One character of a text block, or a line break, with the marks on it. */
export type Unit = { text: string; marks: readonly Mark[] };

export const BREAK = "\n";

/**
 * The form of a document that Markdown can say: text cleaned, stretches of white space single, none at the ends of
 * lines or under the edge of a mark, no empty blocks, links in their normal form. Settling twice changes nothing.
 */
export function settle(doc: Node): Node {
  const blocks = settleBlocks(doc);
  return schema.nodes.doc.create(null, blocks.length > 0 ? blocks : [schema.nodes.paragraph.create()]);
}

function settleBlocks(parent: Node): Node[] {
  return parent.children.map(settleBlock).filter((block) => block !== undefined);
}

function settleBlock(block: Node): Node | undefined {
  if (block.isTextblock) {
    const inline = settleInline(block);
    return inline.length > 0 ? block.type.create(block.attrs, inline) : undefined;
  }
  const blocks = settleBlocks(block);
  if (blocks.length === 0) return undefined;
  if (block.type === schema.nodes.list_item && blocks[0]?.type !== schema.nodes.paragraph) {
    blocks.unshift(schema.nodes.paragraph.create());
  }
  const attrs =
    block.type === schema.nodes.ordered_list ? { start: listStart(String(block.attrs.start)) } : block.attrs;
  return block.type.create(attrs, blocks);
}

function settleInline(block: Node): Node[] {
  const nodes: Node[] = [];
  let run: { text: string; marks: readonly Mark[] } | undefined;
  const flush = () => {
    if (run) nodes.push(schema.text(run.text.normalize("NFC"), run.marks));
    run = undefined;
  };
  for (const unit of settledUnits(block)) {
    if (unit.text === BREAK) {
      flush();
      nodes.push(schema.nodes.hard_break.create(null, null, unit.marks));
    } else if (run && Mark.sameSet(run.marks, unit.marks)) run.text += unit.text;
    else {
      flush();
      run = { ...unit };
    }
  }
  flush();
  return nodes;
}

function settledUnits(block: Node): Unit[] {
  const kept: Unit[] = [];
  let spaces = 0;
  let breaks = 0;
  for (const unit of unitsOf(block)) {
    if (unit.text === " ") spaces += 1;
    else if (unit.text === BREAK) breaks += 1;
    else {
      const before = kept.at(-1);
      const marks = before ? sharedMarks(before, unit) : [];
      const count = breaks || Math.min(spaces, 1);
      if (before) for (let n = 0; n < count; n += 1) kept.push({ text: breaks > 0 ? BREAK : " ", marks });
      kept.push(unit);
      spaces = 0;
      breaks = 0;
    }
  }
  return kept;
}

/** The marks of the white space between two characters; at the edge of a link every mark ends, and so has none. */
function sharedMarks(before: Unit, after: Unit): readonly Mark[] {
  const { link } = schema.marks;
  if (link.isInSet(before.marks)?.attrs.href !== link.isInSet(after.marks)?.attrs.href) return [];
  return before.marks.filter((mark) => mark.isInSet(after.marks));
}

/** The characters of a text block, in order, cleaned. */
export function unitsOf(block: Node): Unit[] {
  const units: Unit[] = [];
  for (const child of block.children) {
    const marks = settleMarks(child.marks);
    if (child.type === schema.nodes.hard_break) units.push({ text: BREAK, marks });
    // Within the text a newline is white space like any other; only a hard break breaks the line.
    else
      for (const character of cleanText(child.text ?? "").replace(/[ \t\n\v\f]/g, " "))
        units.push({ text: character, marks });
  }
  return units;
}

function settleMarks(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark) => {
    if (mark.type !== schema.marks.link) return [mark];
    const href = linkTarget(String(mark.attrs.href));
    return href ? [mark.type.create({ href })] : [];
  });
}
