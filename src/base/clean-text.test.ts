import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLine, cleanText } from "./clean-text.ts";

test("null bytes and control characters vanish, tabs and newlines stay", () => {
  expect(cleanText("a\u0000b\u0007c\td\ne\u009bf")).toBe("abc\td\nef");
});

test("every kind of line end becomes one newline", () => {
  expect(cleanText("a\r\nb\rc\u2028d\u2029e\u0085f")).toBe("a\nb\nc\nd\ne\nf");
});

test("half a surrogate pair becomes the replacement character, a whole emoji stays", () => {
  expect(cleanText("a\ud83d b 👩‍🏭")).toBe("a\ufffd b 👩‍🏭");
});

test("an override cannot turn a file name around, and Hebrew keeps its marks", () => {
  expect(cleanText("minutes\u202efdp.exe")).toBe("minutesfdp.exe");
  expect(cleanText("שלום\u200f (2018)")).toBe("שלום\u200f (2018)");
});

test("letters with accents are composed, so that equal words are equal", () => {
  expect(cleanText("Jose\u0301")).toBe("José");
});

test("a line has no line ends and no doubled or outer spaces", () => {
  expect(cleanLine("  Central\r\n Pennsylvania\t\u00a0Manufacturing ")).toBe(
    "Central Pennsylvania Manufacturing",
  );
});

test("cleaning what is clean changes nothing, whatever it was before", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = cleanText(text);
      expect(cleanText(once)).toBe(once);
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      expect(once).not.toMatch(/\p{Surrogate}/u);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff)), (units) => {
      const once = cleanText(String.fromCharCode(...units));
      expect(cleanText(once)).toBe(once);
    }),
  );
});
