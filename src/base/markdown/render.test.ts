import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countWork } from "#kit/work-time.ts";
import { headings } from "./headings.ts";
import { linkTarget, typedLinkTarget } from "./link-target.ts";
import { renderMarkdown } from "./render.ts";

describe("a story in restricted Markdown", () => {
  test("has its headings at levels two and three, whatever levels were typed", () => {
    expect(renderMarkdown("# One\n\n## Two\n\n### Three\n\n##### Five")).toBe(
      "<h2>One</h2>\n<h2>Two</h2>\n<h3>Three</h3>\n<h3>Five</h3>\n",
    );
  });

  test("has bold, italic, quotes and hard breaks", () => {
    expect(renderMarkdown("**Now** or *never*\\\nsaid one\n\n> quoted")).toBe(
      "<p><strong>Now</strong> or <em>never</em><br>\nsaid one</p>\n<blockquote><p>quoted</p>\n</blockquote>\n",
    );
  });

  test("shows a list the same with and without blank lines between its items", () => {
    const dense = renderMarkdown("- one\n- two\n  1. inner");
    expect(renderMarkdown("- one\n\n- two\n\n  1. inner\n")).toBe(dense);
    expect(dense).toContain("<li>one</li>");
    expect(renderMarkdown("- one\n\n  more")).toContain("<li><p>one</p>\n<p>more</p>\n</li>");
  });

  test("counts an ordered list from where it starts", () => {
    expect(renderMarkdown("7. seven")).toContain('<ol start="7">');
  });

  test("has no code, rules, tables, references or underlined headings", () => {
    expect(renderMarkdown("    four spaces")).toBe("<p>four spaces</p>\n");
    expect(renderMarkdown("a `b`")).toBe("<p>a `b`</p>\n");
    expect(renderMarkdown("above\n\n* * *\n\nbelow")).toBe("<p>above</p>\n<p>below</p>\n");
    expect(renderMarkdown("Title\n---")).toBe("<p>Title</p>\n");
    expect(renderMarkdown("[a]: https://example.org\n\n[a]")).not.toContain("<a");
  });

  test("links to this site plainly and to others with a mark and without credit", () => {
    expect(renderMarkdown("[here](/happenings?state=pa)")).toBe(
      '<p><a href="/happenings?state=pa">here</a></p>\n',
    );
    expect(renderMarkdown("[there](https://example.org/a?b&c)")).toBe(
      '<p><a href="https://example.org/a?b&amp;c" class="external" rel="noopener nofollow ugc">there</a></p>\n',
    );
    expect(renderMarkdown("<https://example.org/x>")).toContain(">https://example.org/x</a>");
    expect(renderMarkdown("<ana@example.org>")).toContain('href="mailto:ana@example.org"');
  });

  test("knows the site's own address, and writes local paths in full where asked", () => {
    const site = "https://commons.example";
    expect(renderMarkdown("[us](https://commons.example/about)", { site })).not.toContain("external");
    expect(renderMarkdown("[us](/about)", { site, absolute: true })).toContain(
      'href="https://commons.example/about"',
    );
  });

  test("keeps an image's description and fetches nothing", () => {
    expect(renderMarkdown("See ![the *signed* letter](https://tracker.example/x.png) here")).toBe(
      "<p>See the signed letter here</p>\n",
    );
  });

  test("never puts a link inside a link", () => {
    expect(renderMarkdown("[a <https://inner.example> b](/outer)")).toBe(
      '<p><a href="/outer">a https://inner.example b</a></p>\n',
    );
  });

  test("gives headings the ids that the list of headings names", () => {
    const story = "## What **worked**\n\n## What worked\n\n### 東京";
    expect(headings(story)).toEqual([
      { level: 2, text: "What worked", id: "what-worked" },
      { level: 2, text: "What worked", id: "what-worked-2" },
      { level: 3, text: "東京", id: "section" },
    ]);
    expect(renderMarkdown(story, { headingIds: true })).toContain('<h2 id="what-worked-2">');
  });

  test("does not let an entity bring back what cleaning removed", () => {
    expect(renderMarkdown("safe&#8238;fdp.exe &#xFEFF;&#0;")).toBe("<p>safefdp.exe \ufffd</p>\n");
  });
});

const dangerous = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java&#10;script:alert(1)",
  "&#106;avascript:alert(1)",
  "javascript&colon;alert(1)",
  "vbscript:x",
  "data:text/html;base64,PHM+",
  "file:///etc/passwd",
  "//evil.example",
  "/\\evil.example",
  "/.//evil.example",
  "https://user:word@evil.example",
];

test.each(dangerous)("%j is no link, however it is written", (address) => {
  for (const text of [
    `[x](${address})`,
    `[x](<${address}>)`,
    `<${address}>`,
    `![x](${address})`,
    `[x][y]\n\n[y]: ${address}`,
  ]) {
    expect(renderMarkdown(text)).not.toMatch(/<a\b|<img/);
  }
});

test("a link field understands an address as people type it", () => {
  expect(typedLinkTarget("example.org/page")).toBe("https://example.org/page");
  expect(typedLinkTarget("localhost")).toBeUndefined();
  expect(typedLinkTarget("ana@example.org")).toBe("mailto:ana@example.org");
  expect(typedLinkTarget("example.org:8080/x")).toBe("https://example.org:8080/x");
  expect(typedLinkTarget("javascript:alert(1)")).toBeUndefined();
  expect(typedLinkTarget("two words.org")).toBeUndefined();
  expect(linkTarget("mailto:a@b.org?subject=Hello%20you")).toBe("mailto:a@b.org?subject=Hello%20you");
  expect(linkTarget('mailto:a@b.org?x="><script>')).toBeUndefined();
});

const pieces = fc.constantFrom(
  ...[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](",
    "![",
    "](",
    ")",
    "<",
    ">",
    '"',
    "'",
    "&",
    "#",
  ],
  ...[
    "javascript:",
    "data:text/html,",
    "https://a.example/",
    "/path",
    "*",
    "**",
    "_",
    "`",
    "\\",
    "\n",
    "\n\n",
    "- ",
    "1. ",
  ],
  ...[
    "> ",
    "## ",
    "    ",
    "<!--",
    "-->",
    "<a href='//x'>",
    "&lt;",
    "&#60;",
    "&#x3c;script&#62;",
    "\u0000",
    "\ud800",
    "word",
  ],
  ...dangerous,
);
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 40 }).map((parts) => parts.join("")),
);

/** Reads the output as strictly as a browser would: every `<` must begin one of the tags that we allow. */
function unexpected(html: string): string[] {
  const allowed =
    /^(?:<\/(?:p|h2|h3|ul|ol|li|blockquote|em|strong|a)>|<(?:p|h2|h3|ul|li|blockquote|em|strong|br)>|<ol(?: start="\d{1,9}")?>|<a href="(?:\/(?!\/)|https?:\/\/|mailto:)[^"<>\s\\]*"(?: class="external" rel="noopener nofollow ugc")?>)$/;
  const tags = html.match(/<[^>]*>?/g) ?? [];
  const words = html.replace(/<[^>]*>/g, "");
  return [...tags.filter((tag) => !allowed.test(tag)), ...(words.match(/[<>"]/g) ?? [])];
}

/** Closing tags in the order that the opening ones ask for. */
function isBalanced(html: string): boolean {
  const open: string[] = [];
  for (const [, end, tag] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (tag === "br") continue;
    if (!end) open.push(tag ?? "");
    else if (open.pop() !== tag) return false;
  }
  return open.length === 0;
}

test("any text at all comes out as allowed tags with safe addresses, and not much longer", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const html = renderMarkdown(text);
      expect(unexpected(html)).toEqual([]);
      expect(isBalanced(html)).toBe(true);
      expect(html.length).toBeLessThan(text.length * 12 + 100);
      expect(html).not.toMatch(/\p{Surrogate}/u);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ..."[ ![ < * _ ` & &# \\ ]( > [a]( **a <http: <a@ [](/a) &quot; ((((".split(" "),
  ...[
    "*a_ ",
    "*a **b ",
    "- ",
    "> ",
    "- a\n",
    "> > > a\n",
    "- - - - a\n",
    "# a\n",
    "-\n",
    "> - ",
    "a  \n",
    "[[a](/b)](/c)",
  ],
])("200 KB of %j take no more time or room than their length calls for", (piece) => {
  const text = piece.repeat(200_000 / piece.length);
  renderMarkdown(text.slice(0, 2_000));
  const work = countWork();
  const html = renderMarkdown(text);
  // 0.05 to 0.3 s; the bound leaves room for a slow machine and still catches a square.
  expect(work()).toBeLessThan(2_000);
  expect(html.length).toBeLessThan(text.length * 12);
});
