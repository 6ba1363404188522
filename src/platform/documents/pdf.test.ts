import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Block } from "./blocks.ts";
import { writePdf } from "./pdf.ts";

const written = (blocks: readonly Block[]) =>
  writePdf({
    title: "Our first sector",
    subject: "A decision",
    foot: "Sheridan and Johnson",
    author: "Sector Commons",
    madeAt: new Date("2018-03-14T15:00:00Z"),
    blocks,
  });

const BLOCKS: Block[] = [
  { kind: "heading", level: 1, words: "Our first sector" },
  {
    kind: "paragraph",
    words: "Healthcare – at least 1,200 jobs, “≤ 1” then ≥ 1, −3.5 %. Nguyễn, Łódź, 漢字.",
  },
  { kind: "heading", level: 2, words: "In numbers" },
  {
    kind: "table",
    caption: "The candidates",
    columns: [
      { label: "Candidate", wide: 2 },
      { label: "Jobs", numeric: true },
    ],
    rows: Array.from({ length: 60 }, (_, index) => [`Industry ${index}`, String(index * 100)]),
  },
  { kind: "list", items: ["Agreed", "Not agreed"] },
  { kind: "numbers", items: [{ number: "1,200", words: "jobs" }] },
  { kind: "bars", alt: "Scores of two", bars: [{ label: "A", sure: 0.5, maybe: 0.7, text: "50 to 70" }] },
];

/** The objects of a file as text; packed streams are left out. */
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const kinds = (pdf: string) => [...pdf.matchAll(/\/S \/(\w+)/g)].map(([, kind]) => kind!);

/** What the pages say to the program that draws them. */
function drawingOf(bytes: Uint8Array): string {
  const pdf = Buffer.from(bytes);
  const parts: string[] = [];
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 1)) {
    const end = pdf.indexOf("\nendstream", at);
    try {
      parts.push(inflateSync(pdf.subarray(at + 7, end)).toString("latin1"));
    } catch {
      // Not every stream is packed: the metadata is not.
    }
  }
  return parts.join("\n");
}

describe("a PDF that a screen reader can read", () => {
  test("says that it is tagged, in which language, and shows its title", async () => {
    const pdf = textOf(await written(BLOCKS));
    expect(pdf).toContain("/StructTreeRoot");
    expect(pdf).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(pdf).toContain("/Marked true");
    expect(pdf).toMatch(/\/Lang \(en-US\)/);
    expect(pdf).toContain("/DisplayDocTitle true");
    expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  test("headings, tables with the headings of rows and columns, lists and pictures are what they look like", async () => {
    const pdf = textOf(await written(BLOCKS));
    const found = kinds(pdf);
    expect(new Set(found)).toEqual(
      new Set([
        "Document",
        "H1",
        "H2",
        "P",
        "Table",
        "Caption",
        "TR",
        "TH",
        "TD",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Figure",
      ]),
    );
    expect(found.filter((kind) => kind === "TR")).toHaveLength(61);
    expect(pdf).toContain("/Scope /Column");
    expect(pdf).toContain("/Scope /Row");
    expect(pdf).toContain("/Alt (Scores of two)");
    expect(pdf).toContain("/BBox");
  });

  test("headings are bookmarks, nested as they are", async () => {
    const pdf = textOf(await written(BLOCKS));
    expect(pdf).toContain("/Outlines");
    expect(pdf).toContain("/Title (Our first sector)");
    expect(pdf).toContain("/Title (In numbers)");
  });

  test("every mark on a page belongs to the structure or is marked as decoration", async () => {
    const drawing = drawingOf(await written(BLOCKS));
    let depth = 0;
    for (const [operator] of drawing.matchAll(/\b(BDC|BMC|EMC|TJ|Tj)\b/g)) {
      if (operator === "BDC" || operator === "BMC") depth += 1;
      else if (operator === "EMC") depth -= 1;
      else expect(depth).toBeGreaterThan(0);
    }
    expect(depth).toBe(0);
  });

  test("carries the fonts it is set in", async () => {
    const pdf = textOf(await written(BLOCKS));
    expect(pdf).toContain("/FontFile2");
    expect(pdf).not.toContain("/BaseFont /Helvetica");
    expect(pdf).toContain("/ToUnicode");
  });

  test("a table that is longer than a page goes on at the next, and the same content is the same file", async () => {
    const [one, other] = [textOf(await written(BLOCKS)), textOf(await written(BLOCKS))];
    expect([...one.matchAll(/\/Type \/Page\n/g)].length).toBeGreaterThan(1);
    expect(one).toBe(other);
  });
});
