import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { arriveAt, expectNot, follow, linkIn, press, see, unfold } from "./testing/look.ts";
import { type JourneySite, leaveUntracked, openSite } from "./testing/site.ts";
import {
  chooseFiles,
  fileBlock,
  fillIn,
  makeUpdate,
  writeSampleFiles,
  writeStory,
} from "./testing/update.ts";

let site: JourneySite;
let files: Awaited<ReturnType<typeof writeSampleFiles>>;
beforeAll(async () => {
  site = await openSite();
  files = await writeSampleFiles(site.folder);
});
afterAll(() => site?.close());

const ways = [
  { way: "with script", javaScriptEnabled: true, sender: "Ana Ruiz", word: "turbines" },
  { way: "without script", javaScriptEnabled: false, sender: "Ben Ode", word: "orchards" },
];
// What a browser does without script is the same whatever the database; both get the same forms.
describe.each(process.env.TEST_POSTGRES_URL ? ways.slice(0, 1) : ways)(
  "an update, shared by somebody $way",
  ({ javaScriptEnabled, sender, word }) => {
    const update = makeUpdate({ name: sender, title: `Teachers saw the ${word}` });
    const mended = "Fourteen plants opened their doors to teachers on the same afternoon.";
    let sharing: Visit;
    let editing: Visit;
    let reading: Visit;
    let statusPath: string;
    let itemPath: string;
    let publicPath: string;
    const questions: string[] = [];
    const look = (briefly = true) => ({ briefly, withoutScript: !javaScriptEnabled });

    beforeAll(async () => {
      [sharing, reading, editing] = await Promise.all([
        site.come({ javaScriptEnabled }),
        site.come({ javaScriptEnabled }),
        site.comeAsEditor({ javaScriptEnabled }),
      ]);
      editing.page.on("dialog", (dialog) => {
        questions.push(dialog.message());
        void dialog.accept();
      });
    });
    afterAll(async () => {
      await editing?.leave();
      for (const guest of [sharing, reading]) if (guest) await leaveUntracked(guest);
    });

    const mailTo = (address: string, subject: RegExp) =>
      site.smtp.waitFor(
        ({ recipients, subject: title }) => recipients.includes(address) && subject.test(title ?? ""),
        30_000,
      );

    it("begins in a form that anyone can use", async () => {
      const { page } = sharing;
      await page.goto("/");
      await follow(page, "Share what worked");
      await arriveAt(page, "Share what worked");
      await expectAccessible(page, look(!javaScriptEnabled));
    });

    it("is told everything that is wrong at once, and loses neither words nor files", async () => {
      const { page } = sharing;
      await fillIn(page, { ...update, email: "ana at home", title: "" });
      await chooseFiles(page, files.letter);
      await press(page, "Send your update");
      await page.getByRole("alert").waitFor();
      expect(await page.title()).toMatch(/^Error: /);
      const problems = page.getByRole("alert").getByRole("link");
      expect(await problems.count()).toBe(2);
      await expectAccessible(page, look());

      const title = page.getByRole("textbox", { name: "Title", exact: true }).first();
      await problems.last().click();
      expect(page.url()).toContain("#field-title");
      if (javaScriptEnabled)
        expect(await title.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await page.getByLabel("Your e-mail address").inputValue()).toBe("ana at home");
      expect(await page.getByRole("radio", { name: update.kind }).isChecked()).toBe(true);
      expect(await page.getByRole("checkbox", { name: /^I / }).isChecked()).toBe(true);
      await see(page, update.story);
      await fileBlock(page, "letter.pdf").waitFor();
      await title.fill(update.title);
      await page.getByLabel("Your e-mail address").fill(update.email);
    });

    if (javaScriptEnabled) {
      it("survives a reload, even of a form that came back", async () => {
        const { page } = sharing;
        await page.reload();
        await see(page, "What you typed here before was put back.");
        expect(await page.getByLabel("Your e-mail address").inputValue()).toBe(update.email);
        expect(await page.getByRole("textbox", { name: "Title", exact: true }).first().inputValue()).toBe(
          update.title,
        );
        await fileBlock(page, "letter.pdf").waitFor();
      });
    }

    it("takes more files and asks for what people need who cannot see or hear them", async () => {
      const { page } = sharing;
      await chooseFiles(page, files.picture, files.recording);
      await press(page, "Add these files and describe them");
      await fileBlock(page, "talk.mp3").waitFor();
      await fileBlock(page, "letter.pdf").getByLabel("What it is").selectOption("Welcome letter");
      await press(page, "Send your update");
      await page.getByRole("alert").waitFor();
      expect(await page.getByRole("alert").getByRole("link").count()).toBe(2);
      await fileBlock(page, "open-doors.png")
        .getByLabel(/^What the picture shows/)
        .fill("An open factory door");
      const recording = fileBlock(page, "talk.mp3");
      await recording.getByLabel(/^Transcript/).fill("Come in, everybody.");
      await recording.getByLabel("Title", { exact: true }).fill("What the plant manager said");
      await expectAccessible(page, look());
    });

    it("can be looked at before it is sent", async () => {
      const { page } = sharing;
      if (javaScriptEnabled) {
        const preview = page.locator("live-preview");
        await preview.getByRole("heading", { name: update.title }).waitFor();
        await preview.getByText(update.story).waitFor();
      } else {
        await page.getByRole("button", { name: "Preview" }).last().click();
        const preview = page.getByRole("region", { name: "Preview: nothing is sent yet" });
        await preview.getByRole("heading", { name: update.title }).waitFor();
        await preview.getByText(update.story).waitFor();
        await expectAccessible(page, look());
      }
    });

    it("is confirmed by a button behind the mailed link, and by nothing less", async () => {
      const { page } = sharing;
      await press(page, "Send your update");
      await arriveAt(page, /look in your mailbox/);
      await see(page, update.email);
      await expectAccessible(page, look());
      const link = linkIn(await mailTo(update.email, /^Please confirm/), /\/share\/confirm\//);
      for (const look of ["a mail scanner", "another one"]) {
        expect((await fetch(link)).status, look).toBe(200);
        await editing.page.goto("/desk");
        await expectNot(editing.page, update.title);
      }

      await page.goto(link);
      await arriveAt(page, "Is this from you?");
      await expectAccessible(page, look());
      await press(page, "Yes, confirm it");
      await arriveAt(page, update.title);
      await see(page, "Thank you, it is confirmed.");
      await see(page, "It waits for an editor to read it.");
      await expectAccessible(page, look(!javaScriptEnabled));
      const received = await mailTo(update.email, /^We have received/);
      statusPath = new URL(linkIn(received, /\/share\/status\//)).pathname;
      expect(new URL(page.url()).pathname).toBe(statusPath);
    });

    it("waits on the desk, where an editor takes it in hand and asks for a change", async () => {
      const { page } = editing;
      await page.goto("/desk");
      const waiting = page.getByRole("listitem").filter({ hasText: update.title });
      await waiting.waitFor();
      // Only what came without script, and so without the quiet check, is marked for a second look.
      expect(await waiting.getByText("Look twice").count()).toBe(javaScriptEnabled ? 0 : 1);
      await expectAccessible(page, look(!javaScriptEnabled));
      await follow(page, update.title);
      await arriveAt(page, update.title);
      itemPath = new URL(page.url()).pathname;
      await expectAccessible(page, look());
      await press(page, "Take it in hand");
      await see(page, "You have this in hand.");

      await sharing.page.goto(statusPath);
      await see(sharing.page, "An editor is reading it.");

      await unfold(page, "Ask the sender for changes");
      await page.getByLabel(/^What should change/).fill("Was it twelve plants, or more?");
      await press(page, "Send the question");
      await see(page, "Your question is on its way to the sender.");
    });

    it("comes back to its sender by mail, who answers and mends it on the status page", async () => {
      const asked = await mailTo(update.email, /^A question about/);
      expect(asked.text).toContain("Was it twelve plants, or more?");
      const { page } = sharing;
      await page.goto(linkIn(asked, /\/share\/status\//));
      await see(page, "The editors wait for you");
      await expectAccessible(page, look());
      await follow(page, "Change it");
      await arriveAt(page, /^Change /);
      await page.getByRole("textbox", { name: "Summary" }).fill(mended);
      await writeStory(page, `${update.story} By the end, every class had a visit.`);
      await page.getByLabel(/^A word to the editor/).fill("Fourteen: two came in late.");
      await expectAccessible(page, look());
      await press(page, "Save and send back");
      await see(page, "Your changes are saved.");
      await see(page, "Fourteen: two came in late.");
    });

    it("shows the editor what is different, and is published", async () => {
      const { page } = editing;
      await page.goto("/desk");
      const waiting = page.getByRole("listitem").filter({ hasText: update.title });
      await waiting.getByText("Changed since you read it").waitFor();
      await follow(page, update.title);
      const changes = page.locator("#changes");
      await changes.getByRole("heading", { name: "Summary" }).waitFor();
      expect(await changes.locator("ins").allTextContents()).toContainEqual(
        expect.stringContaining("Fourteen"),
      );
      expect(await changes.locator("del").allTextContents()).toContainEqual(
        expect.stringContaining("Twelve"),
      );
      await see(page, "Fourteen: two came in late.");
      await press(page, "I have read the changes");
      await expect.poll(() => page.locator("#changes").count()).toBe(0);
      await press(page, "Publish now");
      await see(page, "Published. It is on the site now.");
      if (javaScriptEnabled) expect(questions).toContain("Publish this version now?");
    });

    it("is there for readers on the very next request: list, permalink, feed and search", async () => {
      const list = await fetch(`${site.origin}/happenings`);
      expect(await list.text()).toContain(update.title);
      const feed = await (await fetch(`${site.origin}/happenings.atom?state=co`)).text();
      expect(feed).toContain(update.title);
      expect(feed).toContain(mended);

      const { page } = reading;
      await page.goto("/happenings?sector=manufacturing");
      await page.getByRole("link", { name: update.title, exact: true }).first().click();
      await arriveAt(page, update.title);
      publicPath = new URL(page.url()).pathname;
      await see(page, mended);
      await see(page, "every class had a visit.");
      await see(page, update.credit);
      const picture = page.getByRole("img", { name: "An open factory door" });
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(0);
      await unfold(page, "Transcript of “What the plant manager said”");
      await see(page, "Come in, everybody.");
      expect(await page.locator("audio").count()).toBe(1);
      await expectAccessible(page, look());
      const letter = page.getByRole("link", { name: "letter", exact: true });
      const file = await page.request.get((await letter.getAttribute("href")) ?? "");
      expect([file.status(), file.headers()["content-type"]]).toEqual([200, "application/pdf"]);

      await page.goto("/search");
      await page.getByLabel(/^Words, a place/).fill(word);
      await press(page, "Search");
      await page.getByRole("link", { name: update.title }).waitFor();
    });

    it("tells its sender, by mail and on the status page", async () => {
      const told = await mailTo(update.email, /is published$/);
      expect(new URL(linkIn(told, /\/happenings\//)).pathname).toBe(publicPath);
      const { page } = sharing;
      await page.goto(statusPath);
      expect(await page.getByRole("link", { name: "Read it on the site" }).getAttribute("href")).toBe(
        publicPath,
      );
    });

    it("can be taken back, and is gone at once", async () => {
      const document = await reading.page.goto(publicPath);
      expect(document?.status()).toBe(200);
      const letter = await reading.page
        .getByRole("link", { name: "letter", exact: true })
        .getAttribute("href");

      const { page } = sharing;
      await page.goto(statusPath);
      await follow(page, "Take it back");
      await arriveAt(page, /^Take back/);
      await expectAccessible(page, look());
      await press(page, "Take it back");
      await see(page, "You have taken it back.");

      expect((await fetch(`${site.origin}${publicPath}`)).status).toBe(410);
      expect((await fetch(`${site.origin}${letter}`)).status).toBe(404);
      for (const place of ["/happenings", "/happenings.atom", "/happenings.json", `/search?q=${word}`, "/"]) {
        expect(await (await fetch(`${site.origin}${place}`)).text(), place).not.toContain(update.title);
      }
      await editing.page.goto(itemPath);
      await see(editing.page, "Withdrawn by its sender");
    });
  },
);
