import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import { pressByKey, tabTo } from "./testing/keyboard.ts";
import { arriveAt, expectNot, follow, press, see } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";

let site: JourneySite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const titles = (page: Page) => page.getByRole("article").getByRole("heading", { level: 2 }).allTextContents();

async function feedTitles(page: Page): Promise<string[]> {
  const address = await page.locator('link[type="application/feed+json"]').getAttribute("href");
  const feed = (await (await fetch(new URL(address ?? "", page.url()))).json()) as {
    items: { title: string }[];
  };
  return feed.items.map(({ title }) => title);
}

describe.each([
  { way: "with script", javaScriptEnabled: true },
  { way: "without script", javaScriptEnabled: false },
])("somebody who reads $way", ({ javaScriptEnabled }) => {
  const look = { briefly: true, withoutScript: !javaScriptEnabled };

  it("goes from the home page to what happens, and narrows it to an address that can be passed on", async () => {
    const reader = await site.come({ javaScriptEnabled });
    const { page } = reader;
    await page.goto("/");
    await expectAccessible(page, { ...look, briefly: !javaScriptEnabled });
    await follow(page, "See what’s happening");
    await see(page, /^\d+ happenings, newest first$/);
    const all = await titles(page);
    expect(all.length).toBeGreaterThanOrEqual(10);
    expect(await feedTitles(page)).toEqual(all);
    await expectAccessible(page, { ...look, briefly: !javaScriptEnabled });

    await page.getByRole("combobox", { name: /^State/ }).selectOption("Nebraska");
    await press(page, "Show results");
    await arriveAt(page, "Happenings from Nebraska");
    expect(new URL(page.url()).search).toBe("?state=ne");
    const fromNebraska = await titles(page);
    expect(fromNebraska.length).toBeLessThan(all.length);

    await page
      .getByRole("group", { name: /^Sector/ })
      .getByLabel("Manufacturing", { exact: true })
      .check();
    await page.getByRole("group", { name: /^Kind/ }).getByLabel("Newsletter").check();
    await page.getByLabel(/^Words/).fill("zeppelins");
    await press(page, "Show results");
    await arriveAt(page, "Manufacturing newsletters from Nebraska with “zeppelins”");
    await see(page, "Nothing here yet");
    await expectAccessible(page, look);
    await page.getByLabel(/^Words/).fill("five partnerships");
    await press(page, "Show results");
    await arriveAt(page, /with “five partnerships”$/);
    expect(await titles(page)).toEqual(["Five Nebraska partnerships in one newsletter"]);
    expect(await feedTitles(page)).toEqual(await titles(page));

    const other = await site.come();
    await other.page.goto(page.url());
    expect(await titles(other.page)).toEqual(await titles(page));
    expect(await other.page.getByRole("combobox", { name: /^State/ }).inputValue()).toBe("ne");
    await leaveUntracked(other);
    await follow(page, "Clear all");
    await arriveAt(page, "Happenings");
    expect(await titles(page)).toEqual(all);
    await leaveUntracked(reader);
  });

  it("reads one happening, and goes on to older and newer ones and to what is like it", async () => {
    const reader = await site.come({ javaScriptEnabled });
    const { page } = reader;
    await page.goto("/happenings");
    const [newest = "", second = ""] = await titles(page);
    await follow(page, newest);
    await arriveAt(page, newest);
    await expectAccessible(page, { ...look, briefly: !javaScriptEnabled });
    const neighbors = page.getByRole("navigation", { name: "Newer and older happenings" });
    await neighbors.getByRole("link", { name: second }).click();
    await arriveAt(page, second);
    await neighbors.getByRole("link", { name: newest }).click();
    await arriveAt(page, newest);
    const [alike] = await page.locator(".related a").allTextContents();
    await page.locator(".related a").first().click();
    await arriveAt(page, alike ?? "");
    await leaveUntracked(reader);
  });

  it("finds a state, a sector, and the pages about the model", async () => {
    const reader = await site.come({ javaScriptEnabled });
    const { page } = reader;
    await page.goto("/");
    await follow(page, "States");
    await arriveAt(page, "States");
    await expectAccessible(page, look);
    await page.getByRole("main").getByRole("link", { name: "Nebraska" }).last().click();
    await arriveAt(page, "Nebraska");
    await see(page, "Five Nebraska partnerships in one newsletter");
    await expectAccessible(page, look);
    await page.goto("/sectors/healthcare");
    await arriveAt(page, "Healthcare");
    await expectAccessible(page, look);
    for (const link of ["The model", "For business leaders", "Accessibility statement", "Privacy"]) {
      await follow(page, link);
      await page.waitForLoadState();
      expect((await page.getByRole("heading", { level: 1 }).textContent())?.length, link).toBeGreaterThan(5);
      expect((await page.getByRole("main").textContent())?.length, link).toBeGreaterThan(800);
      await expectAccessible(page, look);
    }
    await leaveUntracked(reader);
  });

  it("is understood in spite of a slip, and told where there is nothing", async () => {
    const reader = await site.come({ javaScriptEnabled });
    const { page } = reader;
    await page.goto("/happenings?q=apprentiseship");
    await see(page, /stands nowhere here, so we looked for/);
    expect(await titles(page)).toContain("A medical assistant apprenticeship, written up for others");
    await page.goto("/search?q=helthcare+sumit");
    await page.getByRole("link", { name: /^A healthcare summit/ }).waitFor();
    await expectAccessible(page, look);
    expect((await page.goto("/happenings?page=7"))?.status()).toBe(404);
    await see(page, "This list is not that long");
    await page.goto("/happenings?state=zz");
    await see(page, "We know no state called “zz”.");
    expect((await page.goto("/happenings/2018/nothing-of-the-kind"))?.status()).toBe(404);
    await expectAccessible(page, look);
    await leaveUntracked(reader);
  });
});

describe("reading", () => {
  it("shows the same words with script and without", async () => {
    const [plain, scripted] = await Promise.all([site.come({ javaScriptEnabled: false }), site.come()]);
    const story = /\/happenings\/\d{4}\/[\w-]+/.exec(
      await (await fetch(`${site.origin}/happenings`)).text(),
    )?.[0];
    for (const path of [
      "/",
      "/happenings?sector=healthcare",
      story ?? "",
      "/states/or",
      "/about",
      "/sponsors",
    ]) {
      await Promise.all([plain.page.goto(path), scripted.page.goto(path)]);
      const [without, having] = await Promise.all(
        [plain, scripted].map(({ page }) => page.getByRole("main").textContent()),
      );
      expect(having, path).toBe(without);
    }
    await leaveUntracked(plain);
    await leaveUntracked(scripted);
  });

  it("works on a phone by keyboard alone: skip link, menu, filters", async () => {
    const reader = await site.come({ viewport: { width: 390, height: 800 } });
    const { page } = reader;
    await page.goto("/");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");

    await page.reload();
    const menu = page.locator("summary").filter({ hasText: "Menu" });
    await pressByKey(page, menu);
    const link = page.getByRole("banner").getByRole("link", { name: "Happenings" });
    await link.waitFor();
    await page.keyboard.press("Escape");
    await link.waitFor({ state: "hidden" });
    expect(await menu.evaluate((summary) => summary === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await pressByKey(page, link);
    await arriveAt(page, "Happenings");

    await expectNot(page, "Show results");
    await pressByKey(page, page.locator("summary").filter({ hasText: "Filter this list" }));
    await tabTo(page, page.getByRole("combobox", { name: /^State/ }));
    await page.keyboard.type("Oreg");
    await pressByKey(
      page,
      page.getByRole("group", { name: /^Sector/ }).getByLabel("Healthcare", { exact: true }),
      "Space",
    );
    await pressByKey(page, page.getByRole("button", { name: "Show results" }));
    await arriveAt(page, "Healthcare happenings from Oregon");
    await see(page, "2 in use");
    expect((await titles(page)).length).toBeGreaterThan(0);
    await expectAccessible(page);
    await leaveUntracked(reader);
  });

  it("goes on paper without what only a screen needs", async () => {
    const reader = await site.come();
    const { page } = reader;
    await page.goto("/happenings");
    const [newest = ""] = await titles(page);
    await follow(page, newest);
    await arriveAt(page, newest);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").filter({ visible: true }).count()).toBe(0);
    expect(
      await page.getByRole("link", { name: "Share what worked" }).filter({ visible: true }).count(),
    ).toBe(0);
    await see(page, newest);
    expect((await page.getByRole("main").textContent())?.length).toBeGreaterThan(300);
    await leaveUntracked(reader);
  });
});
