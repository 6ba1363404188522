import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
];

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** Path of a Chromium: `CHROMIUM_PATH`, one that is installed, or the one that comes as an npm package. */
export async function findChromium(): Promise<string> {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const installed = PLACES.find((path) => existsSync(path));
  if (installed) return installed;
  // Only its program is used: the flags that come with it switch off what these tests are there to see.
  const packaged = await import("@sparticuz/chromium");
  return packaged.default.executablePath();
}

/** Starts a browser without a window; a start that fails is tried twice more, because a busy machine makes it flaky. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium();
  for (let attempt = 1; ; attempt++) {
    try {
      return await chromium.launch({ executablePath, args: FLAGS, timeout: 30_000 });
    } catch (error) {
      if (attempt === 3) throw error;
      await pause(500 * attempt);
    }
  }
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /**
   * What a page of ours must never do, in words: a request to anyone else, an error in the console, a breach of its
   * content security policy, a script that throws, a style or picture that is not there.
   */
  complaints: string[];
  /** Expects no complaint, and closes the context. Call it at the end of every test. */
  leave(): Promise<void>;
}

/**
 * A fresh visitor to the site at `origin`: nothing stored, and no way to anyone else's server.
 * @param options of Playwright's context, such as `{ javaScriptEnabled: false, viewport: { width: 320, height: 640 } }`
 */
export async function visit(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "en-US",
    reducedMotion: "reduce",
    ...options,
  });
  const complaints: string[] = [];
  await context.route(
    (url) => isForeign(url, origin),
    (route) => {
      complaints.push(`The page asked ${route.request().url()}, which is not this site.`);
      return route.abort();
    },
  );
  const listen = (page: Page) => {
    page.on("console", (message) => {
      if (message.type() === "error" && !isRefusal(message.text())) complaints.push(message.text());
    });
    page.on("response", (response) => {
      const request = response.request();
      if (response.status() >= 400 && PARTS.has(request.resourceType()))
        complaints.push(`${request.url()}, a part of ${page.url()}, answered ${response.status()}.`);
    });
    page.on("pageerror", (error) => complaints.push(`A script threw: ${error.message}`));
  };
  context.on("page", listen);
  const page = await context.newPage();
  return {
    context,
    page,
    complaints,
    async leave() {
      await context.close();
      if (complaints.length > 0)
        throw new Error(`The page did what it must not:\n- ${complaints.join("\n- ")}`);
    },
  };
}

const PARTS = new Set(["stylesheet", "image", "media", "font", "script"]);

function isForeign(url: URL, origin: string): boolean {
  return /^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(origin).host;
}

// Chromium writes "Failed to load resource" for every 4xx page, and a test that asks for one checks its words itself.
const isRefusal = (text: string) =>
  /^Failed to load resource: the server responded with a status of 4\d\d/.test(text);
