import fc from "fast-check";
import type { Mark, Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "#base/markdown/render.ts";
import { keepsMeaning } from "./meaning.ts";
import { readMarkdown } from "./read.ts";
import { schema } from "./schema.ts";
import { settle } from "./settle.ts";
import { writeMarkdown } from "./write.ts";

const { nodes, marks } = schema;

const nasty = fc.constantFrom(
  ...[
    "\\# not a heading",
    "# ",
    "## x ##",
    "1\\.",
    "1. ",
    "2) ",
    "1986. A year",
    "*",
    "**",
    "_",
    "__",
    "a_b_c",
    "***",
  ],
  ...[
    "[",
    "]",
    "[a](b)",
    "![",
    "!",
    "](",
    "<script>alert(1)</script>",
    "<https://x.org>",
    "a < b",
    "<b",
    ">",
    "> ",
  ],
  ...[
    "- ",
    "-",
    "+ ",
    "---",
    "===",
    "~~~",
    "```",
    "`code`",
    "    four",
    "\ttab",
    " ",
    "  ",
    "\n",
    "\u00a0",
    "\u2003",
  ],
  ...[
    "&amp;",
    "&",
    "&#42;",
    "&copy",
    "&lt;b",
    "AT&T",
    "\\",
    "\\\\",
    "\\\n",
    "|",
    "😀",
    "👩‍🏭",
    "שלום",
    "مرحبا.",
    "東京。",
    "“q”",
  ],
  ...[
    "\u0301",
    "\u0338",
    "e\u0301",
    "\u202e",
    "\u0000",
    "\ud800",
    "\ufeff",
    "a.",
    "(x)",
    "word",
    "x y",
    "#",
    "=",
    ".",
  ],
);
const word = fc
  .oneof(nasty, fc.string({ maxLength: 6 }), fc.string({ unit: "binary", maxLength: 4 }))
  .filter((text) => text !== "");
const href = fc.constantFrom(
  ..."https://example.org/ https://example.org/a_(b)?c=d&copy;e#f*g_h https://x.org/\\\\<> /happenings/2018/x mailto:ana@example.org".split(
    " ",
  ),
  ...[
    "https://xn--bcher-kva.example/",
    "https://example.org/[a]`b`",
    "javascript:alert(1)",
    "//evil.example",
  ],
);
const markSet = fc
  .record({ em: fc.boolean(), strong: fc.boolean(), link: fc.option(href, { freq: 4 }) })
  .map(({ em, strong, link }): Mark[] => {
    const chosen = [
      em && marks.em.create(),
      strong && marks.strong.create(),
      link && marks.link.create({ href: link }),
    ];
    return chosen.filter((mark) => Boolean(mark)) as Mark[];
  });
const text = fc.tuple(word, markSet).map(([words, on]) => schema.text(words, on));
const ownAddress = href.map((address) => schema.text(address, [marks.link.create({ href: address })]));
const hardBreak = markSet.map((on) => nodes.hard_break.create(null, null, on));
const inline = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: ownAddress },
    { weight: 1, arbitrary: hardBreak },
  ),
  { maxLength: 7 },
);
const paragraph = inline.map((content) => nodes.paragraph.create(null, content));
const heading = fc
  .tuple(fc.constantFrom(2, 3), fc.array(text, { maxLength: 4 }))
  .map(([level, content]) => nodes.heading.create({ level }, content));

function block(depth: number): fc.Arbitrary<Node> {
  if (depth === 0) return fc.oneof(paragraph, heading);
  const inner = fc.array(block(depth - 1), { minLength: 1, maxLength: 3 });
  const item = fc
    .tuple(paragraph, fc.array(block(depth - 1), { maxLength: 2 }))
    .map(([first, rest]) => nodes.list_item.create(null, [first, ...rest]));
  const items = fc.array(item, { minLength: 1, maxLength: 3 });
  const start = fc.constantFrom(0, 1, 7, 99, 999_999_999, -3);
  return fc.oneof(
    { weight: 3, arbitrary: paragraph },
    { weight: 1, arbitrary: heading },
    { weight: 1, arbitrary: inner.map((content) => nodes.blockquote.create(null, content)) },
    { weight: 2, arbitrary: items.map((content) => nodes.bullet_list.create(null, content)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(start, items)
        .map(([at, content]) => nodes.ordered_list.create({ start: at }, content)),
    },
  );
}

const document = fc
  .array(block(3), { minLength: 1, maxLength: 5 })
  .map((blocks) => nodes.doc.create(null, blocks));
const runs = { numRuns: Number(process.env.ROUND_TRIPS ?? 400) };
const patience = 60_000 + runs.numRuns * 50;

describe("for any document that the editor can hold", () => {
  test(
    "what is written reads back as the same document",
    () => {
      fc.assert(
        fc.property(document, (doc) => {
          doc.check();
          const settled = settle(doc);
          const written = writeMarkdown(doc);
          expect(readMarkdown(written).toJSON(), written).toEqual(settled.toJSON());
          expect(settle(settled).toJSON()).toEqual(settled.toJSON());
          settled.check();
        }),
        runs,
      );
    },
    patience,
  );

  test(
    "a second pass changes neither the text nor the page",
    () => {
      fc.assert(
        fc.property(document, (doc) => {
          const once = writeMarkdown(doc);
          const twice = writeMarkdown(readMarkdown(once));
          expect(twice).toBe(once);
          expect(renderMarkdown(twice)).toBe(renderMarkdown(once));
          expect(keepsMeaning(once)).toBe(true);
        }),
        runs,
      );
    },
    patience,
  );
});
