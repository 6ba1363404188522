import type PDFDocument from "pdfkit";
import type { Face, Typefaces } from "./fonts.ts";
import { linesOf } from "./lines.ts";

/** US Letter, in points. */
const WIDTH = 612;
const HEIGHT = 792;
const MARGIN = 54;
const FOOT = 44;
/** Room for "Page 12" beside the foot. */
const PAGE_NUMBER = 60;

export const INK = "#1a2b33";
export const QUIET = "#46565e";
export const RULE = "#b9c4c9";
export const TEAL = "#0b5a63";
export const GROUND = "#e6ecee";

export interface Look {
  face: Face;
  size: number;
  color: string;
  /** Line height, to the size. */
  leading: number;
}

export type Struct = PDFKit.PDFStructureElement;

/** Where the next thing goes, and what can be drawn there. Everything is drawn inside of a structure element. */
export interface Paper {
  readonly left: number;
  readonly width: number;
  /** Of what a whole page holds. */
  readonly height: number;
  readonly pdf: InstanceType<typeof PDFDocument>;
  readonly root: Struct;
  y(): number;
  /** Points left on this page. */
  room(): number;
  skip(points: number): void;
  newPage(): void;
  lines(text: string, look: Look, width: number): string[];
  lineHeight(look: Look): number;
  /** Draws one line with its top at `y`. */
  line(
    text: string,
    look: Look,
    at: { x: number; y: number; width?: number; align?: "left" | "right" },
  ): void;
  /** Something that says nothing: a rule, a ground. */
  decorate(draw: () => void): void;
  /** A child of `parent`, ended when `fill` is done. */
  element(parent: Struct, tag: string, fill: (element: Struct) => void, options?: object): void;
}

const FOOT_LOOK: Look = { face: "text", size: 8, color: QUIET, leading: 1.3 };

export function openPaper(pdf: InstanceType<typeof PDFDocument>, faces: Typefaces, foot: string): Paper {
  for (const { name, bytes } of faces.files) pdf.registerFont(name, bytes);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const width = WIDTH - 2 * MARGIN;
  let y = MARGIN;
  let pages = 0;

  function line(
    text: string,
    look: Look,
    { x, y: top, width: within, align }: { x: number; y: number; width?: number; align?: "left" | "right" },
  ): void {
    let pen = x;
    if (align === "right" && within) pen += within - faces.width(text, look.face, look.size);
    pdf.fillColor(look.color).fontSize(look.size);
    for (const { font, text: words } of faces.runs(text, look.face)) {
      pdf.font(font).text(words, pen, top, { lineBreak: false, baseline: "top" });
      pen += faces.width(words, look.face, look.size);
    }
  }

  function decorate(draw: () => void): void {
    pdf.markContent("Artifact", { type: "Layout" });
    draw();
    pdf.endMarkedContent();
  }

  function newPage(): void {
    pdf.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
    pages += 1;
    y = MARGIN;
    pdf.markContent("Artifact", { type: "Pagination" });
    const lines = linesOf(faces, foot, { ...FOOT_LOOK, width: width - PAGE_NUMBER });
    for (const [index, words] of lines.entries())
      line(words, FOOT_LOOK, { x: MARGIN, y: HEIGHT - FOOT + index * FOOT_LOOK.size * FOOT_LOOK.leading });
    line(`Page ${pages}`, FOOT_LOOK, { x: MARGIN, y: HEIGHT - FOOT, width, align: "right" });
    pdf.endMarkedContent();
  }

  newPage();
  return {
    left: MARGIN,
    width,
    height: HEIGHT - 2 * MARGIN - FOOT / 2,
    pdf,
    root,
    y: () => y,
    room: () => HEIGHT - MARGIN - FOOT / 2 - y,
    skip(points) {
      y += points;
    },
    newPage,
    lines: (text, { face, size }, within) => linesOf(faces, text, { face, size, width: within }),
    lineHeight: ({ size, leading }) => size * leading,
    line,
    decorate,
    element(parent, tag, fill, options = {}) {
      const element = pdf.struct(tag, options);
      parent.add(element);
      fill(element);
      element.end();
    },
  };
}
