import { makeFirstEditorLink, signInMailKind } from "#features/people/public.ts";
import type { Mail } from "#platform/mail/mail.ts";
import type { House } from "./house.ts";

/** What the person at the console needs: the address, and a way in while the site has no editor. */
export async function greet(house: House, listening: string): Promise<void> {
  const { siteUrl, postOffice } = house.ground;
  const lines = [`Listening on ${listening}`, `Open ${siteUrl} in a browser.`];
  const first = await makeFirstEditorLink(await house.ctx({ kind: "system", name: "First start" }));
  if (first) {
    lines.push(
      "",
      "Nobody edits this site yet. This link works once, for a day, and makes you its first editor:",
      `  ${siteUrl}${first}`,
    );
  }
  if (!postOffice.delivers) {
    lines.push(
      "",
      "No mail server is set (SMTP_URL), so mail waits on the outbox page and sign-in links are printed here.",
    );
  }
  process.stdout.write(`\n${lines.join("\n")}\n\n`);
}

/**
 * Without a mail server nobody could sign in, not even to read the outbox: the person at the console gets the link.
 * It goes to the terminal alone and never into the log.
 */
export function printSignInLink(mail: Mail): void {
  if (mail.kind !== signInMailKind && mail.kind !== "editor-invitation") return;
  const link = /^https?:\/\/\S+$/m.exec(mail.text)?.[0];
  if (link) process.stdout.write(`\nSign-in link for ${mail.to}:\n  ${link}\n\n`);
}
