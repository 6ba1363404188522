import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import { arriveAt, press, see, unfold } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";

describe("the map", () => {
  let site: JourneySite;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

  it("is walked with the keyboard from the nation into a state, and on to a partnership", async () => {
    const { page, ...visit } = await site.come();
    await page.goto("/map");
    await arriveAt(page, "Map of the network");
    await expectAccessible(page);
    await page.getByRole("link", { name: "The same as a list of partnerships" }).focus();
    const stops: string[] = [];
    for (let stop = 0; stop < 60; stop++) {
      await page.keyboard.press("Tab");
      const label = await focused(page);
      if (!label) break;
      stops.push(label);
      if (label.startsWith("Texas")) break;
    }
    expect(stops.length).toBeGreaterThan(3);
    expect(stops).toEqual([...stops].sort((a, b) => a.localeCompare(b, "en")));
    expect(stops.at(-1)).toMatch(/^Texas: \d+ partnerships/);
    await page.keyboard.press("Enter");
    await arriveAt(page, "Partnerships in Texas");
    await expectAccessible(page);
    await page.getByRole("link", { name: "The same as a list of partnerships" }).focus();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatch(/^1\. .*Counties, Texas$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/partnerships\/[\w-]+$/);
    await leaveUntracked({ page, ...visit });
  });

  it("works without script: filters, layers and the way back", async () => {
    const visit = await site.come({ javaScriptEnabled: false });
    const { page } = visit;
    await page.goto("/map");
    await expectAccessible(page, { briefly: true, withoutScript: true });
    await page.getByRole("link", { name: "Affiliates only" }).click();
    await see(page, "State or region that is an affiliate");
    await page.goto("/map?state=wy");
    await arriveAt(page, "Partnerships in Wyoming");
    await page.getByRole("link", { name: "Whole nation" }).click();
    await arriveAt(page, "Map of the network");
    await leaveUntracked(visit);
  });

  it("lets counties be chosen by typing, by pressing and with the keyboard; the form sends them as they are told", async () => {
    const visit = await site.comeAsEditor();
    const { page } = visit;
    await page.goto("/desk/affiliates/new");
    await page.getByLabel("Name", { exact: true }).first().fill("Two Rivers");
    await page.getByRole("radio", { name: /^Region/ }).check();
    const typed = page.getByRole("combobox", { name: /^Counties/ });
    await typed.fill("lancaster ne");
    await page.getByRole("option", { name: "Lancaster County, NE" }).waitFor();
    // Enter takes what was found; it does not send the form half done.
    await typed.press("Enter");
    await unfold(page, "Pick on a map");
    const counties = page.getByRole("listbox", { name: "Counties of Nebraska" });
    await page.locator(".county-on-map select").selectOption("ne");
    await counties.getByRole("option", { name: "Saunders County, NE" }).click();
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("Butler County, NE");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Take out Saunders County, NE" }).click();
    expect(await counties.getByRole("option", { selected: true }).count()).toBe(2);
    await expectAccessible(page, { briefly: true });
    // The state is missing: the form comes back with the counties as they were chosen.
    await press(page, /^Add/);
    await page.getByRole("alert").waitFor();
    for (const name of ["Lancaster County, NE", "Butler County, NE"]) {
      await page.getByRole("button", { name: `Take out ${name}` }).waitFor();
    }
    await visit.leave();
  });
});
