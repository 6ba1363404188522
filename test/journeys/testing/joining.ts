import type { Page } from "playwright-core";
import type { ReceivedMail } from "#kit/smtp.ts";
import { arriveAt, linkIn, press } from "./look.ts";
import type { JourneySite } from "./site.ts";

const MAIL_PATIENCE = 30_000;

/** A mail to this address that comes after `known`, which is what had come before. */
export function nextMail(
  { smtp }: JourneySite,
  to: string,
  subject: RegExp,
  known: readonly ReceivedMail[] = [],
): Promise<ReceivedMail> {
  return smtp.waitFor(
    (mail) => mail.recipients.includes(to) && subject.test(mail.subject ?? "") && !known.includes(mail),
    MAIL_PATIENCE,
  );
}

/** Signs in as whoever reads this mailbox, from a page that asks for an address; who is new here joins by it. */
export async function signInByMail(site: JourneySite, page: Page, email: string): Promise<void> {
  const known = [...site.smtp.messages];
  await page.getByLabel("Your e-mail address").fill(email);
  await press(page, "Send me a link");
  await arriveAt(page, "Look in your mailbox");
  const mail = await nextMail(site, email, /^Your link to sign in/, known);
  await page.goto(linkIn(mail, /\/sign-in\//));
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

/** The cookies of a visitor, as a request carries them. */
export async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
