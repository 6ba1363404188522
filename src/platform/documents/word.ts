import type { Block } from "./blocks.ts";

export interface WordDocument {
  title: string;
  author: string;
  blocks: readonly WordBlock[];
}

/** What a Word file is made of here; a picture or a table of figures is a PDF's matter. */
export type WordBlock = Extract<Block, { kind: "paragraph" | "list" | "heading" | "room" }>;

const FONT = "Georgia";

/** A Word file on US Letter paper, with real headings and lists, so that a screen reader knows them. */
export async function writeWord(document: WordDocument): Promise<Uint8Array> {
  const { Document, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } = await import("docx");
  const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
  const runs = (words: string, look: { bold?: boolean; size?: number; color?: string } = {}) =>
    words
      .split("\n")
      .map((text, index) => new TextRun({ text, ...look, ...(index > 0 ? { break: 1 } : {}) }));
  const paragraphsOf = (block: WordBlock) => {
    if (block.kind === "heading")
      return [
        new Paragraph({
          heading: headings[block.level],
          spacing: { before: 240, after: 120 },
          children: runs(block.words, { bold: true, color: "0B5A63" }),
        }),
      ];
    if (block.kind === "list")
      return block.items.map(
        (item) =>
          new Paragraph({
            children: runs(item),
            spacing: { after: 60 },
            ...(block.numbered
              ? { numbering: { reference: "numbers", level: 0 } }
              : { bullet: { level: 0 } }),
          }),
      );
    if (block.kind === "room")
      return [new Paragraph({ children: [], spacing: { before: block.points * 20 } })];
    return [
      new Paragraph({
        spacing: { after: 160 },
        children: runs(block.words, block.look === "small" ? { size: 18, color: "46565E" } : {}),
      }),
    ];
  };
  const file = new Document({
    title: document.title,
    creator: document.author,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22, language: { value: "en-US" } },
          paragraph: { spacing: { line: 300 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: "numbers",
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: "%1.",
              style: { paragraph: { indent: { left: 500, hanging: 300 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 12_240, height: 15_840 },
            margin: { top: 1_440, bottom: 1_440, left: 1_440, right: 1_440 },
          },
        },
        children: document.blocks.flatMap(paragraphsOf),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
