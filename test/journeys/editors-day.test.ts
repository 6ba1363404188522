import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { nextFrame, pressByKey, tabTo } from "./testing/keyboard.ts";
import { arriveAt, expectNot, follow, linkIn, press, see, unfold } from "./testing/look.ts";
import { type JourneySite, openSite } from "./testing/site.ts";
import { makeUpdate, shareAndConfirm, type Update } from "./testing/update.ts";

describe("an editor's day", () => {
  const update = makeUpdate({ name: "Gil Amos", title: "Night shifts found their nurses" });
  const poor = makeUpdate({ name: "Hal Best", title: "Buy our wonderful chairs" });
  let site: JourneySite;
  let edith: Visit;
  let ralph: Visit;
  let sending: Visit;
  let itemPath: string;
  const questions: string[] = [];

  beforeAll(async () => {
    site = await openSite();
    [edith, ralph, sending] = await Promise.all([site.comeAsEditor(), site.come(), site.come()]);
    for (const { page } of [edith, ralph]) {
      page.on("dialog", (dialog) => {
        questions.push(dialog.message());
        void dialog.accept();
      });
    }
    await shareAndConfirm(sending.page, site.smtp, update);
    await shareAndConfirm(sending.page, site.smtp, poor);
  });
  afterAll(async () => {
    for (const visitor of [edith, ralph, sending]) await visitor?.leave();
    await site?.close();
  });

  const read = async (path: string) => (await fetch(site.origin + path)).text();
  const briefly = { briefly: true };

  /** Opens an item of the desk by its title. */
  async function open(page: Page, { title }: Update): Promise<void> {
    await page.goto("/desk");
    await follow(page, title);
    await arriveAt(page, title);
  }

  it("begins with an invitation, and with a link that comes by mail", async () => {
    const { page } = edith;
    await page.goto("/desk/editors");
    await page.getByLabel("Their name").fill("Ralph Reader");
    await page.getByLabel("Their e-mail address").fill("ralph@editors.test");
    await press(page, "Send the invitation");
    await see(page, "The invitation is on its way.");
    const invitation = await site.smtp.waitFor(
      ({ subject }) => /invites you to edit/.test(subject ?? ""),
      30_000,
    );
    await ralph.page.goto(linkIn(invitation, /\/sign-in\//));
    await arriveAt(ralph.page, "One more step");
    await expectAccessible(ralph.page, briefly);
    await press(ralph.page, "Sign in");
    await arriveAt(ralph.page, "Desk");
    await see(ralph.page, "Signed in as Ralph Reader");
  });

  it("has its tools in one row above the page, folded on a phone, and Escape folds them again", async () => {
    const { page } = ralph;
    const atFirst = page.viewportSize()!;
    const tools = page.locator("summary").filter({ hasText: "Your tools" });
    const audit = page.getByRole("link", { name: "Audit log" });
    for (const width of [390, atFirst.width]) {
      await page.setViewportSize({ ...atFirst, width });
      expect((await page.getByLabel("Your account", { exact: true }).boundingBox())?.height).toBeLessThan(50);
      expect(await audit.isVisible()).toBe(false);
      await tools.press("Enter");
      await audit.waitFor();
      await expectAccessible(page, briefly);
      await audit.press("Escape");
      await audit.waitFor({ state: "hidden" });
      expect(await tools.evaluate((summary) => summary === document.activeElement)).toBe(true);
    }
  });

  it("can be begun by keyboard alone: signing in, going to the desk, taking something in hand", async () => {
    const { page } = ralph;
    await page.goto("/");
    await pressByKey(page, page.getByRole("button", { name: "Sign out" }));
    await page.getByRole("button", { name: "Sign out" }).waitFor({ state: "detached" });
    await pressByKey(page, page.getByRole("contentinfo").getByRole("link", { name: "Sign in" }));
    await arriveAt(page, "Sign in");
    await expectAccessible(page);
    await tabTo(page, page.getByLabel("Your e-mail address"));
    await page.keyboard.type("ralph@editors.test");
    await page.keyboard.press("Enter");
    await arriveAt(page, "Look in your mailbox");
    const mail = await site.smtp.waitFor(
      ({ subject, recipients }) =>
        /^Your link to sign in/.test(subject ?? "") && recipients.includes("ralph@editors.test"),
      30_000,
    );
    await page.goto(linkIn(mail, /\/sign-in\//));
    await pressByKey(page, page.getByRole("main").getByRole("button", { name: "Sign in" }));
    await arriveAt(page, "Desk");
    await pressByKey(page, page.getByRole("link", { name: "Skip to the content" }));
    await pressByKey(page, page.getByRole("link", { name: update.title }));
    await arriveAt(page, update.title);
    itemPath = new URL(page.url()).pathname;
    await pressByKey(page, page.getByRole("button", { name: "Take it in hand" }));
    await see(page, "You have this in hand.");
    await page.goto("/desk?view=mine");
    await see(page, update.title);
    await expectNot(page, poor.title);
  });

  it("tells the second of two editors, and overwrites nothing", async () => {
    await open(edith.page, update);
    await see(edith.page, "Ralph Reader has this in hand");
    await expectAccessible(edith.page, briefly);
    await edith.page.goto(`${itemPath}/edit`);
    await see(edith.page, "Ralph Reader has this in hand.");
    await ralph.page.goto(`${itemPath}/edit`);

    await edith.page.getByRole("textbox", { name: "Summary" }).fill("Two clinics share one night shift.");
    await press(edith.page, "Save");
    await see(edith.page, "Saved as a new version.");

    const { page } = ralph;
    const title = page.getByRole("textbox", { name: "Title", exact: true }).first();
    await title.fill("Night shifts have found their nurses");
    await press(page, "Save");
    await see(page, "Edith Editor saved version 2 meanwhile");
    await see(page, "Two clinics share one night shift.");
    expect(await title.inputValue()).toBe("Night shifts have found their nurses");
    await expectAccessible(page, briefly);
    await page.goto(itemPath);
    await see(page, "Version 2");
    await see(page, "Two clinics share one night shift.");
  });

  it("edits beside how it will look, with marks where the text has them", async () => {
    const { page } = ralph;
    await page.goto(`${itemPath}/edit`);
    const story = page.getByRole("textbox", { name: "Story" });
    await story.click();
    await page.keyboard.press("Control+a");
    await page.getByRole("toolbar").getByRole("button", { name: "Bold" }).click();
    await page.keyboard.press("End");
    await nextFrame(page);
    await page.keyboard.press("Enter");
    await page.keyboard.type("## It began at night");
    await page.keyboard.press("Enter");
    await page.keyboard.type("- with a list");
    const preview = page.getByRole("region", { name: "Preview" });
    await preview.locator("strong").getByText(update.story).waitFor();
    await preview.getByRole("heading", { name: "It began at night" }).waitFor();
    await preview.getByRole("listitem").getByText("with a list").waitFor();
    await expectAccessible(page);
    await page.getByLabel(/^What you changed/).fill("Marks and a list");
    await press(page, "Save");
    await see(page, "Saved as a new version.");
    await see(page, "Marks and a list");
    await expectNot(page, "**");
  });

  it("sets a time in the site's own zone, and takes it back", async () => {
    const { page } = ralph;
    await page.goto(itemPath);
    await unfold(page, "Publish at a set time");
    await see(page, /Mountain Time \(America\/Denver\)/);
    await page.getByLabel("Date and time").fill("2020-01-02T09:30");
    await press(page, "Set this time");
    await page.getByRole("alert").getByText("This time has passed already.").waitFor();
    const year = new Date().getUTCFullYear() + 1;
    await page.getByLabel("Date and time").fill(`${year}-07-14T09:30`);
    await press(page, "Set this time");
    await see(page, /It will be published on/);
    await see(page, new RegExp(`July 14, ${year}.* 9:30.AM`));
    await page.goto("/desk?view=scheduled");
    await see(page, update.title);
    await expectAccessible(page, briefly);
    expect(await read("/happenings")).not.toContain(update.title);
    await page.goto(itemPath);
    await press(page, "Take the set time back");
    await see(page, "It is in review again.");
  });

  it("publishes, features on the home page, takes off the site and puts back", async () => {
    const { page } = ralph;
    await page.goto(itemPath);
    await press(page, "Publish now");
    await see(page, "Published. It is on the site now.");
    expect(questions).toContain("Publish this version now?");
    await press(page, "Feature it on the home page");
    await see(page, "Featured: it stands first on the home page.");
    const home = await read("/");
    const [first = ""] = home.slice(home.indexOf("Latest from the field")).split("</article>");
    expect(first).toContain(update.title);

    const address = await page.getByRole("link", { name: "See it on the site" }).getAttribute("href");
    await unfold(page, "Take it off the site");
    await page.getByLabel("Why").fill("The clinic asked for a day.");
    await press(page, "Take it off the site");
    await see(page, "Taken off the site. Nothing is deleted");
    expect((await fetch(`${site.origin}${address}`)).status).toBe(410);
    await press(page, "Publish again");
    await see(page, "Published. It is on the site now.");
    expect((await fetch(`${site.origin}${address}`)).status).toBe(200);
  });

  it("brings an earlier version back as the newest", async () => {
    const { page } = ralph;
    await page.goto(itemPath);
    await press(page, /^Restore version 1$/);
    await see(page, "The earlier version is the newest again.");
    await see(page, "Version 4");
    await see(page, "Restored version 1");
    expect(await read("/happenings")).toContain(update.summary);
    await page.goto(`${itemPath}?from=2&to=3`);
    await see(page, "From version 2 to version 3");
    await expectAccessible(page, briefly);
  });

  it("declines with a reason, which the sender reads", async () => {
    const { page } = edith;
    await open(page, poor);
    await unfold(page, "Decline");
    await press(page, "Decline");
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Why").fill("We share what partnerships do, and sell nothing.");
    await press(page, "Decline");
    await see(page, "Declined.");
    const mail = await site.smtp.waitFor(({ subject }) => /^We will not publish/.test(subject ?? ""), 30_000);
    expect(mail.recipients).toEqual([poor.email]);
    expect(mail.text).toContain("and sell nothing.");
    await sending.page.goto(linkIn(mail, /\/share\/status\//));
    await see(sending.page, "We share what partnerships do, and sell nothing.");
  });

  it("lets a sender whom it trusts skip the queue", async () => {
    const { page } = edith;
    await page.goto(itemPath);
    await press(page, "Trust this sender");
    await see(page, "what this sender confirms is published without waiting");
    expect(questions).toContain("Publish what Gil Amos sends from now on without reading it first?");
    const next = { ...update, title: "Day shifts found theirs as well" };
    await shareAndConfirm(sending.page, site.smtp, next);
    await sending.page.getByRole("link", { name: "Read it on the site" }).waitFor();
    expect(await read("/happenings")).toContain(next.title);
  });

  it("refuses a color that nobody could read, and takes a good one", async () => {
    const { page } = edith;
    await page.goto("/desk/settings");
    await page.getByLabel(/^Color/).fill("#ffe08a");
    await press(page, "Save");
    await page.getByRole("alert").waitFor();
    await expectAccessible(page, briefly);
    await page.getByLabel(/^Color/).fill("#7a1f5c");
    await page.getByLabel(/^Tagline/).fill("Neighbors who learn");
    await press(page, "Save");
    await see(page, "Saved. Every page shows it from now on.");
    await expectAccessible(page, briefly);
    const home = await read("/");
    expect(home).toContain("/brand/7a1f5c.css");
    expect(home).toContain("Neighbors who learn");
  });

  it("adds a topic and a sector, which people can choose at once", async () => {
    const { page } = edith;
    await page.goto("/desk/topics");
    await follow(page, "Add a topic");
    await page.getByLabel("Name", { exact: true }).fill("Child care");
    await page.getByLabel("Description").fill("Who looks after the children while their parents work.");
    await press(page, "Add the topic");
    await see(page, "Saved.");
    await page.goto("/desk/sectors");
    await follow(page, "Add a sector");
    await page.getByLabel("Name", { exact: true }).fill("Ski and snow");
    await page.getByLabel("Description").fill("What people carry into the mountains.");
    await page.getByRole("group", { name: "Color" }).getByRole("radio").first().check();
    await page.getByRole("group", { name: "Icon" }).getByRole("radio").first().check();
    await page.getByLabel(/^Codes of NAICS 2022/).fill("339920\n99");
    await press(page, "Add the sector");
    await page
      .getByRole("alert")
      .getByText(/Line 2/)
      .waitFor();
    await page.getByLabel(/^Codes of NAICS 2022/).fill("339920");
    await press(page, "Add the sector");
    await see(page, "Saved.");
    await expectAccessible(page, briefly);
    const form = await read("/share");
    for (const name of ["Child care", "Ski and snow"]) expect(form).toContain(name);
  });

  it("sees mail that could not be delivered, and sends it again", async () => {
    const { page } = edith;
    const subject = `About “${update.title}”`;
    site.smtp.refuseRecipient(update.email, 550);
    await page.goto(itemPath);
    await unfold(page, "Write to the sender");
    await page.getByLabel("Your letter").fill("Thank you, Gil.");
    await press(page, "Send the letter");
    await see(page, "Your letter is on its way to the sender.");
    await expect
      .poll(async () => (await page.goto("/desk")) && page.getByText("could not be delivered").count(), {
        timeout: 30_000,
      })
      .toBe(1);
    await page.goto("/desk/failures");
    await expectAccessible(page, briefly);
    await follow(page, subject);
    await see(page, "What the mail server said");
    await expectAccessible(page, briefly);
    site.smtp.refuseRecipient(update.email, 0);
    await press(page, "Send it again");
    await see(page, "It is on its way again.");
    const letter = await site.smtp.waitFor((mail) => mail.subject === subject, 30_000);
    expect(letter.text).toContain("Thank you, Gil.");
    await page.goto("/desk/outbox?state=sent");
    await see(page, subject);
  });

  it("stands in the audit log, which can be narrowed", async () => {
    const { page } = edith;
    await page.goto("/desk/audit");
    const log = page.getByRole("region", { name: "What was done, newest first" });
    for (const deed of [
      `took in hand “${update.title}”`,
      `restored version 1 of “${update.title}” as version 4`,
      `featured “${update.title}”`,
      `declined “${poor.title}”`,
      `trusted ${update.email}`,
    ]) {
      await log.getByText(deed).first().waitFor();
    }
    await expectAccessible(page, briefly);
    await page.getByLabel("Who").selectOption("Ralph Reader");
    await press(page, "Show these");
    await page.waitForURL(/who=/);
    await log.getByText(`featured “${update.title}”`).first().waitFor();
    expect(await log.getByText("declined").count()).toBe(0);
    await page.getByLabel("Who").selectOption("Anybody");
    await page.getByLabel("What was done", { exact: true }).selectOption("Happening: declined");
    await press(page, "Show these");
    await page.waitForURL(/deed=happening.declined/);
    await log.getByText(`declined “${poor.title}”`).first().waitFor();
    expect(await log.getByRole("row").count()).toBe(2);
  });
});
