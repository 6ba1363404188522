import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import { launchChromium, type Visit, visit } from "#kit/chromium.ts";
import { fromGoogleDocs, fromWord } from "./pasted.fixture.ts";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self' data:";
const story =
  "## What we tried\n\nOne **letter** each, [here](https://example.org/letter).\n\n- Twelve came\n  1. early";

const pageWith = (text: string) => `<!doctype html><html lang="en"><head><title>Share</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/editor.css">
<script type="module" src="/editor.js"></script></head><body><main class="wrap"><h1>Share</h1>
<form class="form" method="post" action="/sent"><p><a href="#story">Write your story</a></p>
<div class="field"><label for="story">Your story</label><p class="hint" id="story-hint">What did you try?</p>
<rich-text><textarea id="story" name="story" rows="8" required aria-describedby="story-hint">${text}</textarea></rich-text>
</div><p><button class="button" type="submit">Send</button></p><live-preview src="/preview"></live-preview></form></main></body></html>`;

describe("the visual editor", () => {
  let server: Server;
  let origin: string;
  let browser: Browser;
  let guest: Visit;
  let page: Page;
  let sent: string[] = [];

  beforeAll(async () => {
    const assets = await build({
      entryPoints: { editor: "src/ui/client/editor.entry.ts", style: "src/ui/css/site.css" },
      bundle: true,
      format: "esm",
      outdir: "/",
      write: false,
      loader: { ".woff2": "empty" },
    });
    const asset = (ending: string) =>
      assets.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
    const files: Record<string, [string, string]> = {
      "/": ["text/html; charset=utf-8", pageWith("")],
      "/story": ["text/html; charset=utf-8", pageWith(story)],
      "/odd": ["text/html; charset=utf-8", pageWith("before\n\n-\n\nafter")],
      "/editor.js": ["text/javascript", asset(".js")],
      "/editor.css": ["text/css", asset(".css")],
      "/favicon.ico": ["image/x-icon", ""],
    };
    server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const text = new URLSearchParams(body).get("story") ?? "";
      if (request.url === "/sent") sent.push(text);
      const posted = `<!doctype html><html lang="en"><title>Sent</title><p id="answer">${text.length} characters</p>`;
      const [type, content] = files[request.url ?? ""] ?? ["text/html", posted];
      response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  beforeEach(async () => {
    sent = [];
    guest = await visit(browser, origin);
    page = guest.page;
  });
  // Complains about a breach of the policy, an error in the console, a request to anyone else.
  afterEach(() => guest.leave());

  const open = async (path: string) => {
    await page.goto(path);
    await page.getByRole("textbox", { name: "Your story" }).waitFor();
  };
  const text = () => page.locator("textarea").inputValue();
  const textIs = (wanted: string) => expect.poll(text).toBe(wanted);
  const focused = () =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
  const focusedButton = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  const type = (...strokes: string[]) =>
    strokes.reduce(
      (before, stroke) =>
        before.then(() =>
          stroke.startsWith("⌨") ? page.keyboard.press(stroke.slice(1)) : page.keyboard.type(stroke),
        ),
      Promise.resolve(),
    );
  const paste = (html: string, plain = "") =>
    page.evaluate(
      ([asHtml, asText]) => {
        const clipboardData = new DataTransfer();
        if (asHtml) clipboardData.setData("text/html", asHtml);
        clipboardData.setData("text/plain", asText ?? "");
        const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
        document.querySelector(".rich-text-area")?.dispatchEvent(event);
      },
      [html, plain],
    );

  test("is worked with the keyboard alone, and leaves the text in the form", async () => {
    await open("/");
    await type("⌨Tab", "⌨Tab");
    expect(await focusedButton()).toBe("Bold");
    await type("⌨ArrowRight");
    expect(await focusedButton()).toBe("Italic");
    await type("⌨End");
    expect(await focusedButton()).toBe("Redo");
    await type(
      "⌨Tab",
      "## What we tried",
      "⌨Enter",
      "One ",
      "⌨Control+b",
      "letter.",
      "⌨Control+b",
      "Then *more*",
    );
    await type(
      "⌨Enter",
      "- twelve",
      "⌨Enter",
      "ten",
      "⌨Enter",
      "⌨Control+]",
      "inner",
      "⌨Enter",
      "⌨Enter",
      "⌨Enter",
    );
    await type("See https://example.org/a. There", "⌨Shift+Enter", "1. not a list");
    await textIs(
      "## What we tried\n\nOne **letter.**&#84;hen \\*more\\*\n\n- twelve\n- ten\n  - inner\n\nSee <https://example.org/a>. There\\\n1\\. not a list",
    );
    await type("⌨Alt+F10", "⌨Escape");
    expect(await focused()).toBe("story-visual");
    await type("⌨Escape", "⌨Tab");
    expect(await focused()).toBe("Edit as plain text");
  });

  test("makes a link in a form of its own, refuses a bad address, and undoes it", async () => {
    await open("/");
    await page.getByText("Your story", { exact: true }).click();
    await type("the letter", "⌨Control+a", "⌨Control+k", "javascript:alert(1)", "⌨Enter");
    expect(await page.locator("#story-link-problem").textContent()).toContain("https://example.org/page");
    await type("⌨Control+a", "example.org/letter", "⌨Enter");
    await textIs("[the letter](https://example.org/letter)");
    expect(await focused()).toBe("story-visual");
    await type("⌨Control+z");
    await textIs("the letter");
  });

  test("keeps what Word wrote and drops how it looked; one undo takes it back", async () => {
    await open("/");
    await page.getByRole("link", { name: "Write your story" }).click();
    expect(await focused()).toBe("story-visual");
    await type("before ");
    await paste(fromWord);
    await expect
      .poll(text)
      .toContain("The **whole** room **agreed**.\n\n- First\n  - Inner\n- Second\n\nThen\n\n1. One\n2. Two");
    expect(await text()).toContain("Who | When\n\nbad [good](https://example.org/) chart");
    await type("⌨Control+z");
    await textIs("before");
  });

  test("understands Google Docs, and an address pasted over words", async () => {
    await open("/");
    await page.locator(".rich-text-area").focus();
    await paste(fromGoogleDocs);
    await textIs("Plain **bold** _slanted_\n\n- one\n- two");
    await type("⌨Control+a", "two words", "⌨Control+a");
    await paste("", "https://example.org/two");
    await textIs("[two words](https://example.org/two)");
  });

  test("opens a text without changing it, and follows whoever else writes in the field", async () => {
    await open("/story");
    expect(await text()).toBe(story);
    await page.locator("textarea").evaluate((area: HTMLTextAreaElement) => {
      area.value = "a **kept** draft";
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await expect.poll(() => page.locator(".rich-text-area strong").textContent()).toBe("kept");
  });

  test("leaves a text alone that it could not give back as it was", async () => {
    await page.goto("/odd");
    await page.getByText("Editing as plain text").waitFor();
    expect(await page.locator("textarea").isVisible()).toBe(true);
    expect(await text()).toBe("before\n\n-\n\nafter");
  });

  test("changes to plain text and back", async () => {
    await open("/story");
    await page.getByRole("button", { name: "Edit as plain text" }).click();
    await page.locator("textarea").fill("now *slanted*");
    await page.getByRole("button", { name: "Use the visual editor" }).click();
    expect(await page.locator(".rich-text-area em").textContent()).toBe("slanted");
  });

  test("sends the last keystroke too, and shows a preview of it before", async () => {
    await open("/");
    await page.locator(".rich-text-area").focus();
    await type("hello");
    await page.getByText("5 characters").waitFor();
    await type(" you");
    await page.locator("form").evaluate((form: HTMLFormElement) => form.requestSubmit());
    await page.waitForURL("/sent");
    expect(sent).toEqual(["hello you"]);
  });

  test("is accessible, also with its link form open", async () => {
    await open("/story");
    const field = page.getByRole("textbox", { name: "Your story" });
    expect(await field.getAttribute("aria-describedby")).toBe("story-hint");
    await expectAccessible(page);
    await field.press("Control+k");
    await expectAccessible(page);
  });
});
