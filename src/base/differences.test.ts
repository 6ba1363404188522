import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countWork } from "#kit/work-time.ts";
import { type Difference, differences, fieldDifferences, paragraphDifferences } from "./differences.ts";

describe("differences between two texts", () => {
  test("name the words that changed within a paragraph", () => {
    expect(paragraphDifferences("Twelve came to the meeting.", "Fourteen came to the meeting.")).toEqual([
      {
        kind: "changed",
        parts: [
          { kind: "removed", text: "Twelve" },
          { kind: "added", text: "Fourteen" },
          { kind: "same", text: " came to the meeting." },
        ],
      },
    ]);
  });

  test("show a new paragraph as added and an old one as removed", () => {
    expect(paragraphDifferences("One.\n\nTwo.", "One.\n\nTwo.\n\nThree.").at(-1)).toEqual({
      kind: "added",
      parts: [{ kind: "added", text: "Three." }],
    });
    expect(paragraphDifferences("One.\n\nTwo.", "Two.")[0]?.kind).toBe("removed");
  });

  test("do not weave two paragraphs together that have nothing in common", () => {
    const found = paragraphDifferences("The champions meet in March.", "Please see attached agenda, thanks!");
    expect(found.map((paragraph) => paragraph.kind)).toEqual(["removed", "added"]);
  });

  test("count the unchanged paragraphs far from a change instead of repeating them", () => {
    const story = Array.from({ length: 9 }, (_, index) => `Paragraph ${index}.`);
    const found = paragraphDifferences(story.join("\n\n"), [...story, "New."].join("\n\n"));
    expect(found[0]).toEqual({ kind: "skipped", paragraphs: 8 });
    expect(found.slice(1).map((paragraph) => paragraph.kind)).toEqual(["same", "added"]);
  });

  test("are a single count when nothing changed, whatever the line ends", () => {
    expect(paragraphDifferences("a\r\n\r\nb", "a\n\nb")).toEqual([{ kind: "skipped", paragraphs: 2 }]);
  });

  test("hold all words of both texts", () => {
    const words = fc.array(fc.constantFrom("one", "two", "three", "four.", "\n\n", "five"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, words, (from, to) => {
        const found = paragraphDifferences(from.join(" "), to.join(" "));
        const kept = (without: Difference["kind"]) =>
          found.map((paragraph) => {
            if (paragraph.kind === "skipped") return [];
            return paragraph.parts.filter((part) => part.kind !== without).map((part) => part.text);
          });
        const skipped = found.some((paragraph) => paragraph.kind === "skipped");
        const bare = (text: string) => text.replace(/\s+/g, "");
        if (!skipped) {
          expect(bare(kept("added").flat().join(""))).toBe(bare(from.join("")));
          expect(bare(kept("removed").flat().join(""))).toBe(bare(to.join("")));
        }
      }),
    );
  });

  test("of two long texts without a word in common come at once", () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`);
    const work = countWork();
    paragraphDifferences(long("a").join(" "), long("b").join(" "));
    paragraphDifferences(long("a").join("\n\n"), long("b").join("\n\n"));
    expect(work()).toBeLessThan(3_000);
  });
});

test("fields that differ are listed under their labels, lists and switches in words", () => {
  const labels = { title: "Title", sectors: "Sectors", featured: "Featured", state: "State" };
  const before = { title: "A letter", sectors: ["Healthcare"], featured: false, state: "pa", secret: 1 };
  const after = {
    title: "A letter",
    sectors: ["Healthcare", "Technology"],
    featured: true,
    state: null,
    secret: 2,
  };
  expect(
    fieldDifferences(before, after, labels).map(({ label, before, after }) => [label, before, after]),
  ).toEqual([
    ["Sectors", "Healthcare", "Healthcare, Technology"],
    ["Featured", "No", "Yes"],
    ["State", "pa", ""],
  ]);
});

test("in one row, paragraphs are parted by a blank line and what is left out shows as an ellipsis", () => {
  expect(differences("One.\n\nTwo.\n\nThree.", "One.\n\nTwo.\n\nThree.\n\nFour.")).toEqual([
    { kind: "same", text: "…" },
    { kind: "same", text: "\n\n" },
    { kind: "same", text: "Three." },
    { kind: "same", text: "\n\n" },
    { kind: "added", text: "Four." },
  ]);
});
