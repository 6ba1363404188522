import * as fontkit from "fontkit";
import { expect, it } from "vitest";
import { readPackageFile } from "#platform/files/package-file.ts";
import { unpackWoff } from "./unpack-woff.ts";

it("holds the same letters, unpacked", async () => {
  const woff = await readPackageFile("@fontsource/public-sans/files/public-sans-latin-400-normal.woff");
  const packed = fontkit.create(woff);
  const font = fontkit.create(unpackWoff(woff));
  expect(font.unitsPerEm).toBe(packed.unitsPerEm);
  for (const letter of "Agß’é") {
    const code = letter.codePointAt(0)!;
    expect(font.hasGlyphForCodePoint(code)).toBe(true);
    expect(packed.hasGlyphForCodePoint(code)).toBe(true);
    const [ours, theirs] = [font, packed].map((one) => one.layout(letter).positions[0]?.xAdvance);
    expect(ours).toBe(theirs);
  }
});

it("says so where something else is given", () => {
  expect(() => unpackWoff(Buffer.from("this is no font at all"))).toThrow("This is no WOFF font.");
});
