import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium, type Visit, visit } from "#kit/chromium.ts";

const FORM = `<!doctype html><html lang="en"><head><title>Share</title><script type="module" src="/writing.js"></script>
<script type="module" src="/editor.js"></script></head><body><h1>Share</h1><keep-typed name="share"><submit-once>
<form method="post" action="/sent"><label>Title <input name="title"></label> <label>Place <input name="place"></label>
<label><input type="radio" name="kind" value="story" checked> Story</label>
<label><input type="radio" name="kind" value="news"> News</label>
<rich-text><label for="text">Text</label><textarea id="text" name="text"></textarea></rich-text>
<live-preview src="/preview"></live-preview><button>Send</button></form></submit-once></keep-typed></body></html>`;
const TALL = "<p>Line</p>".repeat(40);

describe("people who are quicker than a page", () => {
  let server: Server;
  let browser: Browser;
  let guest: Visit;
  let page: Page;
  let sent: Record<string, string>[];
  /** What the server waits for before it gives out a script, or a preview. */
  let scripts: Promise<void> | undefined;
  let preview: Promise<void> | undefined;

  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: ["src/ui/client/editor.entry.ts", "src/ui/client/writing.entry.ts"],
      bundle: true,
      format: "esm",
      outdir: "/",
      write: false,
    });
    server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const answer = (type: string, text: string) =>
        response.writeHead(200, { "content-type": type }).end(text);
      const script = outputFiles.find(({ path }) => path === request.url?.replace(".js", ".entry.js"));
      if (script) {
        await scripts;
        return answer("text/javascript", script.text);
      }
      if (request.url === "/preview") {
        await preview;
        return answer("text/html", TALL);
      }
      if (request.url === "/sent") sent.push(Object.fromEntries(new URLSearchParams(body)));
      return answer("text/html", request.url === "/" ? FORM : "<title>Sent</title><h1>Sent</h1>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  beforeEach(async () => {
    sent = [];
    scripts = undefined;
    preview = undefined;
    guest = await visit(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    page = guest.page;
  });
  afterEach(() => guest.leave());

  const field = (name: string) => page.getByLabel(name, { exact: true });
  const send = async () => {
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("heading", { name: "Sent" }).waitFor();
  };

  test("go on writing where they began when the visual editor comes", async () => {
    const hold = Promise.withResolvers<void>();
    scripts = hold.promise;
    await page.goto("/", { waitUntil: "commit" });
    await page.locator("textarea").focus();
    await page.keyboard.type("One word ");
    hold.resolve();
    await page.getByRole("button", { name: "Use the visual editor" }).waitFor();
    await page.keyboard.type("and another");
    await send();
    expect(sent).toMatchObject([{ text: "One word and another" }]);
  });

  test("keep what they typed before the script came, and get the rest back", async () => {
    await page.goto("/");
    await field("Title").fill("An old title");
    await field("Place").fill("An old place");

    const hold = Promise.withResolvers<void>();
    scripts = hold.promise;
    await page.reload({ waitUntil: "commit" });
    await field("Title").fill("A new title");
    await field("News").check();
    hold.resolve();
    await page.getByText("What you typed here before was put back.").waitFor();
    expect(await field("Title").inputValue()).toBe("A new title");
    expect(await field("Place").inputValue()).toBe("An old place");

    await page.reload();
    await page.getByText("What you typed here before was put back.").waitFor();
    await send();
    expect(sent).toMatchObject([{ title: "A new title", place: "An old place", kind: "news" }]);
  });

  test("press the button they meant, though a preview comes in above it", async () => {
    const hold = Promise.withResolvers<void>();
    preview = hold.promise;
    await page.goto("/");
    const asked = page.waitForRequest("**/preview");
    await field("Title").fill("A title");
    await asked;
    await page.getByRole("button", { name: "Send" }).hover();
    await page.mouse.down();
    const came = page.waitForResponse("**/preview");
    hold.resolve();
    await (await came).finished();
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    await page.mouse.up();
    await page.getByRole("heading", { name: "Sent" }).waitFor();
    expect(sent).toMatchObject([{ title: "A title" }]);
  });
});
