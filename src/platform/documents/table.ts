import type { Block, TableColumn } from "./blocks.ts";
import { INK, type Look, type Paper, QUIET, RULE, type Struct } from "./paper.ts";

const PAD = 4;
const CELL: Look = { face: "text", size: 8.5, color: INK, leading: 1.35 };
const ROW_NAME: Look = { ...CELL, face: "bold" };
const HEAD: Look = { ...CELL, face: "bold", size: 8, color: QUIET };
const CAPTION: Look = { face: "bold", size: 10, color: INK, leading: 1.4 };

type Table = Extract<Block, { kind: "table" }>;

/** Rows stay whole, and the headings are repeated on every page, where they are said once. */
export function drawTable(paper: Paper, { caption, columns, rows }: Table): void {
  const widths = widthsOf(columns, paper.width);
  const { pdf } = paper;
  paper.element(paper.root, "Table", (table) => {
    const heads = columns.map(({ label }) => label);
    const headHeight = heightOf(paper, heads, widths, () => HEAD);
    const first = rows[0] ? heightOf(paper, rows[0], widths, lookIn) : 0;
    if (caption !== "") drawCaption(paper, table, caption, headHeight + first);
    else if (paper.room() < headHeight + first) paper.newPage();
    const drawHead = (cell: (index: number, draw: () => void) => void) => {
      drawCells(paper, heads, { widths, columns, look: () => HEAD, cell });
      paper.skip(headHeight);
      rule(paper);
    };
    paper.element(table, "TR", (row) => {
      drawHead((_, draw) => paper.element(row, "TH", (th) => th.add(draw), { scope: "Column" }));
    });
    for (const cells of rows) {
      const height = heightOf(paper, cells, widths, lookIn);
      if (paper.room() < height) {
        paper.newPage();
        pdf.markContent("Artifact", { type: "Layout" });
        drawHead((_, draw) => draw());
        pdf.endMarkedContent();
      }
      paper.element(table, "TR", (row) => {
        drawCells(paper, cells, {
          widths,
          columns,
          look: lookIn,
          cell: (index, draw) =>
            index === 0
              ? paper.element(row, "TH", (th) => th.add(draw), { scope: "Row" })
              : paper.element(row, "TD", (td) => td.add(draw)),
        });
      });
      paper.skip(height);
      paper.decorate(() => rule(paper));
    }
  });
  paper.skip(10);
}

function drawCaption(paper: Paper, table: Struct, caption: string, following: number): void {
  const lines = paper.lines(caption, CAPTION, paper.width);
  const height = lines.length * paper.lineHeight(CAPTION);
  if (paper.room() < height + following) paper.newPage();
  paper.element(table, "Caption", (element) => {
    element.add(() => {
      for (const [index, line] of lines.entries())
        paper.line(line, CAPTION, { x: paper.left, y: paper.y() + index * paper.lineHeight(CAPTION) });
    });
  });
  paper.skip(height + 2);
}

const lookIn = (index: number) => (index === 0 ? ROW_NAME : CELL);

function widthsOf(columns: readonly TableColumn[], whole: number): number[] {
  const all = columns.reduce((sum, { wide = 1 }) => sum + wide, 0);
  return columns.map(({ wide = 1 }) => (whole * wide) / all);
}

function heightOf(
  paper: Paper,
  cells: readonly string[],
  widths: readonly number[],
  look: (index: number) => Look,
): number {
  const heights = cells.map((cell, index) => {
    const own = look(index);
    return paper.lines(cell, own, (widths[index] ?? 0) - 2 * PAD).length * paper.lineHeight(own);
  });
  return Math.max(...heights) + 2 * PAD;
}

function drawCells(
  paper: Paper,
  cells: readonly string[],
  how: {
    widths: readonly number[];
    columns: readonly TableColumn[];
    look: (index: number) => Look;
    cell: (index: number, draw: () => void) => void;
  },
): void {
  let x = paper.left;
  for (const [index, cell] of cells.entries()) {
    const width = how.widths[index] ?? 0;
    const look = how.look(index);
    const left = x + PAD;
    const within = width - 2 * PAD;
    const align = how.columns[index]?.numeric ? "right" : "left";
    how.cell(index, () => {
      for (const [number, line] of paper.lines(cell, look, within).entries()) {
        const y = paper.y() + PAD + number * paper.lineHeight(look);
        paper.line(line, look, { x: left, y, width: within, align });
      }
    });
    x += width;
  }
}

function rule({ pdf, left, width, y }: Paper): void {
  pdf
    .moveTo(left, y())
    .lineTo(left + width, y())
    .lineWidth(0.5)
    .stroke(RULE);
}
