import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import { figureText } from "#kit/figure-files.ts";
import { arriveAt, expectNot, press, see, unfold } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";

const PLAIN = { briefly: true, withoutScript: true };

const firstRow = (page: Page) => page.locator("#table tbody tr").first().innerText();

describe("job data, for a visitor without an account", () => {
  let site: JourneySite;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  it("shows the industries of two counties that are picked, beside the state and the nation", async () => {
    const visit = await site.come();
    const { page } = visit;
    await page.goto("/industry");
    await arriveAt(page, "Choose a sector");
    await expectAccessible(page, { briefly: true });
    for (const county of ["Sheridan County, WY", "Johnson County, WY"]) {
      await page.getByRole("combobox", { name: /^Counties/ }).fill(county);
      await page.getByRole("option", { name: county }).click();
    }
    await page.getByRole("radio", { name: "NAICS sectors, two digits" }).check();
    await press(page, "Show its industries");
    await arriveAt(page, "Industry jobs: Johnson and Sheridan Counties, Wyoming");
    await see(page, "In 2016 the region had 16,471 jobs");
    await see(page, "never zero");
    await expectAccessible(page, { briefly: true });

    await page.getByRole("link", { name: /^Beside the state/ }).click();
    await arriveAt(page, "Side by side: Johnson and Sheridan Counties, Wyoming");
    await see(page, "United States");
    await expectAccessible(page, { briefly: true });
    await leaveUntracked(visit);
  });

  it("keeps what was typed where a county is not known, in the field that pasting opens", async () => {
    const visit = await site.come();
    const { page } = visit;
    await page.goto("/industry");
    await unfold(page, "Paste or edit as text");
    await page.locator("textarea[name=counties]").fill("Sheridan, WY\nAtlantis");
    await press(page, "Show its industries");
    await see(page, "No county is called “Atlantis”");
    await leaveUntracked(visit);
  });

  it("does all of it without script: a mistake, its mending, another order, and one sector in every county", async () => {
    const visit = await site.come({ javaScriptEnabled: false });
    const { page } = visit;
    await page.goto("/industry");
    await page.getByLabel("Counties of the region").fill("Sheridan, WY\nAtlantis");
    await press(page, "Show its industries");
    await see(page, "No county is called “Atlantis”");
    await expectAccessible(page, PLAIN);
    await page.locator("textarea[name=counties]").fill("Sheridan, WY\nJohnson, WY");
    await page.getByRole("radio", { name: "NAICS sectors, two digits" }).check();
    await press(page, "Show its industries");
    await see(page, "In 2016 the region had 16,471 jobs");

    // The largest pay stands first, and the address says so.
    const orders = page.getByRole("navigation", { name: "Order of the table" });
    await orders.getByRole("link", { name: "pay" }).click();
    await page.waitForURL(/order=pay/);
    expect(await firstRow(page)).toContain("Management of companies");

    await page.goto("/industry/screen");
    await page.getByLabel("Sector", { exact: true }).selectOption("manufacturing");
    await page.getByLabel("State", { exact: true }).selectOption("wy");
    await press(page, "Show these");
    await arriveAt(page, "Manufacturing across Wyoming");
    await see(page, "23 counties");
    await expectAccessible(page, PLAIN);
    await page.getByRole("link", { name: "Sweetwater County" }).first().click();
    await arriveAt(page, "Industry jobs: Sweetwater County, Wyoming");
    await leaveUntracked(visit);
  });

  it("tells an editor where a file cannot be right and changes nothing, then takes in the right one", async () => {
    const visit = await site.comeAsEditor();
    const { page } = visit;
    const comes = (words: string) =>
      expect.poll(() => page.getByText(words).count(), { timeout: 60_000 }).toBeGreaterThan(0);
    const bring = async (name: string, text: string) => {
      await page.goto("/desk/industry");
      await page
        .getByLabel("Files of the Quarterly Census")
        .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
      await press(page, "Look at them");
      await arriveAt(page, name);
    };
    const right = await figureText("central-ohio-2020-2023");
    await bring("wrong.csv", right.replace("39041,5,10,71,0,2020,A,,", "39041,5,10,71,0,2020,A,,many"));
    await comes("These files cannot be taken");
    await see(
      page,
      /wrong\.csv, line \d+, column “annual_avg_estabs”: “many\d+” stands where a number should be/,
    );
    await expectAccessible(page, { briefly: true });
    await page.goto("/industry/data");
    await expectNot(page, /annual averages of 2020/);

    await bring("right.csv", right);
    await comes("What would happen");
    await press(page, "Take them in");
    await comes("every page shows the new figures now");
    await page.goto("/industry/analysis?counties=39049&from=2020&to=2023&level=3");
    await unfold(page, "To know when you read these figures");
    await see(page, "2020 was counted by NAICS 2017 and 2023 by NAICS 2022.");
    await visit.leave();
  });
});
