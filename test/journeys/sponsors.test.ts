import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { pictureFile } from "#kit/sample-files.ts";
import { arriveAt, expectNot, follow, press, see } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";

describe("sponsors", () => {
  const sponsor = "Prairie Credit Union";
  let site: JourneySite;
  let editing: Visit;
  beforeAll(async () => {
    site = await openSite();
    editing = await site.comeAsEditor();
  });
  afterAll(async () => {
    await editing?.leave();
    await site?.close();
  });

  /** Names in the order of the public page, for somebody who is not signed in. */
  async function thanked(path = "/sponsors"): Promise<string[]> {
    const page = await (await fetch(site.origin + path)).text();
    return [...page.matchAll(/<article class="sponsor".*?<h3>(.*?)<\/h3>/gs)].map(([, name = ""]) => name);
  }

  it("are added with a logo and what it shows, and are thanked at once", async () => {
    const logo = join(site.folder, "logo.png");
    await writeFile(logo, await pictureFile("png", 400, 160));
    const { page } = editing;
    await page.goto("/desk/sponsors");
    await follow(page, "Add a sponsor");
    await page.getByLabel("Name", { exact: true }).fill(sponsor);
    await page.getByRole("radio", { name: "Founding sponsor" }).check();
    await page.getByLabel("Thank-you paragraph").fill("It lent us its **meeting room** for three years.");
    await page.getByLabel(/^Link/).fill("https://credit-union.example");
    await page.getByLabel(/^Logo/).setInputFiles(logo);
    await press(page, "Add the sponsor");
    await page.getByRole("alert").getByText("Say what the logo shows").waitFor();
    await expectAccessible(page, { briefly: true });
    // The logo is not asked for again: it came with the form before.
    await page.getByLabel(/^What the logo shows/).fill("Prairie Credit Union, an ear of wheat");
    await press(page, "Add the sponsor");
    await arriveAt(page, "Sponsors");

    const reader = await site.come();
    await reader.page.goto("/sponsors");
    const card = reader.page.getByRole("article").filter({ hasText: sponsor });
    const picture = card.getByRole("img", { name: "Prairie Credit Union, an ear of wheat" });
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    expect(await card.locator("strong").textContent()).toBe("meeting room");
    expect(await card.getByRole("link").getAttribute("href")).toBe("https://credit-union.example/");
    await expectAccessible(reader.page);
    await leaveUntracked(reader);
  });

  it("stand in the order that editors give them", async () => {
    const before = await thanked();
    const place = before.indexOf(sponsor);
    expect(place).toBeGreaterThan(0);
    await editing.page.goto("/desk/sponsors");
    await press(editing.page, new RegExp(`^Up ?: ${sponsor}`));
    await expect.poll(async () => (await thanked()).indexOf(sponsor)).toBe(place - 1);
    expect([...(await thanked())].sort()).toEqual([...before].sort());
  });

  it("retire with their season, which stays readable", async () => {
    const { page } = editing;
    await page.goto("/desk/sponsors");
    const row = page.getByRole("row").filter({ hasText: "2018–2019" });
    await row.getByRole("button", { name: /^Retire/ }).click();
    await row.getByText("In its season only").waitFor();
    expect(await (await fetch(`${site.origin}/sponsors`)).text()).not.toContain("Presenting sponsor");

    const reader = await site.come();
    await reader.page.goto("/sponsors");
    await follow(reader.page, "Sponsors of 2018–2019");
    await arriveAt(reader.page, "Sponsors of 2018–2019");
    await see(reader.page, "JPMorgan Chase");
    await expectAccessible(reader.page, { briefly: true });
    await leaveUntracked(reader);

    await row.getByRole("button", { name: /^Show again/ }).click();
    await row.getByText("On the page").waitFor();
    expect(await (await fetch(`${site.origin}/sponsors`)).text()).toContain("Presenting sponsor");
  });

  async function ask(page: Page, who: { name: string; organization: string; email: string }): Promise<void> {
    await page.goto("/sponsors");
    await follow(page, "Ask about sponsoring");
    await press(page, "Send the question");
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Your name").fill(who.name);
    await page.getByLabel("Your organization").fill(who.organization);
    await page.getByLabel("Your e-mail address").fill(who.email);
    await page.getByRole("radio", { name: "The Community of Practice" }).check();
    await page.getByLabel("What would you like to know?").fill("What would a year of it cost?");
    await press(page, "Send the question");
    await arriveAt(page, "Thank you for writing");
  }

  /** By mail, which only what looks sound brings: a flood of the other kind waits on the desk alone. */
  async function expectTold(organization: string, byMail: boolean): Promise<void> {
    const isAbout = ({ subject }: { subject?: string }) =>
      subject === `${organization} asks about sponsoring`;
    if (!byMail) return expect(site.smtp.messages.filter(isAbout)).toEqual([]);
    const mail = await site.smtp.waitFor(isAbout, 30_000);
    expect(mail.recipients).toEqual(["edith@editors.test"]);
    expect(mail.text).toContain("What would a year of it cost?");
  }

  it.each([
    { way: "with script", javaScriptEnabled: true, organization: "Wheatland Bank", held: false },
    { way: "without script", javaScriptEnabled: false, organization: "Harbor Tools", held: true },
  ])("are asked for by a form $way, and answered from the desk", async (asked) => {
    const { javaScriptEnabled, organization, held } = asked;
    const email = `${organization.toLowerCase().replace(" ", ".")}@asking.test`;
    const asking = await site.come({ javaScriptEnabled });
    await ask(asking.page, { name: "Mae Lin", organization, email });
    await expectAccessible(asking.page, { briefly: true, withoutScript: !javaScriptEnabled });
    await leaveUntracked(asking);
    const { page } = editing;
    await page.goto("/desk");
    const waiting = page.getByRole("listitem").filter({ hasText: organization });
    expect(await waiting.getByText("Look twice").count()).toBe(held ? 1 : 0);
    await expectTold(organization, !held);
    await waiting.getByRole("link").click();
    await arriveAt(page, `${organization} asks about sponsoring`);
    if (held) await see(page, "Held for a second look");
    else await expectNot(page, "Held for a second look");
    await expectAccessible(page, { briefly: true });
    await press(page, "Take it in hand");
    await page.getByRole("button", { name: "Hand it back" }).waitFor();
    await page.getByLabel("Your answer").fill("Less than you think.\n\nShall we talk on Monday?");
    await press(page, "Send the answer");
    await see(page, "Answer by Edith Editor");
    const answer = await site.smtp.waitFor(({ recipients }) => recipients.includes(email), 30_000);
    expect(answer.text).toContain("Shall we talk on Monday?");
    expect(answer.text).toContain("What would a year of it cost?");
    await page.goto("/desk");
    await arriveAt(page, "Desk");
    await expectNot(page, organization);
  });
});
