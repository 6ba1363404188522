import type { Bar, Block, DocumentToWrite, LargeNumber } from "./blocks.ts";
import { typefaces as openedTypefaces } from "./fonts.ts";
import { GROUND, INK, type Look, openPaper, type Paper, QUIET, TEAL } from "./paper.ts";
import { drawTable } from "./table.ts";

const HEADINGS: Record<1 | 2 | 3, Look & { before: number; after: number }> = {
  1: { face: "heading", size: 22, color: TEAL, leading: 1.2, before: 0, after: 8 },
  2: { face: "heading", size: 14, color: TEAL, leading: 1.25, before: 14, after: 5 },
  3: { face: "bold", size: 10.5, color: INK, leading: 1.3, before: 8, after: 3 },
};
const TEXT: Look = { face: "text", size: 10, color: INK, leading: 1.45 };
const LOOKS = {
  lede: { ...TEXT, size: 12 },
  small: { ...TEXT, size: 8.5, color: QUIET },
};
const NUMBER: Look = { face: "heading", size: 20, color: TEAL, leading: 1.2 };
const BAR_HEIGHT = 9;

/**
 * A tagged PDF of US Letter pages, made to PDF/UA-1's rules: its title shows in the window, its language is told, every
 * heading, list, table and picture is one for a screen reader too, headings are bookmarks, and fonts are inside.
 */
export async function writePdf(document: DocumentToWrite): Promise<Uint8Array<ArrayBuffer>> {
  const [{ default: PDFDocument }, typefaces] = await Promise.all([import("pdfkit"), openedTypefaces()]);
  const pdf = new PDFDocument({
    pdfVersion: "1.7",
    // Known to pdfkit since 0.17; its types do not have it yet.
    subset: "PDF/UA" as never,
    tagged: true,
    lang: "en-US",
    displayTitle: true,
    autoFirstPage: false,
    info: {
      Title: document.title,
      Subject: document.subject,
      Author: document.author,
      CreationDate: document.madeAt,
    },
  });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => pdf.on("end", resolve).on("error", reject));
  const paper = openPaper(pdf, typefaces, document.foot);
  const outline = outlineOf(paper);
  for (const [index, block] of document.blocks.entries())
    draw(paper, block, outline, document.blocks[index + 1]);
  paper.root.end();
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

type Outline = (level: 1 | 2 | 3, words: string) => void;

/** Bookmarks nest as the headings do. */
function outlineOf({ pdf }: Paper): Outline {
  const open: { level: number; item: PDFKit.PDFOutline }[] = [];
  return (level, words) => {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.item ?? pdf.outline;
    open.push({ level, item: parent.addItem(words, { expanded: level < 2 }) });
  };
}

function draw(paper: Paper, block: Block, outline: Outline, next: Block | undefined): void {
  switch (block.kind) {
    case "heading":
      drawHeading(paper, block, outline, next);
      break;
    case "paragraph":
      drawText(paper, "P", block.words, block.look ? LOOKS[block.look] : TEXT, 6);
      break;
    case "list":
      drawList(paper, block);
      break;
    case "table":
      drawTable(paper, block);
      break;
    case "bars":
      drawBars(paper, block.alt, block.bars);
      break;
    case "numbers":
      drawNumbers(paper, block.items);
      break;
    case "room":
      if (paper.room() > block.points) paper.skip(block.points);
  }
}

function drawHeading(
  paper: Paper,
  { level, words }: Extract<Block, { kind: "heading" }>,
  outline: Outline,
  next: Block | undefined,
): void {
  const look = HEADINGS[level];
  // A heading never stands alone at the foot of a page.
  const following = next?.kind === "table" || next?.kind === "bars" ? 90 : 40;
  if (paper.room() < look.before + look.size * look.leading + following) paper.newPage();
  else paper.skip(look.before);
  outline(level, words);
  drawText(paper, `H${level}`, words, look, look.after);
}

/** Lines that do not fit go on at the next page, in the same element. */
function drawText(paper: Paper, tag: string, words: string, look: Look, after: number): void {
  paper.element(paper.root, tag, (element) => {
    let lines = paper.lines(words, look, paper.width);
    while (lines.length > 0) {
      const fit = Math.floor(paper.room() / paper.lineHeight(look));
      if (fit < 1) {
        paper.newPage();
        continue;
      }
      const here = lines.slice(0, fit);
      lines = lines.slice(fit);
      element.add(() => drawLines(paper, here, look, paper.left));
      paper.skip(here.length * paper.lineHeight(look));
    }
  });
  paper.skip(after);
}

function drawLines(paper: Paper, lines: readonly string[], look: Look, x: number): void {
  for (const [index, line] of lines.entries())
    paper.line(line, look, { x, y: paper.y() + index * paper.lineHeight(look) });
}

function drawList(paper: Paper, { items, numbered }: Extract<Block, { kind: "list" }>): void {
  const indent = 16;
  paper.element(paper.root, "L", (list) => {
    for (const [index, item] of items.entries()) {
      const lines = paper.lines(item, TEXT, paper.width - indent);
      const height = lines.length * paper.lineHeight(TEXT);
      // An item stays whole; one that is longer than a page cannot be, at the lengths that our forms take.
      if (paper.room() < height) paper.newPage();
      paper.element(list, "LI", (li) => {
        paper.element(li, "Lbl", (label) => {
          label.add(() =>
            paper.line(numbered ? `${index + 1}.` : "•", TEXT, { x: paper.left, y: paper.y() }),
          );
        });
        paper.element(li, "LBody", (body) => {
          body.add(() => drawLines(paper, lines, TEXT, paper.left + indent));
        });
      });
      paper.skip(height + 3);
    }
  });
  paper.skip(5);
}

/** Numbers side by side, three in a row. */
function drawNumbers(paper: Paper, items: readonly LargeNumber[]): void {
  const across = 3;
  const gap = 14;
  const width = (paper.width - gap * (across - 1)) / across;
  paper.element(paper.root, "L", (list) => {
    for (let start = 0; start < items.length; start += across) {
      const row = items.slice(start, start + across).map((item) => ({
        before: item.before,
        number: paper.lines(item.number, NUMBER, width),
        words: paper.lines(item.words, TEXT, width),
      }));
      const above = row.some(({ before }) => before) ? paper.lineHeight(LOOKS.small) : 0;
      const top = above + Math.max(...row.map(({ number }) => number.length)) * paper.lineHeight(NUMBER);
      const height = top + Math.max(...row.map(({ words }) => words.length)) * paper.lineHeight(TEXT);
      if (paper.room() < height) paper.newPage();
      for (const [index, { before, number, words }] of row.entries()) {
        const x = paper.left + index * (width + gap);
        paper.element(list, "LI", (li) =>
          paper.element(li, "LBody", (body) =>
            body.add(() => {
              if (before) paper.line(before, LOOKS.small, { x, y: paper.y() });
              for (const [at, line] of number.entries())
                paper.line(line, NUMBER, { x, y: paper.y() + above + at * paper.lineHeight(NUMBER) });
              for (const [at, line] of words.entries())
                paper.line(line, TEXT, { x, y: paper.y() + top + at * paper.lineHeight(TEXT) });
            }),
          ),
        );
      }
      paper.skip(height + 10);
    }
  });
}

/** A picture of bars: what is sure is full, what may be is framed, so that it reads without color. */
function drawBars(paper: Paper, alt: string, bars: readonly Bar[]): void {
  const { pdf } = paper;
  const step = paper.lineHeight(LOOKS.small) + BAR_HEIGHT + 7;
  // A picture is read as one; only what is longer than a page goes on as the next.
  if (bars.length * step > paper.room() && bars.length * step < paper.height) paper.newPage();
  for (let start = 0; start < bars.length; ) {
    const fit = Math.floor(paper.room() / step);
    if (fit < 1) {
      paper.newPage();
      continue;
    }
    const here = bars.slice(start, start + fit);
    const top = paper.y();
    const bbox = [paper.left, top, paper.left + paper.width, top + here.length * step];
    paper.element(
      paper.root,
      "Figure",
      (figure) => {
        figure.add(() => {
          for (const [index, { label, sure, maybe, text }] of here.entries()) {
            const y = top + index * step;
            const barTop = y + paper.lineHeight(LOOKS.small) + 1;
            const look = { ...LOOKS.small, color: INK };
            paper.line(label, look, { x: paper.left, y });
            paper.line(
              text,
              { ...look, face: "bold" },
              { x: paper.left, y, width: paper.width, align: "right" },
            );
            pdf.rect(paper.left, barTop, paper.width, BAR_HEIGHT).fill(GROUND);
            pdf.rect(paper.left, barTop, paper.width * sure, BAR_HEIGHT).fill(TEAL);
            if (maybe > sure)
              pdf
                .rect(
                  paper.left + paper.width * sure,
                  barTop + 0.5,
                  paper.width * (maybe - sure),
                  BAR_HEIGHT - 1,
                )
                .lineWidth(1)
                .dash(2, { space: 2 })
                .stroke(TEAL)
                .undash();
          }
        });
      },
      { alt, bbox, placement: "Block" },
    );
    paper.skip(here.length * step);
    start += here.length;
  }
  paper.skip(8);
}
