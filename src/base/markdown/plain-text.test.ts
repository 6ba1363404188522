import { describe, expect, test } from "vitest";
import { excerpt, renderPlainText } from "./plain-text.ts";

describe("a story as plain text", () => {
  test("keeps paragraphs, lists and quotes readable in a mail", () => {
    const story = [
      "## The **first** meeting",
      "",
      "Twelve came\\",
      "on time.",
      "",
      "- one",
      "- two",
      "  1. inner",
      "  2. more",
      "",
      "> They *decide*.",
      ">",
      "> - quickly",
    ].join("\n");
    expect(renderPlainText(story)).toBe(
      "The first meeting\n\nTwelve came\non time.\n\n- one\n- two\n  1. inner\n  2. more\n\n> They decide.\n>\n> - quickly",
    );
  });

  test("names where links go when asked, and not twice", () => {
    const story = "[the letter](https://example.org/letter), <https://example.org>, <ana@example.org>";
    expect(renderPlainText(story)).toBe("the letter, https://example.org, ana@example.org");
    expect(renderPlainText(story, { links: true })).toBe(
      "the letter (https://example.org/letter), https://example.org, ana@example.org",
    );
  });

  test("shows tags as they were typed, for they are only words", () => {
    expect(renderPlainText("a <b> & \\*c\\*")).toBe("a <b> & *c*");
  });
});

describe("an excerpt", () => {
  test("is the whole text when that is short", () => {
    expect(excerpt("## Hello\n\nto *you*")).toBe("Hello to you");
  });

  test("ends between words and says that there is more", () => {
    expect(excerpt("One two three, four five", 15)).toBe("One two three…");
    expect(excerpt("One two three, four five", 15).length).toBeLessThanOrEqual(15);
  });

  test("does not cut an emoji in two, nor wait for a space that never comes", () => {
    expect(excerpt("😀".repeat(50), 10)).toBe(`${"😀".repeat(9)}…`);
  });
});
