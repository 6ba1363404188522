import type { Font } from "fontkit";
import { readPackageFile } from "#platform/files/package-file.ts";

/** A typeface that turns words into outlines, so that no font need be installed where the picture is drawn. */
export type Lettering = {
  /** Width of one line, in pixels. */
  measure(text: string, size: number): number;
  /** One line as the `d` of an SVG path, its baseline starting at (x, y). */
  outline(text: string, size: number, x: number, y: number): string;
  /** One line as its letters, in thousandths of the size, y upwards; figures are of equal width. */
  spell(text: string): Letter[];
  /** Whether every character of a grapheme has a shape in one of the fonts. */
  canDraw(grapheme: string): boolean;
};

/** A letter where it stands: the same `key` is the same `shape`, a `d` of an SVG path, in every text of its typeface. */
export type Letter = { key: string; shape: string; x: number; advance: number };

const SUBSETS = ["latin", "latin-ext", "vietnamese"] as const;
/** The heading face of the site is set a little tighter than it comes. */
const TRACKING = { "bricolage-grotesque": -0.018, "public-sans": 0 };

/**
 * Opens a family in one weight. The static cuts are read, not the variable fonts that the pages use: the font
 * reader cannot vary a WOFF2.
 */
export async function openLettering(family: keyof typeof TRACKING, weight: 500 | 700): Promise<Lettering> {
  const fontkit = await import("fontkit");
  const fonts = await Promise.all(
    SUBSETS.map(async (subset) =>
      fontkit.create(
        await readPackageFile(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff2`),
      ),
    ),
  );
  return letteringOf(fonts, TRACKING[family]);
}

function letteringOf(fonts: Font[], tracking: number): Lettering {
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
  const shapes = new Map<string, string>();

  function fontFor(grapheme: string): Font | undefined {
    const points = [...grapheme].map((character) => character.codePointAt(0)!);
    return fonts.find((font) => points.every((point) => font.hasGlyphForCodePoint(point)));
  }

  /** Neighbors in the same font stay together, or they would lose their kerning. */
  function runsOf(text: string): { font: Font; text: string }[] {
    const runs: { font: Font; text: string }[] = [];
    for (const { segment } of graphemes.segment(text)) {
      const font = fontFor(segment);
      const last = runs.at(-1);
      if (font && last?.font === font) last.text += segment;
      else if (font) runs.push({ font, text: segment });
    }
    return runs;
  }

  function layOut(text: string, size: number, x: number, y: number, draw: (outline: string) => void): number {
    let pen = x;
    for (const { font, text: run } of runsOf(text)) {
      const scale = size / font.unitsPerEm;
      const { glyphs, positions } = font.layout(run);
      glyphs.forEach((glyph, index) => {
        const { xAdvance, xOffset, yOffset } = positions[index]!;
        const at = [pen + xOffset * scale, y - yOffset * scale] as const;
        draw(glyph.path.transform(scale, 0, 0, -scale, ...at).toSVG());
        pen += xAdvance * scale + tracking * size;
      });
    }
    return pen - x;
  }

  return {
    measure: (text, size) => layOut(text, size, 0, 0, () => {}),
    outline(text, size, x, y) {
      const outlines: string[] = [];
      layOut(text, size, x, y, (outline) => outlines.push(outline));
      return outlines.join("");
    },
    spell(text) {
      let pen = 0;
      return runsOf(text).flatMap(({ font, text: run }) => {
        const scale = 1000 / font.unitsPerEm;
        const { glyphs, positions } = font.layout(run, ["tnum"]);
        return glyphs.map((glyph, index) => {
          const { xAdvance, xOffset } = positions[index]!;
          const key = `${fonts.indexOf(font)}-${glyph.id}`;
          let shape = shapes.get(key);
          if (shape === undefined) {
            shape = glyph.path
              .transform(scale, 0, 0, scale, 0, 0)
              .toSVG()
              .replace(/-?\d+\.\d+/g, wholeOf);
            shapes.set(key, shape);
          }
          const letter = { key, shape, x: Math.round(pen + xOffset * scale), advance: xAdvance * scale };
          pen += xAdvance * scale + tracking * 1000;
          return letter;
        });
      });
    },
    canDraw: (grapheme) => fontFor(grapheme) !== undefined,
  };
}

function wholeOf(written: string): string {
  return String(Math.round(Number(written)));
}
