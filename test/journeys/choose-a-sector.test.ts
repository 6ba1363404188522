import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { nextMail, signInByMail } from "./testing/joining.ts";
import { arriveAt, expectNot, follow, linkIn, press, see, unfold } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";

// What Wyoming's regional teams would have had at their academy in March 2018: 2015 and 2016, in the counties of
// Sheridan and Johnson.
const INDUSTRIES = [
  "Construction",
  "Manufacturing",
  "Health Care and Social Assistance",
  "Accommodation and Food Services",
];
const HEALTH = "Health Care and Social Assistance";
const OWN = ["Willing champions", "Existing groups", "Readiness of the support partners", "Local knowledge"];

/** The questions about one criterion. */
const questions = (page: Page, criterion: string) =>
  page.getByRole("region", { name: criterion, exact: true });

async function score(page: Page, points: (industry: number) => number, criteria = OWN): Promise<void> {
  for (const name of criteria)
    for (const [industry, title] of INDUSTRIES.entries())
      await questions(page, name)
        .getByRole("combobox", { name: new RegExp(`^${title}`, "i") })
        .selectOption(String(points(industry)));
}

async function confirm(page: Page, button: string): Promise<void> {
  page.once("dialog", (dialog) => dialog.accept());
  await press(page, button);
}

describe("a team chooses its first sector", () => {
  let site: JourneySite;
  let convener: Visit;
  let choice: string;
  let decision: string;
  beforeAll(async () => {
    site = await openSite();
    convener = await site.come();
  });
  afterAll(async () => {
    await convener?.leave();
    await site?.close();
  });

  it("names its two counties, without script at first", async () => {
    const { page } = convener;
    await page.goto("/industry/regions");
    await follow(page, "Name a region");
    await signInByMail(site, page, "carol@sheridan.test");
    const storageState = await convener.context.storageState();
    const plain = await site.come({ javaScriptEnabled: false, storageState });
    await plain.page.goto("/industry/regions/new");
    await plain.page.getByLabel("Name", { exact: true }).fill("Sheridan and Johnson");
    await press(plain.page, "Save the region");
    await plain.page.getByRole("alert").getByText("A region needs at least one county").waitFor();
    await expectAccessible(plain.page, { briefly: true, withoutScript: true });
    await plain.page.getByRole("textbox", { name: "Counties" }).fill("Sheridan, WY\nJohnson, WY");
    await press(plain.page, "Save the region");
    await arriveAt(plain.page, "Sheridan and Johnson");
    await see(plain.page, "Johnson and Sheridan Counties, Wyoming");
    await plain.leave();
    await page.goto("/industry/regions");
    await expectAccessible(page, { briefly: true });
    await follow(page, "Sheridan and Johnson");
    await see(page, "Private to your team");
    await expectAccessible(page, { briefly: true });
    await page.goto(`${page.url()}/team`);
    await expectAccessible(page, { briefly: true });
  });

  it("asks the figures of 2015 and 2016, and picks four candidates", async () => {
    const { page } = convener;
    await page.goto("/industry/regions/sheridan-and-johnson");
    await follow(page, "Choose a sector together");
    await page.getByLabel("What you call it").fill("Our first sector");
    await page.getByLabel("From").selectOption("2016");
    await page.getByLabel("To", { exact: true }).selectOption("2015");
    await page.getByRole("radio", { name: /^NAICS sectors/ }).check();
    await press(page, "Go on to the candidates");
    await page.getByRole("alert").getByText("must come after").waitFor();
    await page.getByLabel("From").selectOption("2015");
    await page.getByLabel("To", { exact: true }).selectOption("2016");
    await press(page, "Go on to the candidates");
    await arriveAt(page, "The candidates");
    // From the last to the first: a box that is unticked is none of these any more.
    for (const box of (await page.locator("input:checked").all()).reverse()) await box.uncheck();
    for (const title of INDUSTRIES)
      await page.getByRole("checkbox", { name: new RegExp(`^${title}`, "i") }).check();
    await expectAccessible(page, { briefly: true });
    await press(page, "Compare these");
    await arriveAt(page, "What counts, and how much");
  });

  it("says what counts: weights that are all zero are refused, a preset fills them in", async () => {
    const { page } = convener;
    for (const field of await page.getByRole("spinbutton").all()) await field.fill("0");
    await press(page, "Save");
    await page.getByRole("alert").getByText("All weights are 0").waitFor();
    await follow(page, /^Fill these weights in.*Pay first$/);
    await page.waitForURL(/use=pay/);
    expect(await page.getByLabel("Pay", { exact: true }).inputValue()).toBe("10");
    await expectAccessible(page, { briefly: true });
    await press(page, "Save");
    await see(page, "What counts: Pay first");
    choice = page.url().replace(/\?.*/, "");
  });

  it("scores: the convener alone, a champion on a phone by a link, without account or script", async () => {
    const { page } = convener;
    await unfold(page, "Ask somebody who has no account here");
    await page.getByLabel("Their name").fill("Dana Cole");
    await page.getByLabel(/^Their e-mail address/).fill("dana@cole.test");
    await press(page, "Ask them");
    await see(page, "They were asked by mail.");
    await expectAccessible(page, { briefly: true });
    await follow(page, "Score now");
    await arriveAt(page, "What do you know of them?");
    await expectAccessible(page, { briefly: true });
    await score(page, (industry) => 1 + industry);
    await press(page, "Send my scores");
    await see(page, "Your scores are kept.");
    await danaScores();
    await page.reload();
    await see(page, "The team: 2 have scored");
  });

  async function danaScores(): Promise<void> {
    const mail = await nextMail(site, "dana@cole.test", /^Which industry first in Sheridan and Johnson/);
    const dana = await site.come({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    await dana.page.goto(linkIn(mail, /\/industry\/scores\//));
    await see(dana.page, "This link is for Dana Cole alone");
    await press(dana.page, "Send my scores");
    await dana.page.getByRole("alert").getByText("Score at least one of them").waitFor();
    await score(dana.page, (industry) => (industry === 2 ? 5 : 1 + industry), ["Willing champions"]);
    await questions(dana.page, "Willing champions")
      .getByRole("textbox", { name: new RegExp(`^Why \\(${HEALTH}`, "i") })
      .fill("Two chief executives told me so.");
    await press(dana.page, "Send my scores");
    await arriveAt(dana.page, "Thank you, Dana Cole");
    await follow(dana.page, "Change your scores");
    await see(dana.page, "You have scored before");
    await leaveUntracked(dana);
  }

  it("talks about the largest difference first, and settles", async () => {
    const { page } = convener;
    await follow(page, "See where you differ");
    await arriveAt(page, "Where you differ");
    const first = page.locator("main h2").first();
    expect(await first.textContent()).toMatch(new RegExp(`^${HEALTH}: Willing champions$`, "i"));
    await see(page, "Two chief executives told me so.");
    await expectAccessible(page, { briefly: true });
    await page
      .getByRole("combobox", { name: new RegExp(`^What you settle on \\(${HEALTH}, Willing champions`, "i") })
      .selectOption("5");
    await press(page, "Keep what we settled on");
    await see(page, "What you have settled on so far is kept.");
    await see(page, "Settled: 4 of 16");
  });

  it("compares, leaves one out in a round with its reason, and decides", async () => {
    const { page } = convener;
    await follow(page, "Side by side");
    await arriveAt(page, "Side by side");
    await see(page, /stands first with/);
    await unfold(page, "Try other weights");
    await page.getByLabel("Pay", { exact: true }).fill("0");
    await page.getByLabel("Size", { exact: true }).fill("10");
    await see(page, /with the weights that you try/i);
    await expectAccessible(page, { briefly: true });
    await follow(page, "Back to your own");
    await expectNot(page, /with the weights that you try/i);
    await page.goto(`${choice}/rounds`);
    await page.getByRole("checkbox", { name: /^Manufacturing/ }).check();
    await press(page, "Leave them out");
    await page.getByRole("alert").getByText("The reason is needed").waitFor();
    await page.getByLabel("Why").fill("Too few jobs to fill a room.");
    await press(page, "Leave them out");
    await see(page, "Too few jobs to fill a room.");
    await expectAccessible(page, { briefly: true });

    await page.goto(`${choice}/decision`);
    await arriveAt(page, "Write the decision");
    await confirm(page, "Keep the decision");
    await page.getByRole("alert").getByText("Choose the sector that you begin with").waitFor();
    await expectAccessible(page, { briefly: true });
    const sectors = page.getByRole("group", { name: "The first sector" });
    await sectors.getByRole("radio", { name: new RegExp(`^${HEALTH}`, "i") }).check();
    await page.getByLabel(/^Why this one first/).fill("It pays well, and two chief executives are willing.");
    await page.getByRole("group", { name: "Who agreed" }).getByRole("checkbox").first().check();
    const other = page.getByRole("group", { name: "Somebody else who agreed, 1" });
    await other.getByLabel("Name").fill("Dana Cole");
    await other.getByLabel("Part").fill("Champion, Sheridan Memorial Hospital");
    const dissent = page.getByRole("group", { name: "Who sees it otherwise, 1" });
    await dissent.getByLabel("Name").fill("Ed Otter");
    await dissent.getByLabel("In their words").fill("Hotels would help Buffalo sooner.");
    await page.getByRole("radio", { name: /^Everyone/ }).check();
    await confirm(page, "Keep the decision");
    await see(page, "It is decided and kept.");
    decision = page.url().replace(/\?.*/, "");
    await see(page, "Dana Cole, Champion, Sheridan Memorial Hospital");
    await see(page, "Hotels would help Buffalo sooner.");
    await expectAccessible(page, { briefly: true });
  });

  it("prints it: a tagged PDF of the decision, and one page of facts", async () => {
    const { page } = convener;
    const pdf = await page.request.get(`${decision}/decision.pdf`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    const text = (await pdf.body()).toString("latin1");
    for (const mark of ["%PDF-1.7", "/StructTreeRoot", "/Marked true", "/Lang (en-US)"])
      expect(text).toContain(mark);
    await follow(page, "One page of facts, to send with an invitation");
    await see(page, "What we ask of you");
    await expectAccessible(page, { briefly: true });
    await follow(page, "Change what you ask");
    await page.getByLabel(/^What you ask of whoever gets it/).fill("Come on October 4 at nine.");
    await expectAccessible(page, { briefly: true });
    await press(page, "Save");
    await see(page, "Come on October 4 at nine.");
    const sheet = (await (await page.request.get(`${decision}/fact-sheet.pdf`)).body()).toString("latin1");
    expect([...sheet.matchAll(/\/Type \/Page\n/g)]).toHaveLength(1);
  });

  it("carries it into the form with which everybody shares", async () => {
    const { page } = convener;
    await page.goto(decision);
    await unfold(page, "Tell the network");
    await press(page, "Begin a happening from this");
    await arriveAt(page, "Tell the network");
    await expectAccessible(page, { briefly: true });
    await press(page, "Go on to the form");
    await arriveAt(page, "Share what worked");
    expect(await page.getByLabel("Title", { exact: true }).first().inputValue()).toMatch(
      /Sheridan and Johnson begins with/,
    );
    await see(page, /\.pdf/);
  });

  it("visitors read what is shown to everyone, and cannot take it up again; the team can", async () => {
    const visitor = await site.come();
    await visitor.page.goto(decision);
    await see(visitor.page, "Who sees it otherwise");
    await expectNot(visitor.page, "For your team");
    const region = await visitor.page.goto("/industry/regions/sheridan-and-johnson");
    expect(region?.status()).toBe(404);
    await leaveUntracked(visitor);

    const { page } = convener;
    await page.goto(decision);
    await unfold(page, "Take it up again");
    await confirm(page, "Take it up again");
    await see(page, "The decision is taken up again.");
    await page.goto(`${decision}/versions`);
    await arriveAt(page, "Versions");
    await expectAccessible(page, { briefly: true });
  });
});
