import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { ReceivedMail } from "#kit/smtp.ts";

/** Waits until these words can be seen on the page, and until all of the page is there: words come before styles. */
export async function see(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor();
  await page.waitForLoadState();
}

/** Waits for the page whose own heading this is, with its styles and scripts. */
export async function arriveAt(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await page.waitForLoadState();
}

export async function expectNot(page: Page, words: string | RegExp): Promise<void> {
  expect(await page.getByText(words).filter({ visible: true }).count(), `“${words}” on ${page.url()}`).toBe(
    0,
  );
}

/** Presses the button of this name once the page and its script are there. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.waitForLoadState();
  await page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();
}

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole("link", { name, exact: typeof name === "string" })
    .first()
    .click();
}

/** Opens what is folded away under this title. */
export async function unfold(page: Page, title: string): Promise<void> {
  await page.locator("summary").filter({ hasText: title }).first().click();
}

/** The address in a mail that leads to this part of the site. */
export function linkIn(mail: ReceivedMail, part: RegExp): string {
  const link = (mail.text ?? "").match(/https?:\/\/\S+/g)?.find((address) => part.test(address));
  if (!link) throw new Error(`“${mail.subject}” has no link to ${part}:\n${mail.text}`);
  return link;
}
