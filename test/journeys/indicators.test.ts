import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { arriveAt, expectNot, follow, linkIn, press, see } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";

const NAME = "Berks County Advanced Manufacturing Partnership";
const TEAM = "/partnerships/berks-county-advanced-manufacturing-partnership/indicators";
const TITLES = [
  "Our region is the industry’s own",
  "Business leads, and more of it keeps coming",
  "The industry names the work, and it is more than workforce",
  "Public partners act as one team",
  "One plan, up to date, carried out by business",
];
const LEVELS = ["Not yet", "Beginning", "Mostly there", "Second nature"];

/** The questions about one indicator. */
const questions = (page: Page, title: string) => page.getByRole("region", { name: title });

async function choose(page: Page, title: string, level: number | null, note = ""): Promise<void> {
  const name = level === null ? "I cannot say" : new RegExp(`^${level}\\. ${LEVELS[level - 1]}`);
  await questions(page, title).getByRole("radio", { name }).check();
  if (note) await questions(page, title).getByRole("textbox").fill(note);
}

async function chooseAll(page: Page, levels: (number | null)[]): Promise<void> {
  for (const [index, title] of TITLES.entries()) await choose(page, title, levels[index] ?? null);
}

/** A day in the site's zone as the field takes it. */
function day(yearsAgo: number): string {
  const at = new Date();
  at.setUTCFullYear(at.getUTCFullYear() - yearsAgo);
  return new Intl.DateTimeFormat("en-CA", { timeZone: "America/Denver" }).format(at);
}

describe("a team answers the indicators twice, a year apart", () => {
  let site: JourneySite;
  let convener: Visit;
  beforeAll(async () => {
    site = await openSite();
    convener = await site.comeAsEditor();
  });
  afterAll(async () => {
    await convener?.leave();
    await site?.close();
  });

  it.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
    "after reading what they ask, as every visitor can (script: $javaScriptEnabled)",
    async ({ javaScriptEnabled }) => {
      const visitor = await site.come({ javaScriptEnabled });
      await visitor.page.goto("/");
      await follow(visitor.page, "Is your partnership Next Gen?");
      await arriveAt(visitor.page, "Is your partnership Next Gen?");
      for (const title of TITLES) await see(visitor.page, title);
      await see(visitor.page, "breaks off inside the fifth indicator");
      await see(visitor.page, "There is no picture yet");
      await expectAccessible(visitor.page, {
        briefly: !javaScriptEnabled,
        withoutScript: !javaScriptEnabled,
      });
      await leaveUntracked(visitor);
    },
  );

  it("the first time: each alone, a champion by a link without account or script, then together", async () => {
    const { page } = convener;
    await page.goto(TEAM);
    await follow(page, "Begin your first one");
    await arriveAt(page, "A look at yourselves");
    await page.getByLabel("Day").fill(day(-1));
    await press(page, "Begin");
    await page.getByRole("alert").getByText("This day has not come yet").waitFor();
    await expectAccessible(page, { briefly: true });
    await page.getByLabel("Day").fill(day(1));
    await page.getByLabel(/^What was the occasion/).fill("The spring meeting");
    await press(page, "Begin");
    await see(page, "The team: 0 of 0 answered");

    await page.getByLabel("Their name").fill("Dana Cole");
    await page.getByLabel(/^Their e-mail address/).fill("dana@cole.test");
    await press(page, "Ask them");
    await see(page, "They were asked by mail.");
    await expectAccessible(page);

    await follow(page, "Answer now");
    await arriveAt(page, "How do you see it?");
    await expectAccessible(page);
    await chooseAll(page, [2, 1, 1, 2, null]);
    await choose(page, TITLES[1]!, 1, "Eleven of us and six companies in March.");
    await press(page, "Send my answer");
    await see(page, "Your answer is kept.");

    await danaAnswers();

    await page.reload();
    await see(page, "The team: 2 of 2 answered");
    await follow(page, "See where you differ");
    await arriveAt(page, "Where you differ");
    const first = page.locator("main h2").first();
    expect(await first.textContent()).toBe(TITLES[1]);
    await see(page, "3 levels apart");
    await see(page, "Three companies were new.");
    await expectAccessible(page);

    await follow(page, "Set the team’s answer");
    await arriveAt(page, "The team’s answer");
    await chooseAll(page, [2, 2, 1, 2, 1]);
    await expectAccessible(page, { briefly: true });
    await press(page, "Keep the team’s answer");
    await arriveAt(page, "Settle it");
    await expectAccessible(page, { briefly: true });
    await settle(page);
    await see(page, "It is settled and kept.");
    await see(page, "Private to your team");
    await expectAccessible(page);
  });

  async function danaAnswers(): Promise<void> {
    const mail = await site.smtp.waitFor(({ recipients }) => recipients.includes("dana@cole.test"), 30_000);
    expect(mail.subject).toBe(`How do you see the ${NAME}?`);
    const link = linkIn(mail, /\/indicators\/answer\//);
    const dana = await site.come({ javaScriptEnabled: false });
    await dana.page.goto(link);
    await see(dana.page, "This link is for Dana Cole");
    await choose(dana.page, TITLES[1]!, 4, "Three companies were new.");
    await press(dana.page, "Send my answer");
    await dana.page.getByRole("alert").getByText(`Choose a level for “${TITLES[0]}”`).waitFor();
    await see(dana.page, "Three companies were new.");
    await expectAccessible(dana.page, { briefly: true, withoutScript: true });
    await chooseAll(dana.page, [2, 4, 1, 3, 2]);
    await press(dana.page, "Send my answer");
    await arriveAt(dana.page, "Thank you");
    await expectNot(dana.page, "Eleven of us");
    await dana.page.goto(link);
    await arriveAt(dana.page, "Thank you");
    await expectAccessible(dana.page, { briefly: true, withoutScript: true });
    await leaveUntracked(dana);
  }

  /** With script a question comes first. */
  async function settle(page: Page): Promise<void> {
    page.once("dialog", (dialog) => dialog.accept());
    await press(page, "Settle it");
  }

  it("a year later: what moved is a picture, a table and a sentence", async () => {
    const { page } = convener;
    await page.goto(TEAM);
    await follow(page, "Look again");
    await press(page, "Begin");
    await follow(page, "Answer now");
    await chooseAll(page, [3, 3, 1, 2, 2]);
    await press(page, "Send my answer");
    await follow(page, "Set the team’s answer");
    await chooseAll(page, [3, 3, 1, 2, 2]);
    await press(page, "Keep the team’s answer");
    await arriveAt(page, "Settle it");
    await page.getByRole("radio", { name: /^Everyone/ }).check();
    await settle(page);
    await see(page, "3 moved up, 0 moved down, 2 stayed.");

    await page.goto(TEAM);
    await see(page, `“${TITLES[0]}”, “${TITLES[1]}”, and “${TITLES[4]}” moved up`);
    const picture = page.getByRole("img", { name: new RegExp(`^${TITLES[1]}\\. .*level 2.*level 3`) });
    await picture.waitFor();
    const row = page.getByRole("row").filter({ hasText: TITLES[1]! });
    expect(await row.getByRole("cell").allTextContents()).toEqual(["2 Beginning", "3 Mostly there"]);
    await expectAccessible(page);
  });

  it("and what they shared with everyone, a visitor reads, without anybody's name", async () => {
    const { page } = convener;
    const reports = await page
      .getByRole("link", { name: /^\w+ \d+, \d{4}$/ })
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const visitor = await site.come();
    await visitor.page.goto(reports[0] ?? "");
    await arriveAt(visitor.page, /^Where we stood in/);
    await see(visitor.page, "nobody is ranked");
    await expectNot(visitor.page, "Edith Editor");
    await expectNot(visitor.page, "Who answered what");
    await expectAccessible(visitor.page);
    const first = await visitor.page.goto(reports[1] ?? "");
    expect(first?.status()).toBe(404);
    await leaveUntracked(visitor);
  });

  it("editors prepare the next version, and see which answers stay comparable", async () => {
    const { page } = convener;
    await page.goto("/desk/indicators");
    await press(page, "Begin a new version");
    await arriveAt(page, "Draft of version 2");
    await expectAccessible(page, { briefly: true });
    await follow(page, TITLES[0]!);
    await page.getByLabel("Question", { exact: true }).fill("Whose map do we work with?");
    await press(page, "Save");
    await see(page, "Reworded: not comparable with earlier answers");
    await page.getByLabel("What is new").fill("A shorter question about the region.");
    await press(page, "Save");
    await arriveAt(page, "Draft of version 2");
    page.once("dialog", (dialog) => dialog.accept());
    await press(page, "Publish version 2");
    await see(page, "It is published.");
    await expectAccessible(page, { briefly: true });
    await page.goto("/indicators/versions/1");
    await see(page, "It was asked earlier");
    await expectAccessible(page, { briefly: true });
  });

  it("somebody who looks after no page is told how to come to one", async () => {
    const { page } = convener;
    await page.goto("/indicators/mine");
    await see(page, "You look after no partnership’s page so far");
    await expectAccessible(page, { briefly: true });
  });
});
