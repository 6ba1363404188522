import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "./axe.ts";
import { launchChromium, visit } from "./chromium.ts";

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Birds</title></head>
  <body><main><h1>Birds</h1>${body}</main></body></html>`;

const pages: Record<string, string> = {
  "/good": page("<p>Wrens sing.</p>"),
  "/foreign": page('<img src="http://elsewhere.example/wren.png" alt="A wren">'),
  "/inline": page("<script>document.title = 'changed'</script>"),
  "/unlabelled": page("<input name=wren>"),
  "/wide": page('<img class="wide" width="900" height="20" alt="A long branch" src="/branch.svg">'),
};

describe("the browser of the tests", () => {
  let server: Server;
  let origin: string;
  let browser: Browser;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const svg = request.url === "/branch.svg";
      const body = svg ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : pages[request.url ?? ""];
      response.writeHead(body ? 200 : 404, {
        "content-type": svg ? "image/svg+xml" : "text/html; charset=utf-8",
        "content-security-policy": "default-src 'none'; img-src 'self' http://elsewhere.example",
      });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  async function complaintsAt(path: string) {
    const guest = await visit(browser, origin);
    await guest.page.goto(path, { waitUntil: "networkidle" });
    await guest.leave().catch(() => undefined);
    return guest.complaints;
  }

  it("has nothing to say about a page that minds its own business", async () => {
    expect(await complaintsAt("/good")).toEqual([]);
  });

  it("stops and tells a request to anyone else", async () => {
    expect((await complaintsAt("/foreign")).join()).toContain("http://elsewhere.example/wren.png");
  });

  it("tells a breach of the content security policy", async () => {
    expect((await complaintsAt("/inline")).join()).toContain("Content Security Policy");
  });

  it("fails the test when it leaves a page that misbehaved", async () => {
    const guest = await visit(browser, origin);
    await guest.page.goto("/inline");
    await expect(guest.leave()).rejects.toThrow("must not");
  });

  it("checks accessibility under a strict policy, and finds a good page good", async () => {
    const guest = await visit(browser, origin, { viewport: { width: 400, height: 300 } });
    await guest.page.goto("/good");
    await expectAccessible(guest.page);
    expect(guest.page.viewportSize()).toEqual({ width: 400, height: 300 });
    await guest.leave();
  });

  it("names the element that breaks a rule", async () => {
    const guest = await visit(browser, origin);
    await guest.page.goto("/unlabelled");
    await expect(expectAccessible(guest.page)).rejects.toThrow(
      /label at 320 pixels, light[\s\S]*<input name="wren">/,
    );
    await guest.leave();
  });

  it("tells what makes a page scroll sideways on a narrow screen", async () => {
    const guest = await visit(browser, origin);
    await guest.page.goto("/wide");
    await expect(expectAccessible(guest.page)).rejects.toThrow(/At 320 pixels[\s\S]*class="wide"/);
    await guest.leave();
  });
});
