import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import { type JourneySite, openSite } from "./testing/site.ts";

let site: JourneySite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

describe("searching by keyboard alone", () => {
  it("suggests while one types, and Enter on a suggestion goes there", async () => {
    const { page, leave } = await site.come();
    await page.goto("/");
    await page.getByRole("banner").getByRole("link", { name: "Search" }).focus();
    await page.keyboard.press("Enter");
    const field = page.getByRole("combobox");
    await field.waitFor();
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type("nebra", { delay: 20 });
    await page.getByRole("option").first().waitFor();
    expect(await field.getAttribute("aria-expanded")).toBe("true");
    await expectAccessible(page);
    await page.keyboard.press("ArrowDown");
    const chosen = page.getByRole("option", { selected: true });
    expect(await field.getAttribute("aria-activedescendant")).toBe(await chosen.getAttribute("id"));
    expect(await chosen.textContent()).toContain("Nebraska");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/states/ne");
    await leave();
  });

  it("closes the suggestions on Escape, keeps the words, and Enter asks for all", async () => {
    const { page, leave } = await site.come();
    await page.goto("/search");
    const field = page.getByRole("combobox");
    await field.pressSequentially("welcom leter", { delay: 20 });
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("option").count()).toBe(0);
    expect(await field.inputValue()).toBe("welcom leter");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search?q=welcom+leter");
    expect(await page.getByText("Nothing here has the word “leter”").count()).toBe(1);
    await expectAccessible(page);
    await leave();
  });
});

describe("searching without script", () => {
  it("is a form and a page", async () => {
    const { page, leave } = await site.come({ javaScriptEnabled: false });
    await page.goto("/search");
    await page.getByRole("searchbox").fill("aprenticeship");
    await page.getByRole("button", { name: "Search" }).click();
    expect(await page.getByRole("heading", { name: "Happenings" }).count()).toBe(1);
    expect(await page.locator("mark").first().textContent()).toMatch(/apprenticeship/i);
    await leave();
  });
});

describe("the page for developers", () => {
  it("can be read by everyone, its long lines by keyboard", async () => {
    const { page, leave } = await site.come();
    await page.goto("/api");
    await expectAccessible(page);
    await leave();
  });
});
