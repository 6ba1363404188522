import PizZip from "pizzip";
import { expect, it } from "vitest";
import { undrawable } from "./fonts.ts";
import { writeWord } from "./word.ts";
import { fillWordTemplate, readWordTemplate } from "./word-template.ts";

const KNOWN = ["greeting", "letter", "company"];

/** A Word file as the writer makes it, with these paragraphs. */
function wordFile(...paragraphs: string[]): Promise<Uint8Array> {
  const blocks = paragraphs.map((words) => ({ kind: "paragraph" as const, words }));
  return writeWord({ title: "Ours", author: "Us", blocks });
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const read = await readWordTemplate(bytes, KNOWN);
  if (read.ok) throw new Error(`It was taken, with ${read.value.fields.join(", ")}`);
  return read.problems.wordFile!.join(" ");
}

/** The same file with another part in it. */
function withPart(bytes: Uint8Array, name: string, content: string | Uint8Array): Uint8Array {
  const zip = new PizZip(bytes as never);
  zip.file(name, content as string);
  return zip.generate({ type: "uint8array", compression: "DEFLATE" }) as Uint8Array;
}

const textOf = (bytes: Uint8Array) => new PizZip(bytes as never).file("word/document.xml")!.asText();

it("a Word file with fields is filled in, and what people typed stays words", async () => {
  const file = await wordFile("{greeting},", "{letter}", "To {company}");
  expect(await readWordTemplate(file, KNOWN)).toEqual({
    ok: true,
    value: { fields: ["greeting", "letter", "company"] },
  });
  const filled = textOf(
    await fillWordTemplate(file, {
      greeting: "Dear Siobhán O’Brien",
      letter: "One line\nand another",
      company: "<w:t>{greeting}</w:t> & Sons",
    }),
  );
  expect(filled).toContain("Dear Siobhán O’Brien,");
  expect(filled).toMatch(/One line<\/w:t>.*<w:br\/>.*and another/s);
  expect(filled).toContain("&lt;w:t&gt;{greeting}&lt;/w:t&gt; &amp; Sons");
});

it("what cannot be filled in is refused in words that say what to do", async () => {
  const file = await wordFile("{greeting}");
  expect(await refusal(file.slice(0, file.length / 2))).toContain("damaged");
  expect(await refusal(new TextEncoder().encode("hello"))).toContain("damaged");
  expect(await refusal(withPart(file, "word/vbaProject.bin", "x"))).toContain("macros");
  expect(await refusal(await wordFile("{#people}{greeting}{/people}"))).toMatch(
    /\{#people\} begins a part that repeats/,
  );
  expect(await refusal(await wordFile("{#people}{greeting}"))).toContain("repeats");
  expect(await refusal(await wordFile("{greting} of {company}"))).toContain("Nothing is called {greting}");
  expect(await refusal(await wordFile("{greeting"))).toContain("brace");
  expect(await refusal(await wordFile("{@company}"))).toMatch(/plain field/);
  expect(await refusal(await wordFile("No field at all"))).toContain("every letter would be the same");
  const zip = new PizZip();
  zip.file("hello.txt", "hello");
  expect(await refusal(zip.generate({ type: "uint8array" }) as Uint8Array)).toContain("not a Word document");
});

it("a file that unpacks to more than a letter can hold is refused before it is unpacked", async () => {
  const bomb = withPart(await wordFile("{greeting}"), "word/media/huge.xml", new Uint8Array(9 * 2 ** 20));
  expect(bomb.length).toBeLessThan(200_000);
  expect(await refusal(bomb)).toContain("larger than any letter");
});

it("letters that no typeface of ours has are known before a PDF is made of them", async () => {
  expect(await undrawable("Dear Siobhán, Nguyễn and Łukasz \u2068?\u2069")).toBe("");
  expect(await undrawable("Dear משה,")).toBe("משה");
});
