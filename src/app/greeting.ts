import { makeFirstEditorLink } from "#features/people/public.ts";
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
