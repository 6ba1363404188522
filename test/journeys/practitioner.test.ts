import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { cookieOf, nextMail, signInByMail } from "./testing/joining.ts";
import { arriveAt, expectNot, follow, linkIn, press, see } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";

const ADDRESS = "ana@mailbox.test";
const PATH = "/people/ana-ruiz";
const HELP = "A training room that four hospitals share, with the looms that were there before.";

describe("a practitioner", () => {
  let site: JourneySite;
  let ana: Visit;
  let ben: Visit;
  let guest: Visit;
  let anaPlain: Visit;
  /** Every page on which somebody writes to Ana or hears of it. */
  const writersSaw: string[] = [];

  beforeAll(async () => {
    site = await openSite();
    [ana, ben, guest] = await Promise.all([
      site.come(),
      site.come({ javaScriptEnabled: false }),
      site.come(),
    ]);
  });
  afterAll(async () => {
    for (const one of [ana, ben, anaPlain]) await one?.leave();
    if (guest) await leaveUntracked(guest);
    await site?.close();
  });

  /** Where somebody finds her, on the very next request. */
  async function foundBy(reader?: Visit): Promise<string[]> {
    const headers = reader ? { cookie: await cookieOf(reader.page) } : undefined;
    const found: string[] = [];
    for (const path of ["/people", "/people?q=looms", "/search?q=looms", "/api/v1/people", "/sitemap.xml"]) {
      const answer = await fetch(site.origin + path, { headers: headers ?? {} });
      expect(answer.status, path).toBe(200);
      const text = await answer.text();
      if (text.includes("Ana Ruiz") || text.includes("ana-ruiz")) found.push(path);
    }
    for (const path of [PATH, `/api/v1${PATH}`])
      if ((await fetch(site.origin + path, { headers: headers ?? {} })).status === 200) found.push(path);
    return found;
  }

  /** Says who sees each part, where it is not what all parts were just set to. */
  const showPart = (page: Page, part: string, audience: string) =>
    page.getByLabel(`Who sees ${part}`).selectOption(audience);

  async function save(page: Page): Promise<void> {
    await press(page, "Save");
    await see(page, "Your profile is saved");
  }

  it("joins by a link from the mail, and is welcomed", async () => {
    const { page } = ana;
    await page.goto("/");
    await page.getByRole("contentinfo").getByRole("link", { name: "Sign in" }).click();
    await arriveAt(page, "Sign in");
    await signInByMail(site, page, ADDRESS);
    await arriveAt(page, /^Welcome/);
    await expectAccessible(page);
    await page.getByLabel("Your state").selectOption("Nebraska");
    await press(page, "Show me");
    await page.getByRole("link", { name: "Nebraska: partnerships, happenings" }).waitFor();
    await ben.page.goto("/sign-in");
    await signInByMail(site, ben.page, "ben.ode@mailbox.test");
    await arriveAt(ben.page, /^Welcome/);
  });

  it("makes a profile, which nobody sees", async () => {
    const { page } = ana;
    await follow(page, "Make your profile");
    await arriveAt(page, "Your profile");
    await page.getByLabel("Your name", { exact: true }).fill("");
    await page.getByLabel(/^What I can help with/).fill(HELP);
    await press(page, "Save");
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel(/^What I can help with/).inputValue()).toBe(HELP);
    await page.getByLabel("Your name", { exact: true }).fill("Ana Ruiz");
    await page.getByLabel(/^Your role/).selectOption("Convener");
    await page.getByLabel(/^Your organization/).fill("Platte Workforce Board");
    await page.getByLabel("State (optional)", { exact: true }).selectOption("Nebraska");
    await page.getByRole("checkbox", { name: "Healthcare", exact: true }).check();
    await page.getByRole("checkbox", { name: "Prepare to launch", exact: true }).check();
    await page.getByLabel(/^What I am looking for/).fill("Somebody who has asked champions twice.");
    await expectAccessible(page);
    await save(page);
    await see(page, "You are not listed, so only you see it.");
    expect(await foundBy()).toEqual([]);
    expect(await foundBy(ben)).toEqual([]);
  });

  it("is listed for members, and then for everyone, each part as she says", async () => {
    const { page } = ana;
    await page
      .getByRole("group", { name: "List me in the directory for" })
      .getByRole("radio", { name: /^Members/ })
      .check();
    await page.locator("set-audiences").getByRole("button", { name: "Members" }).click();
    await save(page);
    await see(page, "Members find you in the directory now.");
    expect(await foundBy(ben)).toEqual(["/people", "/people?q=looms", "/search?q=looms", PATH]);
    expect(await foundBy()).toEqual([]);
    await ben.page.goto(PATH);
    await see(ben.page, "Somebody who has asked champions twice.");
    await expectAccessible(ben.page, { briefly: true, withoutScript: true });

    await page
      .getByRole("group", { name: "List me in the directory for" })
      .getByRole("radio", { name: /^Everyone/ })
      .check();
    await page
      .getByRole("group", { name: "Who may write to me" })
      .getByRole("radio", { name: /^Everyone/ })
      .check();
    await page.locator("set-audiences").getByRole("button", { name: "Everyone" }).click();
    await showPart(page, "what you are looking for", "Members");
    await press(page, "Save and see how it looks");
    await arriveAt(page, "Ana Ruiz");
    await expectAccessible(page, { briefly: true });
    await follow(page, "As a visitor sees it");
    await expectNot(page, "Somebody who has asked champions twice.");
    await see(page, HELP);
    expect(await foundBy()).toHaveLength(7);
  });

  it("is found by sector, phase, place and what she can help with", async () => {
    const { page } = guest;
    await page.goto("/");
    await page.getByRole("link", { name: "People", exact: true }).first().click();
    await arriveAt(page, "People");
    await expectAccessible(page, { briefly: true });
    const ask = async (label: string, option: string, expected: number) => {
      await page.goto("/people");
      await page.getByLabel(label).selectOption(option);
      await press(page, "Show results");
      await page.waitForURL(/\?/);
      await page.waitForLoadState();
      expect(await page.getByRole("article").filter({ hasText: "Ana Ruiz" }).count(), option).toBe(expected);
    };
    await ask("Sector", "Healthcare", 1);
    await ask("Sector", "Manufacturing", 0);
    await ask("Works now on", "Prepare to launch", 1);
    await ask("State", "Texas", 0);
    await see(page, "Nobody here fits all of that");
    await expectAccessible(page, { briefly: true });
    await ask("State", "Nebraska", 1);
    await page.getByLabel(/^Words/).fill("shared training rooms");
    await press(page, "Show results");
    await page.waitForURL(/q=shared/);
    await expectAccessible(page, { briefly: true });
    await follow(page, "Ana Ruiz");
    await arriveAt(page, "Ana Ruiz");
    await expectNot(page, "Somebody who has asked champions twice.");
    await expectAccessible(page);
    writersSaw.push(await page.content());
  });

  it("is written to by a guest, who confirms it in their own mailbox", async () => {
    const { page } = guest;
    await follow(page, "Write a letter");
    await arriveAt(page, "Write to Ana Ruiz");
    await page.getByLabel("Your name").fill("Gil Amos");
    await page.getByLabel("Your e-mail address").fill("gil at home");
    await page.getByLabel("Your letter").fill("How did four hospitals agree on one room?");
    await press(page, "Send the letter");
    await page.getByRole("alert").waitFor();
    await expectAccessible(page);
    await page.getByLabel("Your e-mail address").fill("gil@writers.test");
    await press(page, "Send the letter");
    await arriveAt(page, "Look in your mailbox");
    writersSaw.push(await page.content());
    const asked = await nextMail(site, "gil@writers.test", /^Please confirm your letter/);
    // Mail scanners open links too; that alone passes nothing on.
    const link = linkIn(asked, /\/letters\/confirm\//);
    expect((await fetch(link)).status).toBe(200);
    await page.goto(link);
    await arriveAt(page, "Your letter to Ana Ruiz");
    await expectAccessible(page, { briefly: true });
    expect(site.smtp.messages.filter(({ text }) => text?.includes("four hospitals agree"))).toEqual([]);
    await press(page, "Pass my letter on");
    await arriveAt(page, "Your letter is on its way");
    writersSaw.push(await page.content());
    const letter = await nextMail(site, ADDRESS, /^Gil Amos writes to you/);
    expect(letter.text).toContain("How did four hospitals agree on one room?");
    expect(letter.replyTo?.value.map(({ address }) => address)).toEqual(["gil@writers.test"]);
  });

  it("is written to by a member without script, whose letter an editor looks at first", async () => {
    const { page } = ben;
    await page.goto(PATH);
    await follow(page, "Write a letter");
    await see(page, "You write as");
    await expectAccessible(page, { briefly: true, withoutScript: true });
    await page.getByLabel("Your letter").fill("May I come and see the room?");
    await press(page, "Send the letter");
    await arriveAt(page, "Your letter is here");
    await expectAccessible(page, { briefly: true, withoutScript: true });
    writersSaw.push(await page.content());
    const editor = await site.comeAsEditor();
    await editor.page.goto("/desk");
    await follow(editor.page, "A letter to Ana Ruiz");
    await see(editor.page, "May I come and see the room?");
    await expectAccessible(editor.page, { briefly: true });
    await expectNot(editor.page, ADDRESS);
    await press(editor.page, "Pass it on");
    await nextMail(site, ADDRESS, /^ben\.ode writes to you/);
    await nextMail(site, "ben.ode@mailbox.test", /^Your letter to Ana Ruiz/);
    await editor.leave();
  });

  it("shows her address nowhere in what the writers get", async () => {
    await nextMail(site, "gil@writers.test", /^Your letter to Ana Ruiz/);
    const toWriters = site.smtp.messages.filter(({ recipients }) => !recipients.includes(ADDRESS));
    expect(toWriters.length).toBeGreaterThanOrEqual(4);
    for (const { subject, headerLines, text, html } of toWriters)
      expect(JSON.stringify({ headerLines, text, html }), subject).not.toContain(ADDRESS);
    for (const page of writersSaw) expect(page).not.toContain(ADDRESS);
  });

  it("hides again, without script, and is gone at once", async () => {
    anaPlain = await site.come({ javaScriptEnabled: false });
    await anaPlain.context.addCookies(await ana.context.cookies());
    const { page } = anaPlain;
    await page.goto("/account");
    await follow(page, "In your profile");
    await arriveAt(page, "Your profile");
    await expectAccessible(page, { briefly: true, withoutScript: true });
    await page
      .getByRole("group", { name: "List me in the directory for" })
      .getByRole("radio", { name: /^Nobody/ })
      .check();
    await save(page);
    expect(await foundBy()).toEqual([]);
    expect(await foundBy(ben)).toEqual([]);
    await guest.page.goto(`${PATH}/letter`);
    await arriveAt(guest.page, /not/);
    await expectNot(guest.page, "Ana Ruiz");
  });
});
