import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "./edit-distance.ts";
import { excerptAround, hasAll, hasAnswer, markWords, nameScore } from "./marked-text.ts";
import { foldText, wordsOf } from "./words-of.ts";

const word = fc.stringMatching(/^[a-c]{0,7}$/);

describe("the words of a text", () => {
  test("are folded: case and accents make no other word", () => {
    expect(wordsOf("Résumé RESUME résumé, naïve Ärzte")).toEqual(["resume", "naive", "arzte"]);
    expect(wordsOf("3.5 million in 2018–2019; e-mail: a@b.org")).toEqual([
      ..."3.5 million in 2018 2019 e mail a b org".split(" "),
    ]);
  });

  test("fold to the same when folded again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe("slips between two words", () => {
  test("are counted: one too many, missing, wrong, or two swapped", () => {
    expect(editDistance("letter", "letter")).toBe(0);
    for (const slip of ["leter", "lettter", "lettar", "lettre"]) expect(editDistance(slip, "letter")).toBe(1);
    expect(editDistance("aprentiship", "apprenticeship")).toBe(3);
    expect(editDistance("bread", "apprenticeship")).toBe(4);
  });

  test("are as many in either direction, none only for the same word, and never more than asked about", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        const slips = editDistance(a, b, most);
        expect(slips).toBe(editDistance(b, a, most));
        expect(slips === 0).toBe(a === b);
        expect(slips).toBe(Math.min(editDistance(a, b, 10), most + 1));
      }),
    );
  });
});

describe("a text with the words that were asked for marked", () => {
  const marked = (text: string, ...roots: string[]) =>
    markWords(text, roots)
      .filter((stretch) => stretch.marked)
      .map((stretch) => stretch.text);

  test("marks other forms of a word and leaves other words alone", () => {
    expect(marked("Letters, a letter; lettering no letterhead", "letter")).toEqual([
      "Letters",
      "letter",
      "lettering",
    ]);
    expect(marked("Résumés at the café", "resume", "cafe")).toEqual(["Résumés", "café"]);
  });

  test("is the same text when its stretches are joined", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(word), (text, roots) => {
        expect(
          markWords(text, roots)
            .map((stretch) => stretch.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  test("is cut around the first of them, between words", () => {
    const text = `${"before ".repeat(80)}needle ${"after ".repeat(80)}`;
    const cut = excerptAround(text, ["needle"], 120);
    expect(cut).toMatch(/^… before .*needle.* after …$/);
    expect(cut.length).toBeLessThanOrEqual(125);
    expect(hasAnswer(cut, ["needle"])).toBe(true);
    expect(excerptAround("short and whole", ["whole"], 120)).toBe("short and whole");
  });

  test("keeps the word whatever stands around it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (before, after) => {
        const cut = excerptAround(`${before} needle ${after}`, ["needle"], 100);
        expect(hasAnswer(cut, ["needle"])).toBe(hasAnswer(`${before} needle ${after}`, ["needle"]));
      }),
    );
  });
});

describe("a text in memory", () => {
  test("has all the words in whatever form and order, the last as a beginning too", () => {
    const text = "Communities manage their own résumé desks";
    for (const q of ["managing community", "desk resume", "communities ma", "res"])
      expect(hasAll(text, q.split(" ")), q).toBe(true);
    for (const q of ["desk bread", "ma communities", "managerial desk"])
      expect(hasAll(text, q.split(" ")), q).toBe(false);
  });
});

describe("a name answers", () => {
  test("its own words, their beginning, and a question that names it", () => {
    expect(nameScore("New York", ["new", "york"])).toBe(1);
    expect(nameScore("New York", ["new", "yo"])).toBe(1);
    expect(nameScore("New York", ["york"])).toBe(0.8);
    expect(nameScore("Nebraska", ["nurses", "nebraska"])).toBe(0.5);
    expect(nameScore("Nebraska", ["nurses"])).toBe(0);
    expect(nameScore("Nebraska", [])).toBe(0);
  });
});
