import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { crawl } from "./testing/crawl.ts";
import { cookieOf, nextMail, signInByMail } from "./testing/joining.ts";
import { arriveAt, follow, press, see } from "./testing/look.ts";
import { type JourneySite, openSite } from "./testing/site.ts";

const NAME = "Rosalind Quintero";
const ADDRESS = "rosalind@forgotten.test";
/** Whatever names her, and what nobody but she has written. */
const TRACES = ["Quintero", "rosalind", "glassblowers", "kiln schedule", "tempered claim"];
const PAGE = "/partnerships/lane-county-technology-partnership";
const OTHER = "/partnerships/big-horn-basin-healthcare-partnership";
const WORDS = "We ask two companies before every meeting.";
/** Where anybody reads of partnerships and people. */
const OPEN = [
  ...[PAGE, "/people", "/people?q=glassblowers", "/people/rosalind-quintero", "/search?q=quintero"],
  ...[
    "/partnerships",
    "/partnerships.csv",
    "/partnerships.atom",
    "/sitemap.xml",
    "/search/suggestions?q=quint",
  ],
  ...[
    "/api/v1/people",
    "/api/v1/people/rosalind-quintero",
    `/api/v1${PAGE}`,
    "/api/v1/partnerships?q=quintero",
  ],
];
const CLOSED = [
  ...[
    `${PAGE}/tend/versions`,
    `${PAGE}/tend/versions?from=1&to=3`,
    `${PAGE}/tend/stage`,
    `${PAGE}/tend/editors`,
  ],
  ...[
    "/desk",
    "/desk/audit",
    "/desk/outbox",
    "/desk/outbox?state=sent",
    "/desk/exchange/partnerships/export/csv",
  ],
];

describe("somebody who wants to be forgotten", () => {
  let site: JourneySite;
  let rosalind: Visit;
  let plain: Visit;
  let editor: Visit;

  beforeAll(async () => {
    site = await openSite();
    rosalind = await site.come({ acceptDownloads: true });
    plain = await site.come({ javaScriptEnabled: false });
    editor = await site.comeAsEditor();
  });
  afterAll(async () => {
    for (const one of [rosalind, plain, editor]) await one?.leave();
    await site?.close();
  });

  /** Paths of pages, feeds, tables and answers that name her, as far as links lead from where she was named. */
  async function tracesOnPages(cookie = ""): Promise<string[]> {
    const begin = cookie ? [...OPEN, ...CLOSED] : OPEN;
    const seen = await crawl(site.origin, begin, {
      ...(cookie ? { cookie } : {}),
      skip: new RegExp(`^/(?!${cookie ? "desk|" : ""}people|feed|${PAGE.slice(1)})|/(template|export)/`),
    });
    expect(seen.answers.length).toBeGreaterThan(begin.length);
    return seen.answers.flatMap(({ path, text }) =>
      // What a page was asked for it may say again.
      tracesIn(text.replaceAll(/(value="|“|q=)(quint|glass)[a-z]*/g, "")).length > 0 ? [path] : [],
    );
  }

  const tracesIn = (text: string) =>
    TRACES.filter((trace) => text.toLowerCase().includes(trace.toLowerCase()));

  it("has a profile that everyone sees", async () => {
    const { page } = rosalind;
    await page.goto("/sign-in?return=/profile");
    await signInByMail(site, page, ADDRESS);
    await arriveAt(page, "Your profile");
    await page.getByLabel("Your name", { exact: true }).fill(NAME);
    await page.getByLabel(/^What I can help with/).fill("How glassblowers train each other.");
    const listed = page.getByRole("group", { name: "List me in the directory for" });
    await listed.getByRole("radio", { name: /^Everyone/ }).check();
    await page.locator("set-audiences").getByRole("button", { name: "Everyone" }).click();
    await press(page, "Save");
    await see(page, "Everyone finds you in the directory now.");
    expect(await (await fetch(`${site.origin}/search?q=glassblowers`)).text()).toContain(NAME);
  });

  it("looks after a partnership’s page, which names her", async () => {
    const { page } = rosalind;
    await page.goto(`${PAGE}/claim`);
    await page.getByLabel("What do you do in the partnership?").fill("I convene it");
    await page.getByLabel("A few words").fill("A tempered claim.");
    await press(page, "Ask the editors");
    await see(page, "You have asked for this page");
    await editor.page.goto("/desk");
    await follow(editor.page, new RegExp(`^${NAME} asks to look after`));
    await press(editor.page, `Let ${NAME} in`);
    await nextMail(site, ADDRESS, /^You look after Lane County/);

    await page.goto(`${PAGE}/tend/partners/new`);
    await page.getByLabel("Role").selectOption("Convener");
    await page.getByLabel(/^Person/).fill(NAME);
    await page.getByLabel(/^Their profile here/).fill("/people/rosalind-quintero");
    await page.getByRole("checkbox", { name: "Readers see this line" }).check();
    await page.getByRole("checkbox", { name: /^The person agreed/ }).check();
    await press(page, /^Add the/);
    await see(page, "Saved.");
    await page.goto(`${PAGE}/tend/priorities/new`);
    await page.getByLabel("Title", { exact: true }).fill("One more conversation");
    await page.getByLabel("What is it about?").selectOption("Something else");
    await page.getByLabel(/^Description/).fill(WORDS);
    await page.getByLabel(/^Business lead/).fill(NAME);
    await page.getByRole("checkbox", { name: /^They agreed/ }).check();
    await press(page, "Add the priority");
    await see(page, "Saved.");
    expect(await (await fetch(site.origin + PAGE)).text()).toContain(NAME);
  });

  it("writes a letter, which goes to the editors of another page", async () => {
    const { page } = rosalind;
    await page.goto(`${OTHER}/suggestion`);
    await page.getByLabel("Your letter").fill("Your kiln schedule is out of date.");
    await press(page, "Send the letter");
    await arriveAt(page, "Your letter is on its way");
    await nextMail(site, "edith@editors.test", new RegExp(`^${NAME} writes to you`));
    await editor.page.goto("/desk/outbox?state=sent");
    await see(editor.page, new RegExp(NAME));
  });

  it("sees all that is held, and takes a copy along", async () => {
    const { page } = rosalind;
    await page.goto("/account");
    await follow(page, /^See it, take a copy/);
    await arriveAt(page, "Your data");
    await expectAccessible(page);
    const [file] = await Promise.all([page.waitForEvent("download"), follow(page, "Download your data")]);
    const copy = JSON.parse(await readFile(await file.path(), "utf8"));
    expect(copy.about).toBe(ADDRESS);
    const held = JSON.stringify(copy.held);
    for (const words of [
      NAME,
      "glassblowers",
      "Lane County Technology Partnership",
      "tempered claim",
      "convener",
    ])
      expect(held).toContain(words);
    expect(Object.keys(copy.held).join("; ")).toMatch(/Letters you wrote/);
    expect(held).not.toMatch(/token|hash/i);
    // What is looked for at the end can be found now.
    expect(await tracesOnPages(await cookieOf(editor.page))).toEqual(
      expect.arrayContaining([
        ...[
          PAGE,
          "/people",
          "/people/rosalind-quintero",
          "/search?q=quintero",
          `/api/v1${PAGE}`,
          "/sitemap.xml",
        ],
        ...[`${PAGE}/tend/versions`, "/desk/audit", "/desk/outbox?state=sent"],
      ]),
    );
  });

  it("asks to be forgotten, without script, after seeing what that means", async () => {
    await plain.context.addCookies(await rosalind.context.cookies());
    const { page } = plain;
    await page.goto("/account/your-data");
    await follow(page, "What would be deleted");
    await arriveAt(page, "Be forgotten");
    await see(page, "This is what would be done:");
    await expectAccessible(page, { withoutScript: true });
    await page.getByLabel(/^Your address/).fill("rosalind@remembered.test");
    await press(page, "Forget me");
    await page.getByRole("alert").waitFor();
    await expectAccessible(page, { briefly: true, withoutScript: true });
    await page.getByLabel(/^Your address/).fill(ADDRESS);
    await press(page, "Forget me");
    await arriveAt(page, "You are forgotten");
    await expectAccessible(page, { briefly: true, withoutScript: true });
    await rosalind.page.goto("/account");
    await arriveAt(rosalind.page, "Sign in");
  });

  it("is nowhere any more that anybody can read: pages, search, feeds, files, API, versions, log, outbox", async () => {
    await nextMail(site, "edith@editors.test", /^Somebody asked .* to forget them/);
    const shown = await (await fetch(site.origin + PAGE)).text();
    expect(shown).toContain(WORDS);
    expect(await tracesOnPages()).toEqual([]);
    expect(await tracesOnPages(await cookieOf(editor.page))).toEqual([]);
    await editor.page.goto("/desk/people-data");
    await editor.page.getByLabel("Their address").fill(ADDRESS);
    await press(editor.page, "See what is held");
    await see(editor.page, `This site holds nothing about ${ADDRESS}`);
    await editor.page.goto("/desk/audit");
    await see(editor.page, "deleted what this site held about somebody who asked for it");
    await expectAccessible(editor.page, { briefly: true });
    expect(tracesIn(site.server.logs())).toEqual([]);
  });

  it("is a stranger when she comes again", async () => {
    const { page } = rosalind;
    await page.goto("/sign-in");
    await signInByMail(site, page, ADDRESS);
    await arriveAt(page, /^Welcome/);
    await page.goto("/my-partnerships");
    await see(page, "You look after no page yet");
    await page.goto("/profile");
    expect(await page.getByLabel(/^What I can help with/).inputValue()).toBe("");
  });
});
