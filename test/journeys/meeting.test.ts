import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wallClock } from "#base/local-time.ts";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { nextMail, signInByMail } from "./testing/joining.ts";
import { arriveAt, expectNot, follow, linkIn, press, see } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";

const PARTNERSHIP = "/partnerships/berks-county-advanced-manufacturing-partnership";
const MEETINGS = `${PARTNERSHIP}/table/meetings`;
const ROADMAP = `${PARTNERSHIP}/table/roadmap`;
/** Clocks never change there, so that two hours from now is a time on every day of the year. */
const ZONE = "America/Phoenix";
const LAUNCH = "Launch of advanced manufacturing";

describe("from the roadmap by way of the launch to the second meeting, in one story", () => {
  let site: JourneySite;
  let convener: Visit;
  let page: Page;
  let rsvp: string;
  let door: string;
  const briefly = { briefly: true };
  const plainly = { briefly: true, withoutScript: true };

  beforeAll(async () => {
    site = await openSite();
    convener = await site.come();
    page = convener.page;
    page.on("dialog", (dialog) => void dialog.accept());
    await joinTheTeam();
  });
  afterAll(async () => {
    await convener?.leave();
    await site?.close();
  });

  async function joinTheTeam(): Promise<void> {
    await page.goto(PARTNERSHIP);
    await follow(page, "Claim this page");
    await signInByMail(site, page, "cora@conveners.test");
    await page.getByLabel("What do you do in the partnership?").fill("I convene it");
    await page.getByLabel("A few words").fill("Ask any of our companies.");
    await press(page, "Ask the editors");
    await see(page, "You have asked for this page");
    const editor = await site.comeAsEditor();
    await editor.page.goto("/desk");
    await follow(editor.page, /asks to look after Berks County/);
    await press(editor.page, /^Let .* in$/);
    await nextMail(site, "cora@conveners.test", /^You look after Berks County/);
    await editor.leave();
  }

  it("begins with a roadmap that counts from the day of the launch", async () => {
    await page.goto(ROADMAP);
    await page.getByLabel(/^Day of the launch/).fill(wallClock(new Date(), ZONE).slice(0, 10));
    await press(page, "Lay the roadmap out");
    await see(page, "Send the same-day follow-up");
    await expectAccessible(page, briefly);
  });

  it("is planned by its convener, with an agenda that is there at once", async () => {
    await page.goto(MEETINGS);
    await expectAccessible(page, briefly);
    await follow(page, "Plan the first one");
    await page.getByLabel("Begins").fill(wallClock(new Date(Date.now() + 2 * 3_600_000), ZONE));
    await page.getByLabel("Time zone").selectOption(ZONE);
    await page.getByLabel(/^Place/).fill("Reading Community College");
    await press(page, "Plan it");
    await page.getByRole("alert").getByText("A title is needed.").waitFor();
    await expectAccessible(page, briefly);
    await page.getByLabel("Title").fill(LAUNCH);
    await press(page, "Plan it");
    await see(page, "The meeting is planned.");
    await see(page, "Mountain Standard Time");
    await expectAccessible(page, briefly);
    await follow(page, "Agenda");
    await see(page, "120 of 120 minutes are planned");
    await press(page, /^Down ?: item 1$/);
    await see(page, "The agenda is kept.");
    expect(
      await page
        .getByLabel(/^What it is about/)
        .nth(1)
        .inputValue(),
    ).toBe("Welcome");
    await expectAccessible(page, briefly);
  });

  it("has guests out of a pasted list, each with a link of their own", async () => {
    await page.goto(MEETINGS);
    await follow(page, LAUNCH);
    await follow(page, "Guests");
    await follow(page, "Add guests");
    await page
      .getByLabel(/^People/)
      .fill("Ann Lee, Lee Milling, ann@lee.test\nSeán O’Brien, O’Brien Tools, sean@tools.test");
    await page.getByRole("radio", { name: "Business" }).check();
    await expectAccessible(page, briefly);
    await press(page, "Add them");
    await see(page, "2 guests are on the list now.");
    await expectAccessible(page, briefly);
    await follow(page, "Ann Lee");
    await arriveAt(page, "Ann Lee");
    await expectAccessible(page, briefly);
    rsvp = await page.getByLabel("Link to answer by").inputValue();
  });

  it("is answered by a guest who has neither account nor script, and stands in their calendar", async () => {
    const ann = await site.come({ javaScriptEnabled: false });
    await ann.page.goto(rsvp);
    await arriveAt(ann.page, LAUNCH);
    await press(ann.page, "Send my answer");
    await ann.page.getByRole("alert").getByText("Say whether you come.").waitFor();
    await ann.page.getByRole("radio", { name: "Yes, I am coming" }).check();
    await ann.page.getByLabel(/^Anything we should know/).fill("I take the train.");
    await press(ann.page, "Send my answer");
    await see(ann.page, "Thank you. We look forward to seeing you.");
    await expectNot(ann.page, "ann@lee.test");
    await expectAccessible(ann.page, plainly);
    await leaveUntracked(ann);
    const mail = await nextMail(site, "ann@lee.test", /^You are coming/);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual([
      expect.stringMatching(/^launch-.*\.ics$/),
    ]);
    await page.reload();
    await see(page, "“I take the train.”");
  });

  it("prints what lies on the table", async () => {
    await page.goto(MEETINGS);
    await follow(page, LAUNCH);
    await follow(page, "On paper");
    await expectAccessible(page, briefly);
    for (const paper of ["Name tents", "Sign-in sheet", "Room plan and roles", "Champions’ briefing"]) {
      await follow(page, paper);
      await arriveAt(page, paper);
      await page.goBack();
    }
  });

  it("checks guests in at the door, on a phone and without script", async () => {
    await page.goto(MEETINGS);
    await follow(page, LAUNCH);
    await follow(page, "At the door");
    await page.getByRole("img", { name: "Code that leads to the check-in page" }).waitFor();
    await expectAccessible(page, briefly);
    door = await page.getByLabel("Where the code leads").inputValue();
    await follow(page, "The greeter’s list");
    await see(page, "0 here: 0 business, 0 support partners");
    const phone = await site.come({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await phone.page.goto(door);
    await phone.page.getByLabel("Your name").fill("sean obrien");
    await press(phone.page, "Find me");
    await press(phone.page, /Seán O’Brien/);
    await arriveAt(phone.page, "Welcome, Seán O’Brien");
    await expectAccessible(phone.page, plainly);
    await phone.page.goto(door);
    await phone.page.getByLabel("Your name").fill("Wanda");
    await press(phone.page, "Find me");
    await see(phone.page, "Nobody of that name is on the list.");
    await follow(phone.page, "I am not on the list");
    await phone.page.getByLabel("Your name").fill("Wanda Walk");
    await phone.page.getByLabel("Your company or organization").fill("Walk & Sons");
    await phone.page.getByRole("radio", { name: /^A business/ }).check();
    await expectAccessible(phone.page, plainly);
    await press(phone.page, "I am here");
    await arriveAt(phone.page, "Welcome, Wanda Walk");
    await leaveUntracked(phone);
    // The greeter's list changed by itself.
    await see(page, "2 here: 2 business, 0 support partners");
    await press(page, /^Here ?: Ann Lee$/);
    await see(page, "Ann Lee is here.");
    await expectAccessible(page, briefly);
  });

  it("ends, and its notes go to those who came", async () => {
    await page.goto(MEETINGS);
    await follow(page, LAUNCH);
    await press(page, "Open the meeting");
    await press(page, "End the meeting");
    await see(page, "The meeting has ended.");
    await follow(page, "Write the notes");
    await arriveAt(page, "Notes");
    await expectAccessible(page, briefly);
    await press(page, "Save");
    await see(page, "The notes are kept.");
    await press(page, "Send the notes to 2 people");
    await see(page, "The notes are on their way to 2 people.");
    const mail = await nextMail(site, "ann@lee.test", /^Notes: /);
    const ann = await site.come({ javaScriptEnabled: false });
    await ann.page.goto(linkIn(mail, /\/notes\//));
    await see(ann.page, "3 from business, 0 from support partners.");
    await expectAccessible(ann.page, plainly);
    await leaveUntracked(ann);
  });

  it("is followed up on the same day, by a mail that was written when the meeting ended", async () => {
    await page.goto(`${PARTNERSHIP}/table/letters`);
    await follow(page, /^Same-day follow-up/);
    await follow(page, "Change the text");
    // Nothing was put to the vote, so what asks for its outcome is left out.
    await page
      .getByLabel("Letter", { exact: true })
      .fill("{{greeting}},\n\nThank you for your time today. We meet again in six weeks.\n\n{{sender}}");
    await page.getByLabel("Who gets the answers").fill("Cora Convener");
    await page.getByLabel("Their e-mail address").fill("cora@conveners.test");
    await press(page, "Save");
    await see(page, "The text is saved");
    await press(page, "Send to 2 people");
    await see(page, "It is on its way");
    const mail = await nextMail(site, "ann@lee.test", /^Thank you for today/);
    expect(mail.text).toMatch(/^Dear Ann,/);
    expect(mail.replyTo?.value[0]?.address).toBe("cora@conveners.test");
  });

  it("leads to a plan with a priority that business leads, and to the second meeting", async () => {
    await page.goto(`${PARTNERSHIP}/table/plan`);
    await follow(page, "Add a priority");
    await page.getByLabel("The priority").fill("Grow our own welders");
    await page.getByLabel(/^Business lead/).fill("Ann Lee, Lee Milling");
    await press(page, "Add to the plan");
    await see(page, "The priority is in your plan");
    await page.goto(MEETINGS);
    await follow(page, "Plan a meeting");
    await page.getByRole("radio", { name: "Full meeting" }).check();
    await page.getByLabel("Title").fill("Second meeting");
    await page.getByLabel("Begins").fill(wallClock(new Date(Date.now() + 40 * 86_400_000), ZONE));
    await press(page, "Plan it");
    await see(page, "The meeting is planned.");
  });

  it("stands on the roadmap as done, and in figures that nobody typed", async () => {
    await page.goto(ROADMAP);
    await see(page, "The launch was held.");
    await expectAccessible(page, briefly);
    await page.goto(`${PARTNERSHIP}/table/figures`);
    const text = (await page.getByRole("main").innerText()).replace(/\s+/g, " ");
    for (const words of [
      "Businesses engaged 3",
      "New businesses 3",
      "Follow-up on the same day 1 of 1 meeting",
    ])
      expect(text).toContain(words);
    await expectAccessible(page, briefly);
  });
});
