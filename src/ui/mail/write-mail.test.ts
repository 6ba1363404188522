import { expect, test } from "vitest";
import { writeMail } from "./write-mail.tsx";

const mail = writeMail({
  subject: "An editor asks for a change",
  site: { name: "Our Community", url: "https://example.org" },
  blocks: [
    {
      kind: "paragraph",
      words: `Thank you for <b>sharing</b>. ${"We read every update with care. ".repeat(4).trim()}`,
    },
    { kind: "heading", words: "What we ask" },
    { kind: "quote", words: "Who signed the letter?\nAnd when?" },
    { kind: "list", items: ["Add the name", "Add the date"] },
    { kind: "action", label: "Answer", href: `https://example.org/status/${"x".repeat(90)}` },
  ],
  footer: {
    reason: "You get this mail because you sent us an update.",
    postalAddress: "Our Community, 1 Main Street, Lincoln, Nebraska",
  },
});

test("both twins of a mail say the same", () => {
  for (const words of [
    "An editor asks",
    "What we ask",
    "Who signed the letter?",
    "Add the date",
    "1 Main Street",
  ]) {
    expect(mail.html).toContain(words);
    expect(mail.text).toContain(words);
  }
});

test("the HTML twin has real headings, escapes what people wrote and loads nothing", () => {
  expect(mail.html).toContain("<h1>An editor asks for a change</h1>");
  expect(mail.html).toContain("<h2>What we ask</h2>");
  expect(mail.html).toContain("&lt;b&gt;sharing");
  expect(mail.html).not.toMatch(/<table|<img|<link|style=/);
});

test("the plain twin breaks its lines, but never an address", () => {
  for (const line of mail.text.split("\n")) {
    if (!line.startsWith("https://")) expect(line.length).toBeLessThanOrEqual(72);
  }
  expect(mail.text).toContain(`https://example.org/status/${"x".repeat(90)}\n`);
  expect(mail.text).toContain("> Who signed the letter?\n> And when?");
  expect(mail.text).toContain("\n-- \n");
});
