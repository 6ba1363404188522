import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { arriveAt, follow, press, see } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";
import { makeUpdate, shareQuickly } from "./testing/update.ts";

describe("the first run, without a mail server", () => {
  const update = makeUpdate({ name: "Cleo Park", title: "A first letter that was read" });
  let site: JourneySite;
  let running: Visit;
  let link: string;
  beforeAll(async () => {
    site = await openSite({ mail: false, afresh: true });
    running = await site.come();
  });
  afterAll(async () => {
    await running?.leave();
    await site?.close();
  });

  it("prints a link that makes whoever opens it the first editor", async () => {
    [, link = ""] = await site.server.printed(/(http:\/\/\S+\/first-editor\/\S+)/);
    const { page } = running;
    await page.goto(link);
    await arriveAt(page, "Become the first editor");
    await expectAccessible(page, { briefly: true });
    await page.getByLabel("Your name").fill("Dana Field");
    await page.getByLabel("Your e-mail address").fill("dana");
    await press(page, "Start editing");
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("Your name").inputValue()).toBe("Dana Field");
    await page.getByLabel("Your e-mail address").fill("dana@editors.test");
    await press(page, "Start editing");
    await arriveAt(page, "Desk");
    await see(page, "Signed in as Dana Field");
    const [session, ...more] = await running.context.cookies();
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
    expect(more).toEqual([]);
  });

  it("tells everybody else kindly that the link is used up", async () => {
    const late = await site.come();
    const answer = await late.page.goto(link);
    expect(answer?.status()).toBe(410);
    await arriveAt(late.page, "This link has been used already");
    await expectAccessible(late.page, { briefly: true });
    await follow(late.page, "Sign in");
    await arriveAt(late.page, "Sign in");
    await leaveUntracked(late);
  });

  it("opens on a site that is filled already", async () => {
    const guest = await site.come();
    await guest.page.goto("/");
    await see(guest.page, "Latest from the field");
    await see(guest.page, "Five Nebraska partnerships in one newsletter");
    await see(guest.page, "With thanks to our sponsors");
    await follow(guest.page, "See what’s happening");
    await see(guest.page, /^1\d happenings, newest first$/);
    await leaveUntracked(guest);
  });

  it("keeps mail in the outbox, where an editor can read it and pass it on", async () => {
    const sender = await site.come();
    await shareQuickly(sender.page, update);
    await leaveUntracked(sender);

    const { page } = running;
    await page.goto("/desk");
    await follow(page, "outbox");
    await arriveAt(page, "Outbox");
    await see(page, "Mail does not leave this site");
    await expectAccessible(page, { briefly: true });
    await follow(page, /^Please confirm your update/);
    await see(page, "Kept here");
    await see(page, `Dear ${update.name},`);
    const mail = await page.locator(".as-typed").textContent();
    const confirm = /http\S+\/share\/confirm\/\S+/.exec(mail ?? "")?.[0] ?? "";

    const again = await site.come();
    await again.page.goto(confirm);
    await press(again.page, "Yes, confirm it");
    await see(again.page, "Thank you, it is confirmed.");
    await leaveUntracked(again);
    await page.goto("/desk");
    await see(page, update.title);
  });

  it("prints sign-in links on the console, which work once", async () => {
    const { page } = running;
    await press(page, "Sign out");
    await page.goto("/desk");
    await arriveAt(page, "Sign in");
    await page.getByLabel("Your e-mail address").fill("dana@editors.test");
    await press(page, "Send me a link");
    await arriveAt(page, "Look in your mailbox");
    const [, signIn = ""] = await site.server.printed(/Sign-in link for dana@editors\.test:\s+(http\S+)/);
    await page.goto(signIn);
    await arriveAt(page, "One more step");
    await press(page, "Sign in");
    await arriveAt(page, "Desk");

    const thief = await site.come();
    expect((await thief.page.goto(signIn))?.status()).toBe(410);
    await arriveAt(thief.page, "This link has been used already");
    await leaveUntracked(thief);
  });
});
