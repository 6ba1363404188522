import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium, type Visit, visit } from "#kit/chromium.ts";
import { type LaidLaunch, layLaunch } from "#kit/launch-site.ts";
import { type ServerProcess, startServer } from "#kit/server-process.ts";
import { kyselyOn } from "#platform/database/database.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";
import { newStanding, type Standing } from "../proof/testing/standing.ts";
import { arriveAt, press, see } from "./testing/look.ts";

const GROUPS = ["Grow our own people", "Share freight", "Sell as one region"];
/** Enough to fill a room, few enough for one machine's browser. */
const PHONES = 30;
/** Opened side by side: as many as a small machine can draw at once. */
const SIDE_BY_SIDE = 5;

let standing: Standing;
let launch: LaidLaunch;
let server: ServerProcess;
let browser: Browser;
let facilitator: Visit;
let wall: Visit;
const phones: Visit[] = [];

beforeAll(async () => {
  standing = await newStanding();
  launch = await standing.look(async (pool) => {
    await migrate(kyselyOn(pool), await readMigrations(join(import.meta.dirname, "../../migrations")));
    return layLaunch(pool, {
      name: "Laramie County Manufacturing Partnership",
      companies: Array.from({ length: PHONES }, (_, index) => `Company Number ${index + 1}`),
      groups: GROUPS,
    });
  });
  [server, browser] = await Promise.all([
    startServer({ dataDir: standing.dataDir, env: standing.env }),
    launchChromium(),
  ]);
  [facilitator, wall] = [await comeAsTeam(), await comeAsTeam()];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await standing?.clear();
});

async function comeAsTeam(): Promise<Visit> {
  const visitor = await visit(browser, server.origin);
  visitor.page.on("dialog", (dialog) => dialog.accept());
  const [name = "", value = ""] = launch.cookie.split("=");
  await visitor.context.addCookies([{ name, value, url: server.origin }]);
  return visitor;
}

/** What each phone does, a few side by side. */
async function withEach(deed: (phone: Visit, index: number) => Promise<void>): Promise<void> {
  const waiting = [...phones.entries()];
  const hand = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await deed(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, hand));
}

it(`${PHONES} phones vote, a third of them while the network is away: each company once, and none is lost`, async () => {
  await facilitator.page.goto(launch.base);
  await press(facilitator.page, "Open the vote");
  await wall.page.goto(`${launch.base}/projector`);
  await see(wall.page, "Each company gives its votes");
  for (let count = 0; count < PHONES; count += 1) {
    const phone = await visit(browser, server.origin, { viewport: { width: 390, height: 800 } });
    phone.context.setDefaultTimeout(60_000);
    phones.push(phone);
  }
  const hasLostIt = (index: number) => index % 3 === 0;
  await withEach(async ({ page, context }, index) => {
    await page.goto(`/room/${launch.code}`);
    await page.getByLabel("Your company", { exact: true }).selectOption(`Company Number ${index + 1}`);
    for (const title of GROUPS.slice(index % 2, 2)) await page.getByRole("checkbox", { name: title }).check();
    if (hasLostIt(index)) await context.setOffline(true);
    await press(page, "Put our votes into the box");
    if (hasLostIt(index)) await see(page, /votes are kept on this phone/);
    else await arriveAt(page, "Your company’s votes are in");
  });
  const kept = phones.filter((_, index) => hasLostIt(index)).length;
  await see(wall.page, `${PHONES - kept} of ${PHONES} companies have voted`);
  // All come back in the same moment, as when a router starts again.
  await Promise.all(phones.map(({ context }) => context.setOffline(false)));
  await withEach(async ({ page }) => arriveAt(page, "Your company’s votes are in"));
  await see(wall.page, `${PHONES} of ${PHONES} companies have voted`);
  await press(facilitator.page, "Close the vote");
  await press(facilitator.page, "Open the box and show the results");
  await see(facilitator.page, `${PHONES} companies voted.`);
  // Every phone gave one to the second group, and every other phone one to the first.
  expect(await facilitator.page.locator(".tally-votes").allTextContents()).toEqual([
    `${PHONES} votes`,
    `${PHONES / 2} votes`,
    "no votes",
  ]);
}, 300_000);
