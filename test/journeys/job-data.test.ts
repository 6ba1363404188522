import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import { arriveAt, press, see, unfold } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";

describe.each([
  { how: "with script", javaScriptEnabled: true },
  { how: "without script", javaScriptEnabled: false },
])("job data, $how", ({ javaScriptEnabled }) => {
  let site: JourneySite;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());
  const look = { briefly: true, withoutScript: !javaScriptEnabled };

  it("shows a visitor the industries of two counties, without an account", async () => {
    const visit = await site.come({ javaScriptEnabled });
    const { page } = visit;
    await page.goto("/industry");
    await arriveAt(page, "Choose a sector");
    await expectAccessible(page, look);
    if (javaScriptEnabled) {
      for (const county of ["Sheridan County, WY", "Johnson County, WY"]) {
        await page.getByRole("combobox", { name: /^Counties/ }).fill(county);
        await page.getByRole("option", { name: county }).click();
      }
    } else await page.getByLabel("Counties of the region").fill("Sheridan, WY\nJohnson, WY");
    await page.getByRole("radio", { name: "NAICS sectors, two digits" }).check();
    await press(page, "Show its industries");
    await arriveAt(page, "Industry jobs: Johnson and Sheridan Counties, Wyoming");
    await see(page, "In 2016 the region had 16,471 jobs");
    await see(page, "never zero");
    await expectAccessible(page, look);

    // The largest pay stands first, and the address says so.
    const firstRow = () => page.locator("#table tbody tr").first().innerText();
    await page
      .getByRole("navigation", { name: "Order of the table" })
      .getByRole("link", { name: "pay" })
      .click();
    await page.waitForURL(/order=pay/);
    expect(await firstRow()).toContain("Management of companies");

    await page.getByRole("link", { name: /^Beside the state/ }).click();
    await arriveAt(page, "Side by side: Johnson and Sheridan Counties, Wyoming");
    await see(page, "United States");
    await expectAccessible(page, look);
    await leaveUntracked(visit);
  });

  it("keeps what was typed where a county is not known, and says why", async () => {
    const visit = await site.come({ javaScriptEnabled });
    const { page } = visit;
    await page.goto("/industry");
    if (javaScriptEnabled) await unfold(page, "Paste or edit as text");
    await page.locator("textarea[name=counties]").fill("Sheridan, WY\nAtlantis");
    await press(page, "Show its industries");
    await see(page, "No county is called “Atlantis”");
    await expectAccessible(page, look);
    await leaveUntracked(visit);
  });

  it("shows one sector in every county of a state, in one view", async () => {
    const visit = await site.come({ javaScriptEnabled });
    const { page } = visit;
    await page.goto("/industry/screen");
    await page.getByLabel("Sector", { exact: true }).selectOption("manufacturing");
    await page.getByLabel("State", { exact: true }).selectOption("wy");
    await press(page, "Show these");
    await arriveAt(page, "Manufacturing across Wyoming");
    await see(page, "23 counties");
    await expectAccessible(page, look);
    await page.getByRole("link", { name: "Sweetwater County" }).first().click();
    await arriveAt(page, "Industry jobs: Sweetwater County, Wyoming");
    await leaveUntracked(visit);
  });
});
