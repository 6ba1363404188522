import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { nextMail, signInByMail } from "./testing/joining.ts";
import { arriveAt, expectNot, follow, linkIn, press, see } from "./testing/look.ts";
import { type JourneySite, openSite } from "./testing/site.ts";

const NAME = "Northeast Louisiana Healthcare Partnership";
const PATH = "/partnerships/northeast-louisiana-health-care-partnership";
const TEND = `${PATH}/tend`;
const STAND_IN = "Dana Ruiz, champion";
const SUMMARY = "Forty employers of care share one ladder of careers.";
const YEAR = new Date().getUTCFullYear();

describe("a convener", () => {
  let site: JourneySite;
  let carla: Visit;
  let ada: Visit;
  let editor: Visit;
  let invitation: string;
  const briefly = { briefly: true };
  const plainly = { briefly: true, withoutScript: true };

  beforeAll(async () => {
    site = await openSite();
    [carla, ada, editor] = await Promise.all([
      site.come(),
      site.come({ javaScriptEnabled: false }),
      site.comeAsEditor(),
    ]);
    for (const { page } of [carla, editor]) page.on("dialog", (dialog) => void dialog.accept());
  });
  afterAll(async () => {
    for (const one of [carla, ada, editor]) await one?.leave();
    await site?.close();
  });

  /** The page as the next reader gets it. */
  const publicPage = async () => (await fetch(site.origin + PATH)).text();

  const save = async (page: Page, button: string | RegExp, words: string | RegExp) => {
    await press(page, button);
    await see(page, words);
  };

  it("claims a page that nobody looks after, signing in on the way", async () => {
    const { page } = carla;
    await page.goto(PATH);
    await arriveAt(page, NAME);
    await expectAccessible(page, briefly);
    await follow(page, "Claim this page");
    await arriveAt(page, "Sign in");
    await signInByMail(site, page, "carla@conveners.test");
    await arriveAt(page, "Look after this page");
    await expectAccessible(page);
    await press(page, "Ask the editors");
    await page.getByRole("alert").waitFor();
    await page.getByLabel("What do you do in the partnership?").fill("I convene it at the workforce board");
    await page.getByLabel("A few words").fill("Ask any of our forty employers.");
    await press(page, "Ask the editors");
    await see(page, "You have asked for this page");
    await expectAccessible(page, briefly);
    expect((await page.goto(TEND))?.status()).toBe(403);
  });

  it("is let in by an editor, and hears of it by mail", async () => {
    await editor.page.goto("/desk");
    await follow(editor.page, /asks to look after Northeast Louisiana/);
    await see(editor.page, "Ask any of our forty employers.");
    await expectAccessible(editor.page, briefly);
    await press(editor.page, /^Let .* in$/);
    const mail = await nextMail(site, "carla@conveners.test", /^You look after Northeast Louisiana/);
    const { page } = carla;
    await page.goto("/account");
    await page.getByLabel("Your name").fill("Carla Cruz");
    await press(page, "Save");
    await page.goto(linkIn(mail, /\/tend/));
    await arriveAt(page, NAME);
    await expectAccessible(page);
    await page.goto("/my-partnerships");
    await see(page, NAME);
    await expectAccessible(page, briefly);
  });

  it("adds a priority, whose lead has agreed to be named", async () => {
    const { page } = carla;
    await page.goto(TEND);
    await follow(page, "Priorities");
    await arriveAt(page, "Priorities");
    await expectAccessible(page, briefly);
    await follow(page, "Add a priority");
    await page.getByLabel("Title", { exact: true }).fill("Clinics train together at night");
    await page.getByLabel("What is it about?").selectOption("Training that fits the work");
    await page.getByLabel(/^Business lead/).fill("Hal Kern");
    await press(page, "Add the priority");
    await page.getByRole("alert").waitFor();
    await see(page, "Ask them first");
    await expectAccessible(page, briefly);
    await page.getByRole("checkbox", { name: /^They agreed/ }).check();
    await save(page, "Add the priority", "Saved. What readers may see of it");
    const shown = await publicPage();
    expect(shown).toContain("Clinics train together at night");
    expect(shown).toContain("Hal Kern");
  });

  it("adds a champion, whom nobody sees before their consent is written down", async () => {
    const { page } = carla;
    await page.goto(`${TEND}/champions`);
    await follow(page, "Add a champion");
    await page.getByLabel("Name", { exact: true }).fill("Dana Ruiz");
    await page.getByLabel(/^Title/).fill("Chief executive");
    await page.getByLabel(/^Their words/).fill("We hire the nurses we helped to teach.");
    await expectAccessible(page, briefly);
    await save(page, "Add the champion", "Not public");
    await expectAccessible(page, briefly);
    expect(await publicPage()).not.toContain("Dana Ruiz");
    await follow(page, "Dana Ruiz");
    await page.getByLabel(/^How they agreed/).fill("by e-mail");
    await press(page, "Save");
    await page.getByRole("alert").waitFor();
    await page.getByLabel(/^On which day/).fill(`${YEAR - 1}-03-04`);
    await page.getByLabel(/^Who asked them/).fill("Carla Cruz");
    await save(page, "Save", "asked by Carla Cruz");
    const shown = await publicPage();
    expect(shown).toContain("Dana Ruiz");
    expect(shown).toContain("We hire the nurses we helped to teach.");
    expect(shown).not.toContain("asked by Carla Cruz");
  });

  it("invites the champion’s assistant by a link that works for nobody else, and once", async () => {
    const { page } = carla;
    await page.goto(`${TEND}/editors`);
    await page.getByLabel("Their name").fill("Ada Lopez");
    await page.getByLabel("Their e-mail address").fill("ada@champions.test");
    await page.getByLabel(/^Whom they stand in for/).fill(STAND_IN);
    await save(page, "Send the invitation", "The invitation is on its way.");
    await see(page, "Not answered yet");
    await expectAccessible(page);
    const mail = await nextMail(site, "ada@champions.test", /^Carla Cruz invites you/);
    invitation = linkIn(mail, /\/invitations\//);
    expect((await fetch(invitation)).status).toBe(200);

    expect((await editor.page.goto(invitation))?.status()).toBe(403);
    await arriveAt(editor.page, "This invitation is for another address");
    await expectAccessible(editor.page, briefly);

    await ada.page.goto(invitation);
    await arriveAt(ada.page, "You are invited");
    await expectNot(ada.page, "ada@champions.test");
    await follow(ada.page, "Sign in");
    await signInByMail(site, ada.page, "ada@champions.test");
    await see(ada.page, `You stand in for ${STAND_IN}`);
    await expectAccessible(ada.page, plainly);
    await press(ada.page, "I will look after it");
    await arriveAt(ada.page, NAME);
    await see(ada.page, `You look after this page for ${STAND_IN}`);

    await ada.page.goto(invitation);
    await arriveAt(ada.page, NAME);
    expect((await editor.page.goto(invitation))?.status()).toBe(410);
    await arriveAt(editor.page, "This invitation has been used");
  });

  it("sees for whom the assistant edited, without script", async () => {
    const { page } = ada;
    await page.goto("/my-partnerships");
    await follow(page, NAME);
    await follow(page, "Name and story");
    await page.getByLabel(/^Summary/).fill(SUMMARY);
    await expectAccessible(page, plainly);
    await save(page, "Save", "Saved. What readers may see of it");
    expect(await publicPage()).toContain(SUMMARY);
    await carla.page.goto(`${TEND}/versions`);
    await see(carla.page, `Ada Lopez, for ${STAND_IN}`);
    await expectAccessible(carla.page);
  });

  it("lets the partnership rest, and relaunches it with a date and a word", async () => {
    const { page } = carla;
    await page.goto(TEND);
    await follow(page, "Stage");
    await arriveAt(page, "Stage");
    await page.getByRole("radio", { name: /^Paused/ }).check();
    await page.getByLabel("Since when?").fill(`${YEAR - 2}`);
    await press(page, "Save the stage");
    await page.getByRole("alert").getByText("Say in a word why it rests").waitFor();
    await expectAccessible(page, briefly);
    await page.getByLabel(/^In a word/).fill("Two hospitals changed hands.");
    await save(page, "Save the stage", "The stage is changed");
    expect(await publicPage()).toContain("Two hospitals changed hands.");

    await follow(page, "Stage");
    await page.getByRole("radio", { name: /^Relaunched/ }).check();
    await page.getByLabel("Since when?").fill(`${YEAR - 3}-10`);
    await press(page, "Save the stage");
    await page
      .getByRole("alert")
      .getByText(/what came later cannot have begun before that/)
      .waitFor();
    await page.getByLabel("Since when?").fill(`${YEAR - 1}-10-02`);
    await page.getByLabel(/^In a word/).fill("Eleven employers came back to the table.");
    await save(page, "Save the stage", "The stage is changed");
    const shown = await publicPage();
    expect(shown).toContain("Eleven employers came back to the table.");
    expect(shown).toContain(`October 2, ${YEAR - 1}`);
    const list = await (await fetch(`${site.origin}/partnerships?stage=relaunched`)).text();
    expect(list).toContain(NAME);
    await page.goto(PATH);
    await see(page, "Eleven employers came back to the table.");
    await expectAccessible(page);
    await page.goto(`${TEND}/stage`);
    await see(page, /Written down by Carla Cruz/);
    await expectAccessible(page, briefly);
  });

  it("sees what a version changed, and brings an earlier one back", async () => {
    const { page } = carla;
    await page.goto(`${TEND}/versions`);
    const edited = page.getByRole("row").filter({ hasText: "Ada Lopez" });
    await edited.getByRole("link", { name: /^What changed/ }).click();
    await arriveAt(page, "Versions");
    const changes = page.locator("#changes");
    await changes.getByRole("heading", { name: "Summary" }).waitFor();
    expect(await changes.locator("ins").allTextContents()).toContainEqual(expect.stringContaining("Forty"));
    await expectAccessible(page, briefly);
    const number = Number(
      /version (\d+)/.exec((await changes.getByRole("heading").first().textContent())!)?.[1],
    );
    await press(page, `Restore version ${number}`);
    await see(page, "That version is the newest again.");
    const shown = await publicPage();
    expect(shown).not.toContain(SUMMARY);
    expect(shown).toContain("Dana Ruiz");
    // The stage has a history of its own.
    expect(shown).toContain("Relaunched");
  });

  it("has left it all in the audit log", async () => {
    const { page } = editor;
    await page.goto("/desk/audit");
    const log = page.getByRole("region", { name: "What was done, newest first" });
    for (const deed of [
      `asked to look after “${NAME}”`,
      `let somebody look after “${NAME}”`,
      `for ${STAND_IN}`,
      `moved “${NAME}” from paused to relaunched`,
      "restored version",
    ]) {
      await log.getByText(deed).first().waitFor();
    }
    await expectAccessible(page, briefly);
  });
});
