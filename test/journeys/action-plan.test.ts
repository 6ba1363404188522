import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { nextMail, signInByMail } from "./testing/joining.ts";
import { arriveAt, expectNot, follow, linkIn, press, see, unfold } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";

const PATH = "/partnerships/northeast-louisiana-health-care-partnership";
const TABLE = `${PATH}/table`;
const ACTION = "Ask the hospital for six places for clinical practice";

describe("an action plan", () => {
  let site: JourneySite;
  let carla: Visit;
  let editor: Visit;
  beforeAll(async () => {
    site = await openSite();
    [carla, editor] = await Promise.all([site.come(), site.comeAsEditor()]);
  });
  afterAll(async () => {
    for (const one of [carla, editor]) await one?.leave();
    await site?.close();
  });

  it("has a team to begin with", async () => {
    const { page } = carla;
    await page.goto(PATH);
    await follow(page, "Claim this page");
    await signInByMail(site, page, "carla@conveners.test");
    await page.getByLabel("What do you do in the partnership?").fill("I convene it at the workforce board");
    await page.getByLabel("A few words").fill("Ask any of our forty employers.");
    await press(page, "Ask the editors");
    await see(page, "You have asked for this page");
    await editor.page.goto("/desk");
    await follow(editor.page, /asks to look after Northeast Louisiana/);
    await press(editor.page, /^Let .* in$/);
    await nextMail(site, "carla@conveners.test", /^You look after Northeast Louisiana/);
    await page.goto(`${TABLE}/people/new`);
    await page.getByLabel(/^Name/).fill("Ann O’Hara");
    await page.getByLabel(/^E-mail address/).fill("ann@shepherd.test");
    await page.getByLabel(/^Company/).fill("Good Shepherd Hospital");
    await press(page, "Put on the roster");
    await arriveAt(page, "Ann O’Hara");
  });

  it("begins with a priority that business set, and an action with an owner and a day", async () => {
    const { page } = carla;
    await page.goto(`${TABLE}/plan`);
    await expectAccessible(page, { briefly: true });
    await follow(page, "Add a priority");
    await arriveAt(page, "Add a priority");
    await expectAccessible(page, { briefly: true });
    await page.getByLabel("The priority").fill("Grow our own nurses");
    await page.getByLabel(/^Business lead/).fill("Ann O’Hara, Good Shepherd Hospital");
    await press(page, "Add to the plan");
    await see(page, "The priority is in your plan");
    await follow(page, /^Add an action to/);
    await page.getByLabel("What is done").fill(ACTION);
    await page.getByLabel(/^Owner/).fill("Nobody");
    await page.getByLabel(/^Link to the evidence/).fill("not a link");
    await press(page, "Add to the plan");
    await page.getByRole("alert").getByText("does not read like a web address").waitFor();
    await expectAccessible(page, { briefly: true });
    await page.getByLabel(/^Link to the evidence/).fill("");
    await page.getByLabel(/^Owner/).fill("Ann O’Hara");
    await page.getByLabel(/^Due/).fill("2026-01-15");
    await press(page, "Add to the plan");
    await see(page, "One action is past its day");
    await expectAccessible(page);
    await follow(page, "Grow our own nurses");
    await arriveAt(page, "Grow our own nurses");
    await unfold(page, "The team met");
    await page.getByLabel("What came of it").fill("Agreed to call Kearney.");
    await press(page, "Note it");
    await see(page, "Agreed to call Kearney.");
    await expectAccessible(page, { briefly: true });
  });

  it("asks the owner by a letter, who answers from the mailbox with one click, on a phone without script", async () => {
    const { page } = carla;
    await page.goto(`${TABLE}/plan/letters`);
    await expectAccessible(page, { briefly: true });
    await press(page, "Ask them now");
    await see(page, "The letters are on their way");
    const mail = await nextMail(site, "ann@shepherd.test", /^How is it going\?/);
    expect(mail.headers.get("list")).toMatchObject({
      unsubscribe: { url: expect.stringContaining("/plan-answers/") },
    });
    const ann = await site.come({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    await ann.page.goto(linkIn(mail, /say=stuck/));
    await arriveAt(ann.page, /^Your actions for/);
    expect(await ann.page.getByRole("radio", { name: "Stuck" }).isChecked()).toBe(true);
    await expectAccessible(ann.page, { briefly: true, withoutScript: true });
    await ann.page.getByLabel(/^A word about it/).fill("Their chief nurse is away.");
    await press(ann.page, "Tell the team");
    await see(ann.page, "Thank you, Ann");
    await follow(ann.page, "No more of these letters");
    await see(ann.page, "Shall that end?");
    await expectAccessible(ann.page, { briefly: true, withoutScript: true });
    await leaveUntracked(ann);
  });

  it("shows what is stuck first, and celebrates what is done", async () => {
    const { page } = carla;
    await page.goto(`${TABLE}/plan`);
    await see(page, "One action is stuck");
    await see(page, /Their chief nurse is away/);
    await follow(page, ACTION);
    await arriveAt(page, ACTION);
    await expectAccessible(page, { briefly: true });
    await page.getByRole("radio", { name: "Done" }).check();
    await page.getByLabel(/^A word about it/).fill("Ann O’Hara called her deputy.");
    await press(page, "Keep this");
    await see(page, "How it stands is kept");
    await press(page, "Mark as a quick win");
    await page.goto(TABLE);
    await see(page, "Quick win");
    await expectAccessible(page, { briefly: true });
    await page.goto(`${TABLE}/plan/reviews`);
    await press(page, "Keep this version");
    await arriveAt(page, "The plan, version 1");
    await expectAccessible(page, { briefly: true });
  });

  it("is read by others as far as the team says, without a name", async () => {
    const { page } = carla;
    expect((await fetch(`${site.origin}${PATH}/plan`)).status).toBe(404);
    await page.goto(`${TABLE}/plan/shown`);
    await expectAccessible(page, { briefly: true });
    await page.getByRole("radio", { name: /^Priorities with their actions/ }).check();
    await press(page, "Save");
    await see(page, "It is as you chose");
    const reader = await site.come();
    await reader.page.goto(PATH);
    await follow(reader.page, "See the whole plan");
    await arriveAt(reader.page, "What it works on");
    await see(reader.page, ACTION);
    await expectNot(reader.page, /O’Hara|deputy|chief nurse/);
    await expectAccessible(reader.page, { briefly: true });
    await leaveUntracked(reader);
  });

  it("carries what was done into the form with which everybody shares, and names who agreed", async () => {
    const { page } = carla;
    await page.goto(`${TABLE}/plan`);
    await follow(page, ACTION);
    await follow(page, "Turn this into a happening");
    await arriveAt(page, "Turn this into a happening");
    await expectAccessible(page, { briefly: true });
    await page.getByRole("checkbox", { name: /^Ann O’Hara agreed/ }).check();
    await press(page, "Go on");
    await see(page, /Ann O’Hara, Good Shepherd Hospital \(owner\)/);
    await press(page, "Go on to the form");
    await page.waitForURL(/\/share/);
    expect(await page.getByLabel("Title", { exact: true }).inputValue()).toBe(ACTION);
  });

  it("counts its figures from the work, each with how it is counted", async () => {
    const { page } = carla;
    await page.goto(`${TABLE}/figures`);
    await see(page, "100 % (1 of 1)");
    await expectAccessible(page, { briefly: true });
  });
});
