import { describe, expect, it } from "vitest";
import { BrokenFrontMatter, splitFrontMatter } from "./front-matter.ts";

function refusal(text: string): string {
  try {
    splitFrontMatter(text);
  } catch (error) {
    if (error instanceof BrokenFrontMatter) return error.message;
    throw error;
  }
  throw new Error("The front matter was read, though it should have been refused.");
}

describe("a file with front matter", () => {
  it("comes apart into fields and text", () => {
    const page = splitFrontMatter(
      "---\ntitle: About\nsectors: [healthcare, technology]\n---\n\nFirst line.\n\nSecond.\n",
    );
    expect(page).toEqual({
      matter: { title: "About", sectors: ["healthcare", "technology"] },
      body: "First line.\n\nSecond.",
    });
  });

  it("reads the same with a byte order mark and the line ends of Windows", () => {
    const page = splitFrontMatter("\uFEFF---\r\ntitle: About\r\n---\r\nOne.\r\nTwo.\r\n");
    expect(page).toEqual({ matter: { title: "About" }, body: "One.\nTwo." });
  });

  it("keeps a rule of hyphens in the text as text", () => {
    expect(splitFrontMatter("---\ntitle: About\n---\nAbove\n\n---\n\nBelow").body).toBe(
      "Above\n\n---\n\nBelow",
    );
  });

  it("does not end at hyphens inside a value", () => {
    const page = splitFrontMatter("---\nnote: |\n  one\n  ---\n  two\n---\nText");
    expect(page).toEqual({ matter: { note: "one\n---\ntwo\n" }, body: "Text" });
  });

  it("leaves a date as the text that was written", () => {
    expect(splitFrontMatter("---\npublished: 2018-03-01\n---\n").matter).toEqual({ published: "2018-03-01" });
  });

  it("may hold nothing between its lines", () => {
    expect(splitFrontMatter("---\n---\nText")).toEqual({ matter: null, body: "Text" });
  });
});

describe("a file without front matter", () => {
  it("is all text", () => {
    expect(splitFrontMatter("\nJust words.\n")).toEqual({ matter: undefined, body: "Just words." });
  });

  it("may be empty", () => {
    expect(splitFrontMatter("")).toEqual({ matter: undefined, body: "" });
  });
});

describe("broken front matter is refused with the line to mend", () => {
  it("when it is never closed", () => {
    expect(refusal("---\ntitle: About\n\nText")).toMatch(/line 1 and is never closed/);
  });

  it("when a bracket is left open", () => {
    expect(refusal("---\ntitle: About\nsectors: [healthcare\nkind: news\n---\nText")).toMatch(
      /at line 4 of the file/,
    );
  });

  it("when a value holds a colon without quotation marks, in words that say so", () => {
    expect(refusal("---\nslug: a\ntitle: News: from Nebraska\n---\n")).toMatch(
      /line 3 of the file: .*quotation marks/,
    );
  });

  it("when a field stands there twice", () => {
    expect(refusal("---\ntitle: One\ntitle: Two\n---\n")).toMatch(
      /at line 3 of the file: Map keys must be unique/,
    );
  });

  it("when it uses aliases, which can blow a small file up", () => {
    expect(refusal("---\na: &x [1]\nb: *x\n---\n")).toMatch(/aliases/);
  });
});
