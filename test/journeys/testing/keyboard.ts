import type { Locator, Page } from "playwright-core";

const MOST_STEPS = 150;

/** Goes from where the focus is to this element as somebody without a mouse does: by Tab, however long it takes. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await page.waitForLoadState();
  await target.waitFor();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} on ${page.url()} cannot be reached in ${MOST_STEPS} steps of the keyboard.`);
}

export async function pressByKey(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** A hand is slower than a frame; the machine that stands in for one here would be faster. */
export const nextFrame = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
