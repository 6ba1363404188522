import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { arriveAt, expectNot, follow, press, see } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";

let site: JourneySite;
beforeAll(async () => {
  // Browsers make passkeys for names only, and the machine itself has one.
  site = await openSite({ host: "localhost" });
});
afterAll(() => site?.close());

/** Comes in by the link in the newest mail. */
async function join(visitor: Visit, email: string): Promise<void> {
  const { page } = visitor;
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill(email);
  await press(page, "Send me a link");
  await arriveAt(page, "Look in your mailbox");
  const { text = "" } = await site.smtp.waitFor(
    (mail) => mail.recipients.includes(email) && Boolean(mail.text?.includes("/sign-in/")),
  );
  await page.goto(text.match(/https?:\/\/\S+\/sign-in\/[\w-]+/)![0]);
  await press(page, "Sign in");
}

async function showAll(page: Page, to: "Members" | "Everyone"): Promise<void> {
  for (const select of await page.locator('select[name^="shown-"]').all())
    await select.selectOption({ label: to });
}

describe.each([
  { script: true, name: "Ana Ruiz", email: "ana@people.test" },
  { script: false, name: "Bo Lindqvist", email: "bo@people.test" },
])("a practitioner, with script: $script", ({ script, name, email }) => {
  const state = script ? "Nebraska" : "Iowa";
  let mine: Visit;
  let other: Visit;
  beforeAll(async () => {
    mine = await site.come({ javaScriptEnabled: script });
    other = await site.come({ javaScriptEnabled: script });
  });
  afterAll(async () => {
    await mine?.leave();
    await other?.leave();
  });

  it("joins, is welcomed, and makes a profile that nobody sees yet", async () => {
    const { page } = mine;
    await join(mine, email);
    await arriveAt(page, /^Welcome/);
    await expectAccessible(page, { briefly: true, withoutScript: !script });
    await follow(page, "Make your profile");
    await arriveAt(page, "Your profile");
    await page.getByLabel("Your name").fill(name);
    await page.getByLabel(/^Your role/).selectOption({ label: "Convener" });
    await page
      .getByLabel(/^State/)
      .first()
      .selectOption({ label: state });
    await page.getByLabel(/^What I can help with/).fill("Welcome letters to plant managers.");
    await expectAccessible(page, { briefly: true, withoutScript: !script });
    await press(page, "Save");
    await see(page, "You are not listed, so only you see it.");
    await other.page.goto("/people?q=plant");
    await expectNot(other.page, name);
  });

  it("lists themselves for members, and sees what a visitor does not", async () => {
    const { page } = mine;
    await page.getByRole("group", { name: "List me in the directory for" }).getByLabel("Members").check();
    await page.getByRole("group", { name: "Who may write to me" }).getByLabel("Members").check();
    if (script) await page.locator("set-audiences").getByRole("button", { name: "Members" }).click();
    else await showAll(page, "Members");
    await press(page, "Save and see how it looks");
    await arriveAt(page, name);
    await see(page, "Welcome letters to plant managers.");
    await follow(page, "As a visitor sees it");
    await arriveAt(page, "You are not listed");
    await other.page.goto("/people?q=plant");
    await expectNot(other.page, name);
  });

  it("is found by a member by state and words, and written to without an address being shown", async () => {
    const { page } = other;
    await join(other, `reader.of.${email}`);
    await arriveAt(page, /^Welcome/);
    await page.goto("/people");
    if (!(await page.getByLabel("State").isVisible())) await page.getByText("Filter this list").click();
    await page.getByLabel("State").selectOption({ label: state });
    await page.getByLabel("Words").fill("plant letters");
    await press(page, "Show results");
    await follow(page, name);
    await arriveAt(page, name);
    await expectAccessible(page, { briefly: true, withoutScript: !script });
    await follow(page, "Write a letter");
    await arriveAt(page, `Write to ${name}`);
    await expectAccessible(page, { briefly: true, withoutScript: !script });
    const words = `How did you begin, ${name}?`;
    await page.getByLabel("Your letter").fill(words);
    await press(page, "Send the letter");
    if (script) await arriveAt(page, "Your letter is on its way");
    else {
      // Without script the quiet check is missing, so an editor looks first.
      await arriveAt(page, "Your letter is here");
      const editing = await site.comeAsEditor();
      await editing.page.goto("/desk?view=doubtful");
      await follow(editing.page, `A letter to ${name}`);
      await see(editing.page, words);
      await expectAccessible(editing.page, { briefly: true });
      await press(editing.page, "Pass it on");
      await see(editing.page, "This letter was passed on");
      await expectNot(editing.page, words);
      await editing.leave();
    }
    const mail = await site.smtp.waitFor(
      (one) => one.recipients.includes(email) && Boolean(one.text?.includes(words)),
    );
    expect(mail.text).toContain(`reader.of.${email}`);
    const copy = await site.smtp.waitFor(
      (one) => one.recipients.includes(`reader.of.${email}`) && Boolean(one.text?.includes(words)),
    );
    expect((copy.text ?? "").replaceAll(`reader.of.${email}`, "")).not.toContain(email);
  });

  it("hides again, and is gone", async () => {
    const { page } = mine;
    await page.goto("/profile");
    await page.getByRole("group", { name: "List me in the directory for" }).getByLabel("Nobody").check();
    await press(page, "Save");
    await see(page, "You are not listed");
    await other.page.goto("/people?q=plant");
    await expectNot(other.page, name);
  });
});

describe("a passkey", () => {
  it("is added on a device, signs in there, and opens nothing once it is removed", async () => {
    const visitor = await site.come();
    const { page, context } = visitor;
    const cdp = await context.newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await join(visitor, "kim@people.test");
    await page.goto("/account");
    await page.getByLabel("A name for this passkey").fill("Work laptop");
    await press(page, "Add a passkey");
    await see(page, "The passkey is added.");
    await expectAccessible(page, { briefly: true });
    await press(page, "Sign out");
    await page.goto("/sign-in?return=/people");
    await press(page, "Sign in with a passkey");
    await arriveAt(page, "People");
    await page.goto("/account");
    await press(page, /Remove Work laptop/);
    await see(page, "The passkey is removed");
    await press(page, "Sign out");
    await page.goto("/sign-in");
    await press(page, "Sign in with a passkey");
    await see(page, "This passkey does not open an account here.");
    await visitor.leave();
  });
});

it("a visitor finds the directory, and is not followed", async () => {
  const visitor = await site.come();
  await visitor.page.goto("/people");
  await arriveAt(visitor.page, "People");
  await expectAccessible(visitor.page, { briefly: true });
  await leaveUntracked(visitor);
});
