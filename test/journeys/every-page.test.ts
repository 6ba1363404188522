import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { type Answer, type Crawled, crawl, type Form, tagsIn } from "./testing/crawl.ts";
import { arriveAt, press } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";
import { makeUpdate, shareAndConfirm } from "./testing/update.ts";

const KB = 1_024;
const LARGEST_PAGE = 50 * KB;
/** Pages of figures carry tables and the addresses of their pictures. */
const LARGEST_PAGE_OF_FIGURES = 120 * KB;
const LARGEST_STYLES = 25 * KB;
const LARGEST_READING_SCRIPT = 15 * KB;

const htmlOf = ({ answers }: Crawled) => answers.filter(({ type }) => type.startsWith("text/html"));

/** What every page of ours must keep to; empty when it does. */
function faultsOf({ path, text }: Answer): string[] {
  const tags = tagsIn(text);
  const faults: string[] = [];
  const inline = tags.filter(
    ({ tag, attributes }) =>
      tag === "style" || Object.keys(attributes).some((name) => name === "style" || name.startsWith("on")),
  );
  if (inline.length > 0) faults.push(`has something inline: ${inline.map(({ tag }) => tag).join(", ")}`);
  if (/<script[^>]*>[^<]/.test(text)) faults.push("has an inline script");
  if (tags.filter(({ tag }) => tag === "h1").length !== 1) faults.push("has not one h1");
  if (tags.find(({ tag }) => tag === "html")?.attributes.lang !== "en")
    faults.push("does not say its language");
  if (!/<title>[^<]{3,}<\/title>/.test(text)) faults.push("has no title");
  const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) faults.push(`has an id twice: ${twice.join(", ")}`);
  const away = tags.filter(
    ({ tag, attributes }) =>
      tag === "a" &&
      /^https?:/.test(attributes.href ?? "") &&
      !attributes.href?.includes("//127.0.0.1") &&
      !/noopener/.test(attributes.rel ?? ""),
  );
  if (away.length > 0) faults.push(`leads away unmarked: ${away[0]?.attributes.href}`);
  return faults.map((fault) => `${path} ${fault}`);
}

const limitOf = (path: string) => (path.startsWith("/industry") ? LARGEST_PAGE_OF_FIGURES : LARGEST_PAGE);

function sameTitles(pages: Answer[]): string[] {
  const byTitle = new Map<string, Set<string>>();
  for (const { path, text } of pages) {
    const title = /<title>(.*?)<\/title>/.exec(text)?.[1] ?? "";
    byTitle.set(title, (byTitle.get(title) ?? new Set()).add(path));
  }
  return [...byTitle].flatMap(([title, paths]) =>
    paths.size > 1 ? [`“${title}” is the title of ${[...paths].slice(0, 3).join(" and ")}`] : [],
  );
}

/** The pages that stories elsewhere do not look at in all four ways. */
const MAIN_PAGES = new Set(["/desk"]);

/** One address of each sort of page: where only an id, a year or a name differs, the first stands for all. */
function oneOfEach({ answers }: Crawled, which: RegExp): string[] {
  const sorts = new Map<string, string>();
  for (const { path, type, status } of answers) {
    if (status !== 200 || !type.startsWith("text/html") || path.includes("?") || !which.test(path)) continue;
    const sort = path
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ":id")
      .replace(/^\/(states|sectors)\/.+/, "/$1/:name")
      .replace(/^\/happenings\/.+/, "/happenings/:name")
      .replace(/^\/partnerships\/[^/]+/, "/partnerships/:name")
      .replace(/^\/(organizations|affiliates|people)\/.+/, "/$1/:name")
      .replace(/^\/desk\/(exchange|merging)\/[^/]+/, "/desk/$1/:kind")
      .replace(/^\/desk\/states\/.+/, "/desk/states/:name")
      .replace(/\/seasons\/.+/, "/seasons/:name");
    if (!sorts.has(sort)) sorts.set(sort, path);
  }
  return [...sorts.values()];
}

describe("every page", () => {
  let site: JourneySite;
  let editing: Visit;
  let statusPath: string;
  let open: Crawled;
  let desk: Crawled;
  let deskCookie: string;

  beforeAll(async () => {
    site = await openSite();
    editing = await site.comeAsEditor();
    [deskCookie = ""] = (await editing.context.cookies()).map(({ name, value }) => `${name}=${value}`);
    statusPath = await shareAndAsk();
  });
  afterAll(async () => {
    await editing?.leave();
    await site?.close();
  });

  /** Something on the desk of each sort, so that its pages are there to be looked at. */
  async function shareAndAsk(): Promise<string> {
    const update = makeUpdate({ name: "Ida Moss", title: "A page to be crawled" });
    const guest = await site.come();
    await shareAndConfirm(guest.page, site.smtp, update);
    const { pathname } = new URL(guest.page.url());
    await guest.page.goto("/sponsors");
    await guest.page.getByLabel("Your name").fill("Ida Moss");
    await guest.page.getByLabel("Your organization").fill("Moss and Daughters");
    await guest.page.getByLabel("Your e-mail address").fill("ida@senders.test");
    await guest.page.getByLabel("What would you like to know?").fill("How do I begin?");
    await press(guest.page, "Send the question");
    await arriveAt(guest.page, "Thank you for writing");
    await leaveUntracked(guest);
    return pathname;
  }

  it("that guests can reach answers, and no link among them is dead", async () => {
    open = await crawl(site.origin, ["/", "/sitemap.xml", statusPath], { skip: /^\/sign-out/ });
    const sitemap = open.answers.find(({ path }) => path === "/sitemap.xml")?.text ?? "";
    const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = ""]) => new URL(url).pathname);
    expect(listed.length).toBeGreaterThan(20);
    const reached = new Set(open.answers.map(({ path }) => path));
    const beyond = await crawl(
      site.origin,
      listed.filter((path) => !reached.has(path)),
    );
    expect([...open.dead, ...beyond.dead]).toEqual([]);
    expect(htmlOf(open).length).toBeGreaterThan(50);
  });

  it("that guests can reach is small, has nothing inline, one heading and a title of its own", () => {
    const pages = htmlOf(open);
    expect(pages.flatMap(faultsOf)).toEqual([]);
    // Signing in is one page, wherever it leads afterwards.
    expect(sameTitles(pages.filter(({ path }) => !path.startsWith("/sign-in?")))).toEqual([]);
    const large = pages.filter(({ path, text }) => Buffer.byteLength(text) > limitOf(path));
    expect(large.map(({ path, text }) => `${path} has ${Buffer.byteLength(text)} bytes`)).toEqual([]);
  });

  it("that guests can reach sets no cookie and carries the same strict policy", () => {
    for (const { path, headers } of htmlOf(open)) {
      expect(headers.get("set-cookie"), path).toBeNull();
      expect(headers.get("content-security-policy"), path).not.toMatch(/unsafe|\*|https?:/);
    }
  });

  it("of the desk answers an editor, and no link among them is dead", async () => {
    desk = await crawl(site.origin, ["/desk", "/account", "/my-updates", "/my-partnerships"], {
      cookie: deskCookie,
      skip: /^\/(?!desk|account|my-updates|my-partnerships)/,
    });
    expect(desk.dead).toEqual([]);
    expect(htmlOf(desk).flatMap(faultsOf)).toEqual([]);
    expect(htmlOf(desk).length).toBeGreaterThan(40);
  });

  it("can be used by everybody: one of each sort, at both widths and in both schemes", async () => {
    const guest = await site.come();
    const lookAt = async ({ page }: Visit, paths: string[]) => {
      for (const path of paths) {
        await page.goto(path);
        await expectAccessible(page, { briefly: !MAIN_PAGES.has(path) });
      }
    };
    await Promise.all([
      lookAt(guest, oneOfEach(open, /^\/(?!share\/status)/)),
      lookAt(editing, oneOfEach(desk, /^\/(desk|account|my-updates|my-partnerships)/)),
    ]);
    await leaveUntracked(guest);
  }, 300_000);

  it("has forms and buttons that lead somewhere", async () => {
    const dead: string[] = [];
    const lasts = [/withdrawal$/, /sign-out\/everywhere$/, /sign-out$/];
    const rank = ({ path }: Form) => lasts.findIndex((last) => last.test(path));
    const forms = [...open.forms.values(), ...desk.forms.values()].sort((a, b) => rank(a) - rank(b));
    for (const { method, path, hasFiles, page } of forms) {
      const empty = new FormData();
      empty.append("act", "preview");
      const body = hasFiles ? empty : new URLSearchParams({ act: "preview" });
      const response = await fetch(site.origin + path, {
        method,
        // A form that asks may lead on to the one address of what it asked for; that page is judged then.
        redirect: method === "GET" ? "follow" : "manual",
        headers: { cookie: deskCookie, "sec-fetch-site": "same-origin", origin: site.origin },
        ...(method === "POST" ? { body } : {}),
      });
      await response.arrayBuffer();
      // Nothing was filled in, so most refuse; what they must not say is that there is no such form, or break.
      if (![200, 303, 409, 422].includes(response.status))
        dead.push(`${page}: ${method} ${path} answers ${response.status}`);
    }
    expect(forms.length).toBeGreaterThan(40);
    expect(dead).toEqual([]);
  });

  it("of those that are read loads little", async () => {
    const guest = await site.come();
    const sizes = { stylesheet: 0, script: 0 };
    const asked: Promise<void>[] = [];
    guest.page.on("response", (response) => {
      const type = response.request().resourceType();
      if (type !== "stylesheet" && type !== "script") return;
      asked.push(
        response.body().then((body) => {
          sizes[type] += gzipSync(body).length;
        }),
      );
    });
    const [story = ""] = open.answers.flatMap(({ path }) =>
      /^\/happenings\/\d{4}\/[\w-]+$/.test(path) ? [path] : [],
    );
    for (const path of ["/", "/happenings", story, "/states/ne"]) {
      sizes.stylesheet = 0;
      sizes.script = 0;
      await guest.page.goto(path, { waitUntil: "networkidle" });
      await Promise.all(asked);
      if (path === "/") {
        expect(sizes.stylesheet).toBeGreaterThan(1_000);
        expect(sizes.script).toBeGreaterThan(500);
      }
      expect(sizes.stylesheet, path).toBeLessThanOrEqual(LARGEST_STYLES);
      expect(sizes.script, path).toBeLessThanOrEqual(LARGEST_READING_SCRIPT);
    }
    await leaveUntracked(guest);
  });
});
