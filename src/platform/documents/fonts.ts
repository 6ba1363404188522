import type { Font } from "fontkit";
import { readPackageFile } from "#platform/files/package-file.ts";
import { unpackWoff } from "./unpack-woff.ts";

/** What a piece of text looks like. */
export type Face = "text" | "bold" | "heading";

const FILES: Record<Face, { family: string; weight: 400 | 700 }> = {
  text: { family: "public-sans", weight: 400 },
  bold: { family: "public-sans", weight: 700 },
  heading: { family: "bricolage-grotesque", weight: 700 },
};
/** The first that has a letter draws it. */
const SUBSETS = ["latin", "latin-ext", "vietnamese"] as const;

/** Words whose widths are remembered; a book has fewer. */
const MOST_WIDTHS = 20_000;

/** Part of a line in one font. */
export interface Run {
  /** Name under which a document knows the font. */
  font: string;
  text: string;
}

/** The site's typefaces, for documents that carry their fonts along. */
export interface Typefaces {
  files: { name: string; bytes: Buffer }[];
  /** A text as runs of one font each; a letter that none of them has becomes a question mark. */
  runs(text: string, face: Face): Run[];
  /** Width in points. */
  width(text: string, face: Face, size: number): number;
}

let opened: Promise<Typefaces> | undefined;

/** The site's typefaces, opened once for the whole process. */
export function typefaces(): Promise<Typefaces> {
  opened ??= openTypefaces();
  return opened;
}

/** The first few letters of a text that no typeface of ours has, such as Hebrew ones; empty where all can be drawn. */
export async function undrawable(text: string): Promise<string> {
  const { runs } = await typefaces();
  const strange = [...new Set(text)].filter(
    (letter) => letter !== "?" && !/[\s\u2060-\u2069]/.test(letter) && runs(letter, "text")[0]?.text === "?",
  );
  return strange.slice(0, 6).join("");
}

/** WOFF rather than WOFF2: what a document embeds is cut out of the font's own tables, as they are packed in it. */
async function openTypefaces(): Promise<Typefaces> {
  const fontkit = await import("fontkit");
  const faces = new Map<Face, { name: string; font: Font }[]>();
  const files: Typefaces["files"] = [];
  for (const [face, { family, weight }] of Object.entries(FILES) as [Face, (typeof FILES)[Face]][]) {
    const own = await Promise.all(
      SUBSETS.map(async (subset) => {
        const woff = `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`;
        const bytes = unpackWoff(await readPackageFile(woff));
        return { name: `${face}-${subset}`, bytes, font: fontkit.create(bytes) };
      }),
    );
    faces.set(
      face,
      own.map(({ name, font }) => ({ name, font })),
    );
    files.push(...own.map(({ name, bytes }) => ({ name, bytes })));
  }

  function runs(text: string, face: Face): (Run & { own: Font })[] {
    const fonts = faces.get(face)!;
    const found: (Run & { own: Font })[] = [];
    for (const letter of text) {
      // Marks of direction and joiners are for programs; on paper there is nothing to draw.
      if (/[\u200e\u200f\u2060-\u2069]/.test(letter)) continue;
      const has = fonts.find(({ font }) => font.hasGlyphForCodePoint(letter.codePointAt(0)!));
      const { name, font } = has ?? fonts[0]!;
      const drawn = has ? letter : "?";
      const last = found.at(-1);
      if (last?.font === name) last.text += drawn;
      else found.push({ font: name, text: drawn, own: font });
    }
    return found;
  }

  // Shaping is most of what a document costs, and the same words come again on every line and in every letter.
  const widths = new Map<string, number>();
  function widthOf(word: string, face: Face): number {
    const key = `${face} ${word}`;
    let width = widths.get(key);
    if (width === undefined) {
      width = runs(word, face).reduce((sum, { own, text }) => sum + advanceOf(own, text) / own.unitsPerEm, 0);
      if (widths.size >= MOST_WIDTHS) widths.clear();
      widths.set(key, width);
    }
    return width;
  }

  return {
    files,
    runs: (text, face) => runs(text, face).map(({ font, text: words }) => ({ font, text: words })),
    width: (text, face, size) =>
      (text.match(/\s+|\S+/g) ?? []).reduce((sum, word) => sum + widthOf(word, face), 0) * size,
  };
}

function advanceOf(font: Font, words: string): number {
  return font.layout(words).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
}
