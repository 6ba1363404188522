import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { arriveAt, expectNot, follow, linkIn, press, see } from "./testing/look.ts";
import { type JourneySite, openSite } from "./testing/site.ts";
import { makeUpdate, shareAndConfirm } from "./testing/update.ts";

describe.each([
  { how: "with script", javaScriptEnabled: true, state: { code: "ne", name: "Nebraska" } },
  { how: "without script", javaScriptEnabled: false, state: { code: "wy", name: "Wyoming" } },
])("a state lead's morning, $how", ({ javaScriptEnabled, state }) => {
  const email = `lena@${state.code}.test`;
  const update = makeUpdate({
    name: "Gil Amos",
    title: `Night shifts in ${state.name} found their nurses`,
    state: state.name,
    partnership: "Prairie Healthcare Partnership",
  });
  const elsewhere = makeUpdate({ name: "Hal Best", title: `Not from ${state.name}`, state: "Vermont" });
  let site: JourneySite;
  let edith: Visit;
  let lena: Visit;
  let sender: Visit;
  const look = { briefly: true, withoutScript: !javaScriptEnabled };

  beforeAll(async () => {
    site = await openSite();
    [edith, lena, sender] = await Promise.all([
      site.comeAsEditor(),
      site.come({ javaScriptEnabled }),
      site.come(),
    ]);
    for (const { page } of [edith, lena]) page.on("dialog", (dialog) => void dialog.accept());
    await shareAndConfirm(sender.page, site.smtp, update);
    await shareAndConfirm(sender.page, site.smtp, elsewhere);
  });
  afterAll(async () => {
    for (const visitor of [edith, lena, sender]) await visitor?.leave();
    await site?.close();
  });

  const read = async (path: string) => (await fetch(site.origin + path)).text();
  const desk = `/states/${state.code}/lead`;

  async function signIn(page: Page): Promise<void> {
    await page.getByLabel("Your e-mail address").fill(email);
    await page.getByLabel("Your e-mail address").press("Enter");
    await arriveAt(page, "Look in your mailbox");
    const mail = await site.smtp.waitFor(
      ({ subject, recipients }) => /^Your link to sign in/.test(subject ?? "") && recipients.includes(email),
      30_000,
    );
    await page.goto(linkIn(mail, /\/sign-in\//));
    const name = page.getByLabel("Your name");
    if (await name.isVisible()) await name.fill("Lena Lead");
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  }

  it("begins with an invitation by an editor, which she takes up", async () => {
    const { page } = edith;
    await page.goto("/desk/states");
    await expectAccessible(page, { briefly: true });
    await follow(page, state.name);
    await arriveAt(page, `Who leads ${state.name}`);
    await page.getByLabel("Their name").fill("Lena Lead");
    await page.getByLabel("Their e-mail address").fill(email);
    await page.getByRole("radio", { name: /State editor/ }).check();
    await press(page, "Send the invitation");
    await see(page, "The invitation is on its way.");
    await expectAccessible(page, { briefly: true });
    const mail = await site.smtp.waitFor(({ recipients }) => recipients.includes(email), 30_000);
    await lena.page.goto(linkIn(mail, /\/invitations\//));
    await arriveAt(lena.page, "You are invited");
    await lena.page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await signIn(lena.page);
    await arriveAt(lena.page, "You are invited");
    await press(lena.page, "I will look after it");
    await arriveAt(lena.page, `Your desk for ${state.name}`);
  });

  it("shows what waits, each partnership and what its page lacks, and who is there", async () => {
    const { page } = lena;
    await page.goto(desk);
    await see(page, update.title);
    await expectNot(page, elsewhere.title);
    await see(page, /obody looks after (its|their) page/);
    await see(page, "State editor");
    await expectAccessible(page, look);
  });

  it("lets her publish what comes from her state, and nothing else", async () => {
    const { page } = lena;
    await follow(page, "Review updates");
    await arriveAt(page, `Updates from ${state.name}`);
    await expectAccessible(page, look);
    await follow(page, update.title);
    await arriveAt(page, update.title);
    await expectNot(page, "Feature it on the home page");
    await expectAccessible(page, look);
    await press(page, "Publish now");
    await see(page, "Published. It is on the site now.");
    expect(await read(`/states/${state.code}`)).toContain(update.title);
    await follow(page, `Back to: Updates from ${state.name}`);
    await see(page, "Nothing waits");
    const other = await page.goto("/states/vt/review");
    expect(other?.status()).toBe(403);
    expect((await page.goto("/desk"))?.status()).toBe(403);
  });

  it("lets her write the state's page beside how it will read, and bring an earlier version back", async () => {
    const { page } = lena;
    await page.goto(desk);
    await follow(page, "Edit the state’s page");
    await arriveAt(page, `Edit the page of ${state.name}`);
    await expectAccessible(page, look);
    const story = page.getByRole("textbox", { name: "The state’s story" });
    await story.fill(`It all began in ${state.name} with one table.`);
    await story.blur();
    const link = page.getByRole("group", { name: "Link 1" });
    await link.getByLabel("What it is").fill("The state’s own page");
    await link.getByLabel("Address").fill("no address");
    await press(page, "Save");
    await page.getByRole("alert").getByText("The address must start with").waitFor();
    await link.getByLabel("Address").fill("https://partners.example.org/");
    await press(page, "Preview");
    await page.getByRole("region", { name: "Preview" }).getByText("with one table.").waitFor();
    await press(page, "Save");
    await see(page, "Saved.");
    const told = await read(`/states/${state.code}`);
    expect(told).toContain(`It all began in ${state.name} with one table.`);
    expect(told).toContain("https://partners.example.org/");
    await follow(page, "Its earlier versions");
    await arriveAt(page, `Versions of the page of ${state.name}`);
    await see(page, "Lena Lead");
    await expectAccessible(page, look);
    await press(page, /^Restore version 1$/);
    await see(page, "Restored version 1");
    expect(await read(`/states/${state.code}`)).not.toContain("with one table.");
  });

  it("keeps her coaches, whom readers do not see", async () => {
    const { page } = lena;
    await page.goto(desk);
    await follow(page, "List a coach");
    await arriveAt(page, `Coaches in ${state.name}`);
    await page.getByLabel("Name", { exact: true }).fill("Cora Coach");
    await press(page, "Add the coach");
    await see(page, "Cora Coach");
    await expectAccessible(page, look);
    expect(await read(`/states/${state.code}`)).not.toContain("Cora Coach");
  });

  it("shows readers the state's whole story", async () => {
    const { page } = lena;
    await page.goto(`/states/${state.code}`);
    await arriveAt(page, state.name);
    await see(page, update.title);
    await see(page, "This state has a lead, who is not named in public.");
    await expectAccessible(page, look);
    await page.goto("/investments");
    await arriveAt(page, "Investment");
    await expectAccessible(page, look);
    await page.goto("/affiliates");
    await arriveAt(page, "Affiliates");
    await expectAccessible(page, look);
    await follow(page, "Colorado");
    await arriveAt(page, "Colorado");
    await expectAccessible(page, look);
  });
});
