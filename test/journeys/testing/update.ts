import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { mp3File, pdfFile, pictureFile } from "#kit/sample-files.ts";
import type { ThrowAwaySmtp } from "#kit/smtp.ts";
import { linkIn, press } from "./look.ts";

/** What somebody shares in these stories. */
export interface Update {
  name: string;
  email: string;
  title: string;
  summary: string;
  /** One paragraph without marks, so that it can be typed anywhere. */
  story: string;
  partnership: string;
  state: string;
  kind: string;
  sector: string;
  credit: string;
}

export function makeUpdate(changes: Partial<Update> & Pick<Update, "name" | "title">): Update {
  const mailbox = changes.name.toLowerCase().replaceAll(" ", ".");
  return {
    email: `${mailbox}@senders.test`,
    summary: "Twelve plants opened their doors to teachers on the same afternoon.",
    story: "It began with a list of questions that the teachers had written down.",
    partnership: "Front Range Manufacturing Partnership",
    state: "Colorado",
    kind: "Quick win",
    sector: "Manufacturing",
    credit: `Shared by ${changes.name}, convener`,
    ...changes,
  };
}

/** The field of this label, and no other whose label begins with the same words. */
const field = (page: Page, label: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${label}( \\(optional\\))?$`) });

export async function fillIn(page: Page, update: Update): Promise<void> {
  await field(page, "Your name").fill(update.name);
  await field(page, "Your e-mail address").fill(update.email);
  await page.getByLabel("Partnership", { exact: true }).fill(update.partnership);
  await page.getByLabel("State", { exact: true }).selectOption(update.state);
  await page.getByRole("radio", { name: update.kind }).check();
  await field(page, "Title").first().fill(update.title);
  await field(page, "Summary").fill(update.summary);
  await writeStory(page, update.story);
  await page.getByRole("checkbox", { name: update.sector, exact: true }).check();
  await field(page, "How shall we credit it\\?").fill(update.credit);
  await page.getByRole("radio", { name: "Yes, if they say where" }).check();
  await page.getByRole("checkbox", { name: /^I / }).check();
}

/** Into the visual editor where script runs, into the plain field where it does not: once it is clear which. */
export async function writeStory(page: Page, words: string): Promise<void> {
  await page.waitForLoadState();
  const story = page.getByRole("textbox", { name: "Story" });
  await story.fill(words);
  await story.blur();
}

/** Files on disk, as somebody has them; a browser that sends a form again reads them again. */
export async function writeSampleFiles(folder: string) {
  const write = async (name: string, bytes: Buffer) => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  return {
    letter: await write("letter.pdf", pdfFile()),
    picture: await write("open-doors.png", await pictureFile("png", 640, 480)),
    recording: await write("talk.mp3", mp3File()),
  };
}

export const chooseFiles = (page: Page, ...paths: string[]) =>
  page.getByLabel(/^(Files|More files)/).setInputFiles(paths);

/** The fields of one file of the form. */
export const fileBlock = (page: Page, name: string) =>
  page.getByRole("group", { name: new RegExp(`: ${name}`) });

/** Sends a whole update in, with no mistake and no file, from a form that has just been opened. */
export async function shareQuickly(page: Page, update: Update): Promise<void> {
  await page.goto("/share");
  await fillIn(page, update);
  await press(page, "Send your update");
  await page.getByRole("heading", { level: 1, name: "One more step" }).waitFor();
}

/** Shares it and confirms it by the mailed link; ends on its status page. */
export async function shareAndConfirm(page: Page, smtp: ThrowAwaySmtp, update: Update): Promise<void> {
  await shareQuickly(page, update);
  const mail = await smtp.waitFor(
    ({ recipients, text }) =>
      recipients.includes(update.email) &&
      /\/share\/confirm\//.test(text ?? "") &&
      text?.includes(update.title) === true,
    30_000,
  );
  await page.goto(linkIn(mail, /\/share\/confirm\//));
  await press(page, "Yes, confirm it");
  await page.getByText("Thank you, it is confirmed.").waitFor();
}
