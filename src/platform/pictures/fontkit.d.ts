/** What we use of fontkit, which brings no types of its own. Distances are in font units. */
declare module "fontkit" {
  export type Path = {
    transform(m0: number, m1: number, m2: number, m3: number, m4: number, m5: number): Path;
    toSVG(): string;
  };
  export type GlyphRun = {
    glyphs: { id: number; path: Path }[];
    positions: { xAdvance: number; xOffset: number; yOffset: number }[];
  };
  export type Font = {
    unitsPerEm: number;
    capHeight: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    /** `features` are OpenType's, such as "tnum". */
    layout(text: string, features?: string[]): GlyphRun;
  };
  export function create(file: Uint8Array): Font;
}
