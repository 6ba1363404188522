import fc from "fast-check";
import { expect, test } from "vitest";
import { brandStylesheet, checkBrandColor, contrast, hexColor, PAPER, readableOn } from "./color.ts";

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

/** Tokens of a brand style sheet, light then dark. */
function tokensOf(sheet: string): Record<string, string>[] {
  return [...sheet.matchAll(/:root\{([^}]*)\}/g)].map(([, body]) =>
    Object.fromEntries(body!.split(";").map((pair) => pair.split(":") as [string, string])),
  );
}

test("contrast follows the WCAG formula at its known points", () => {
  expect(contrast("#000", "#fff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
  expect(contrast("#0b4a57", "#0b4a57")).toBe(1);
});

test("a colour is read with or without its sign, short or long, and nothing else is", () => {
  expect(hexColor(" 0B4A57 ")).toBe("#0b4a57");
  expect(hexColor("#abc")).toBe("#aabbcc");
  for (const wrong of ["", "teal", "#12345", "#12345g", "#fff;}body{", "rgb(0,0,0)"]) {
    expect(hexColor(wrong)).toBeUndefined();
  }
});

test("any colour has a readable shade on paper, light and dark, and a readable one is left alone", () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      expect(contrast(readableOn(color, PAPER.light), PAPER.light)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(readableOn(color, PAPER.dark), PAPER.dark)).toBeGreaterThanOrEqual(4.5);
    }),
    // Nothing is darker than black, nor lighter than white: the way to a readable shade begins at its end.
    { examples: [["#000000"], ["#ffffff"]] },
  );
  expect(readableOn("#0b4a57", PAPER.light)).toBe("#0b4a57");
});

test("whatever colour a community sets, its style sheet keeps text readable in both schemes", () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      const schemes = tokensOf(brandStylesheet(color));
      expect(schemes).toHaveLength(2);
      const grounds = [
        { paper: PAPER.light, sheet: "#ffffff", ink: "#14252e", ink2: "#465962", deep2: "#c3d6d9" },
        { paper: PAPER.dark, sheet: "#182329", ink: "#eef3f3", ink2: "#b3c1c6", deep2: "#c3d6d9" },
      ];
      schemes.forEach((tokens, index) => {
        const { paper, sheet, ink, ink2, deep2 } = grounds[index]!;
        const pairs: [string, string][] = [
          [tokens["--pine"]!, paper],
          [tokens["--pine"]!, sheet],
          [tokens["--on-pine"]!, tokens["--pine"]!],
          ["#ffffff", tokens["--pine-deep"]!],
          [deep2, tokens["--pine-deep"]!],
          [ink, tokens["--pine-wash"]!],
          [ink2, tokens["--pine-wash"]!],
          [tokens["--pine"]!, tokens["--pine-wash"]!],
        ];
        for (const [text, ground] of pairs) {
          const least = text === tokens["--pine"] && ground === tokens["--pine-wash"] ? 3 : 4.5;
          expect(contrast(text, ground), `${text} on ${ground} for ${color}`).toBeGreaterThanOrEqual(least);
        }
      });
    }),
  );
});

test("what is no colour leaves the house's own standing", () => {
  expect(brandStylesheet("red;}*{display:none")).toBe("");
});

test("a colour too light for text is refused with its ratio and a shade that works", () => {
  const check = checkBrandColor("#ffb81c");
  expect(check.ok).toBe(false);
  expect(check.ratioOnPaper).toBeLessThan(2);
  const suggested = /#[0-9a-f]{6}/.exec(check.problem ?? "")?.[0];
  expect(checkBrandColor(suggested!)).toEqual({ ok: true, ratioOnPaper: expect.any(Number) });
  expect(checkBrandColor("#0b4a57").ok).toBe(true);
  expect(checkBrandColor("teal").problem).toContain("six digits");
});
