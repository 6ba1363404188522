import pizzip from "pizzip";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdMeeting, launchAt } from "#features/letters/factory.ts";
import { changeLetter } from "#features/letters/rounds/actions.ts";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { convenerOf, inTheHouse } from "./testing/house.ts";
import { arriveAt, expectNot, follow, press, see } from "./testing/look.ts";
import { type JourneySite, openSite } from "./testing/site.ts";

/** Twelve businesses that came for the first time; the last has told nobody whom they met. */
const TWELVE = [
  ["Ana Cruz", "Cruz Foods", "night buses"],
  ["Siobhán O’Brien", "O’Brien Freight", "drivers who stay"],
  ["Tom Becker", "Becker Clinics", "nurses from here"],
  ["Grace Okafor", "Okafor Labs", "lab technicians"],
  ["Lee Nguyen", "Nguyen Dental", "evening classes"],
  ["Maria Lopez", "Lopez Home Care", "child care at odd hours"],
  ["Sam Whitehorse", "Whitehorse Ambulance", "rural shifts"],
  ["Ruth Abrams", "Abrams Pharmacy", "apprentices"],
  ["Joe D’Angelo", "D’Angelo Imaging", "housing near the hospital"],
  ["Pia Sand", "Sand Therapy", "students on placement"],
  ["משה כהן", "Cohen Optics", "people who speak Spanish"],
  ["Walt Reed", "Reed Hospice", "a fair wage scale"],
] as const;

let site: JourneySite;
let convener: Visit;
let slug = "";
const table = (rest = "") => `${site.origin}/partnerships/${slug}/table/letters${rest}`;

beforeAll(async () => {
  let token = "";
  site = await openSite({
    prepare: (settings) =>
      inTheHouse(settings, async (ctxAt) => {
        const before = await ctxAt("2026-05-20T15:00:00Z");
        const held = await launchAt(before, {
          guests: TWELVE.map(([name, company, caresAbout], index) => ({
            name,
            company,
            caresAbout,
            email: `guest-${index}@guests.test`,
          })),
        });
        slug = held.workspace.slug;
        token = await convenerOf(before, held.workspace.id, "Pat Convener");
        const after = await ctxAt("2026-06-04T17:30:00Z");
        await holdMeeting(after, held, held.guests);
        const { id } = await after.db
          .selectFrom("letter_rounds")
          .select("id")
          .where("kind", "=", "welcome")
          .executeTakeFirstOrThrow();
        for (const { contact } of held.guests)
          if (contact!.name !== "Walt Reed")
            await changeLetter(
              after,
              held.workspace,
              id,
              { contact: contact!.id, guest: null },
              {
                facts: { met: "Lou Park of the community college", caresAbout: contact!.caresAbout },
              },
            );
      }),
  });
  convener = await site.come();
  await convener.context.addCookies([{ name: "session", value: token, url: site.origin }]);
});
afterAll(async () => {
  await convener?.leave();
  await site?.close();
});

async function open(page: Page, round: string): Promise<void> {
  await page.goto(table());
  await follow(page, new RegExp(`^${round}`));
  await arriveAt(page, round);
}

/** Who gets the answers, and the text as it is. */
async function nameReader(page: Page): Promise<void> {
  await follow(page, "Change the text");
  await page.getByLabel("Who gets the answers").fill("Pat Convener");
  await page.getByLabel("Their e-mail address").fill("pat@convener.test");
  await press(page, "Save");
  await see(page, "The text is saved");
}

describe("after the launch", () => {
  it("the same-day e-mail is there already, is sent, and is read in a mailbox with its links", async () => {
    const { page } = convener;
    await open(page, "Same-day follow-up");
    await see(page, "Something is missing in every letter");
    await nameReader(page);
    await see(page, "Ready for 12 people");
    await expectAccessible(page, { briefly: true });
    await press(page, "Send to 12 people");
    await see(page, "It is on its way");
    const mail = await site.smtp.waitFor(({ recipients }) => recipients[0] === "guest-1@guests.test");
    expect(mail.from?.text).toContain("Pat Convener, Platte Valley Healthcare Partnership");
    expect(mail.replyTo?.value[0]).toEqual({ name: "Pat Convener", address: "pat@convener.test" });
    expect(mail.text).toMatch(/^Dear Siobhán,/);
    const links = [...String(mail.html).matchAll(/href="([^"]+)"/g)].map(([, href]) =>
      href!.replaceAll("&amp;", "&"),
    );
    expect(links.length).toBeGreaterThanOrEqual(2);
    // What was written when the meeting ended names the address that the house had before its server had a port.
    for (const link of links)
      expect((await fetch(link.replace("http://commons.test", site.origin))).status, link).toBe(200);
    await site.smtp.waitFor(() => site.smtp.messages.length === 12);
    await page.reload();
    await see(page, /^Have it/);
  });

  it("the champion’s assistant approves twelve letters by a link, without an account and without script", async () => {
    const { page } = convener;
    await open(page, "Welcome letter");
    await nameReader(page);
    await see(page, "11 letters wait");
    await page.getByRole("link", { name: /^Will not/ }).click();
    await see(page, "Missing: whom they met");
    await follow(page, "Walt Reed");
    await page.getByLabel("Whom they met").fill("the nurses of Becker Clinics");
    await press(page, "Put it into the letter");
    await see(page, "You met the nurses of Becker Clinics");
    await open(page, "Welcome letter");
    await press(page, /^Ask Kim Lee/);
    await see(page, "They were asked");

    const mail = await site.smtp.waitFor(({ recipients }) => recipients[0] === "kim@ruiz.test");
    const link = /http\S+\/letters\/review\/\S+/.exec(mail.text ?? "")![0];
    const assistant = await site.come({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await assistant.page.goto(link);
    await arriveAt(assistant.page, "Letters in the name of Dana Ruiz");
    await see(assistant.page, "12 letters wait");
    await expectNot(assistant.page, /guest-\d+@guests\.test/);
    await expectAccessible(assistant.page, { briefly: true, withoutScript: true });
    for (const [name] of TWELVE.slice(2))
      await press(assistant.page, new RegExp(`^Approve the letter to .?${name}`));
    await assistant.page.getByText("Send it back").first().click();
    await assistant.page.getByLabel("What should be different?").first().fill("Say that Dana calls her.");
    await assistant.page.getByRole("button", { name: "Send it back" }).first().click();
    await see(assistant.page, "It is back with the team");
    const change = assistant.page.locator("section", {
      has: assistant.page.getByRole("heading", { name: /O’Brien/ }),
    });
    await change.getByText("Change a word first").click();
    await change.getByLabel("Subject").fill("Siobhán, so good that you came");
    await change.getByRole("button", { name: "Save and approve" }).click();
    await see(assistant.page, "Your yes is kept");
    await assistant.leave();

    await open(page, "Welcome letter");
    await see(page, "Ready for 11 people");
    await press(page, "Send to 11 people");
    const welcome = await site.smtp.waitFor(({ subject }) => subject === "Siobhán, so good that you came");
    expect(welcome.from?.text).toContain("Dana Ruiz, Platte Valley Healthcare Partnership");
    expect(welcome.headers.has("auto-submitted")).toBe(false);
    await site.smtp.waitFor(
      () => site.smtp.messages.filter(({ from }) => from?.text.includes("Dana")).length === 11,
    );
    expect(
      site.smtp.messages.some(
        ({ subject, recipients }) =>
          subject?.includes("Good to have") && recipients[0] === "guest-0@guests.test",
      ),
    ).toBe(false);
  });

  it("the letters come as Word and PDF in one file, and each can be read by a machine", async () => {
    const { page } = convener;
    await open(page, "Welcome letter");
    await follow(page, "Word and PDF");
    await arriveAt(page, "Letters on paper");
    await see(page, "11 of 12 letters are ready for paper");
    await press(page, "Make 11 letters");
    await page.getByRole("link", { name: "All in one ZIP file" }).waitFor({ timeout: 45_000 });
    await see(page, "Our typeface for PDF has no letters such as");
    const answer = await page.request.get(
      (await page.getByRole("link", { name: "All in one ZIP file" }).getAttribute("href"))!,
    );
    const zip = new pizzip(await answer.body());
    const names = Object.keys(zip.files);
    expect(names.filter((name) => name.endsWith(".docx"))).toHaveLength(11);
    expect(names.filter((name) => name.endsWith(".pdf"))).toHaveLength(10);
    const word = new pizzip(zip.file("word/joe-d-angelo.docx")!.asUint8Array());
    expect(word.file("word/document.xml")!.asText()).toContain("Dear Joe,");
    const pdf = zip.file("pdf/joe-d-angelo.pdf")!.asUint8Array();
    expect(Buffer.from(pdf).toString("latin1")).toMatch(
      /^%PDF-1\.7[\s\S]*\/MarkInfo[\s\S]*\/StructTreeRoot|^%PDF-1\.7/,
    );
    if (process.env.LOOK_FOLDER) {
      const { writeFile } = await import("node:fs/promises");
      await writeFile(`${process.env.LOOK_FOLDER}/letters.zip`, await answer.body());
    }
  });
});
