import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balancedLines, cutLines } from "./wrap.ts";

/** Every letter is ten wide. */
const measure = (text: string) => [...text].length * 10;

describe("a headline", () => {
  it("stays on one line when it fits", () => {
    expect(balancedLines("Nine regions", measure, 120, 4)).toEqual(["Nine regions"]);
  });

  it("takes as few lines as it can, as even as they can be", () => {
    expect(
      balancedLines("A welcome letter from the champion, one business at a time", measure, 180, 4),
    ).toEqual(["A welcome", "letter from the", "champion, one", "business at a time"]);
  });

  it("does not fit when it needs more lines or has too long a word", () => {
    expect(balancedLines("one two three four five", measure, 50, 4)).toBeUndefined();
    expect(balancedLines("extraordinary", measure, 100, 4)).toBeUndefined();
  });

  it("keeps every word in its order, in lines no wider than allowed", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 120, max: 400 }), (each, width) => {
        const lines = balancedLines(each.join(" "), measure, width, 30)!;
        expect(lines.join(" ")).toBe(each.join(" "));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        expect(lines.length).toBe(cutLines(each.join(" "), measure, width, 30).length);
      }),
    );
  });

  it("is cut with an ellipsis where it finds no room, and loses the comma before it", () => {
    expect(cutLines("one two, three four five six", measure, 80, 2)).toEqual(["one two,", "three…"]);
    expect(cutLines("one two, three", measure, 90, 1)).toEqual(["one two…"]);
    expect(cutLines("one two", measure, 80, 2)).toEqual(["one two"]);
  });

  it("breaks a word that no line can hold", () => {
    expect(cutLines("abcdefghijkl", measure, 50, 3)).toEqual(["abcde", "fghij", "kl"]);
    expect(cutLines("abcdefghijkl", measure, 50, 2)).toEqual(["abcde", "fghi…"]);
  });
});
