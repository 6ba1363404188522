import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderPlainText } from "#base/markdown/plain-text.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import { FIELDS, type FieldName, fill, fillLine, namesIn, typedWords } from "./fields.ts";

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ..."*_`[]()<>#!&{}\\|~-+=.1) \n\r\t:/@",
        "https://evil.test",
        "{{rsvpLink}}",
        "<b>",
        "](//x)",
        "&lt;",
        "Bcc: a@b.test",
        "www.evil.test",
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join("")),
);

describe("what people typed is set as words", () => {
  it("brings no markup, no link and no field into a letter, wherever it stands", () => {
    fc.assert(
      fc.property(
        nasty,
        fc.constantFrom("{{name}} came.", "Dear {{name}},", "- {{name}}", "**{{name}}**"),
        (name, text) => {
          const { text: source } = fill(text, { name, rsvpLink: "https://commons.test/rsvp/1" });
          const html = renderMarkdown(source);
          expect(html.replace(/<\/?(p|ul|li|strong)>/g, "")).not.toMatch(/<[a-z/]/);
          expect(html).not.toContain("commons.test/rsvp");
          expect(namesIn(source)).toEqual([]);
        },
      ),
      { numRuns: 600 },
    );
  });

  it("is read just as it was typed", () => {
    for (const name of [
      "Siobhán O’Brien",
      "O'Brien",
      "Ruiz & Sons, Inc.",
      "5) Star *Foods*",
      "A_B_C",
      "&copy; Co",
      "C:\\new",
    ])
      expect(renderPlainText(fill("To {{name}}.", { name }).text).replaceAll("\u2060", "")).toBe(
        `To ${name}.`,
      );
  });

  it("never makes a second line of a subject", () => {
    fc.assert(
      fc.property(nasty, (name) => {
        expect(fillLine("Thank you, {{name}}", { name }).text).not.toMatch(/[\r\n\u2028\u2029]/);
      }),
    );
  });

  it("is no address to a mail program", () => {
    expect(typedWords("see https://evil.test/x")).not.toContain("://");
    expect(typedWords("evil.test")).not.toContain("evil.test");
    expect(typedWords("a@b.test")).not.toContain("a@b");
    expect(typedWords("Monster.com").replaceAll("\u2060", "")).toBe("Monster.com");
  });

  it("a name from right to left keeps what follows in order", () => {
    expect(typedWords("משה כהן")).toBe("\u2068משה כהן\u2069");
  });
});

it("a field that nobody knows is named, and stands there in words", () => {
  expect(fill("You care about {{caresAbout}}.", { caresAbout: "" })).toEqual({
    text: "You care about [what they said they care about].",
    missing: ["caresAbout"],
  });
  expect(Object.keys(FIELDS).every((name) => FIELDS[name as FieldName].words)).toBe(true);
});
