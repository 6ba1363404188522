import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "#kit/axe.ts";
import { launchChromium, type Visit, visit } from "#kit/chromium.ts";
import { type LaidLaunch, layLaunch } from "#kit/launch-site.ts";
import { type ServerProcess, startServer } from "#kit/server-process.ts";
import { kyselyOn } from "#platform/database/database.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";
import { newStanding, type Standing } from "../proof/testing/standing.ts";
import { arriveAt, press, see, unfold } from "./testing/look.ts";
import { leaveUntracked } from "./testing/site.ts";

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true };
const KEPT = /kept on this phone, and will be sent/;

describe("a launch is held, on phones, a wall and two facilitators' screens", () => {
  let standing: Standing;
  let launch: LaidLaunch;
  let server: ServerProcess;
  let browser: Browser;
  let cora: Visit;
  let finn: Visit;
  let wall: Visit;
  const phones: Visit[] = [];

  beforeAll(async () => {
    standing = await newStanding();
    launch = await standing.look(async (pool) => {
      await migrate(kyselyOn(pool), await readMigrations(join(import.meta.dirname, "../../migrations")));
      return layLaunch(pool, {
        name: "Southwest Wyoming Manufacturing Partnership",
        companies: ["Acme Welding", "Bighorn Steel", "O’Brien & Sons", "مصنع النور"],
        groups: [],
      });
    });
    [server, browser] = await Promise.all([
      startServer({ dataDir: standing.dataDir, env: standing.env }),
      launchChromium(),
    ]);
    cora = await comeAsTeam();
    finn = await comeAsTeam();
    wall = await comeAsTeam({ viewport: { width: 1920, height: 1080 } });
    for (let count = 0; count < 3; count += 1) phones.push(await come(PHONE));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await standing?.clear();
  });

  async function come(options: BrowserContextOptions = {}): Promise<Visit> {
    const visitor = await visit(browser, server.origin, options);
    visitor.page.on("dialog", (dialog) => dialog.accept());
    visitor.context.setDefaultTimeout(30_000);
    return visitor;
  }
  async function comeAsTeam(options: BrowserContextOptions = {}): Promise<Visit> {
    const visitor = await come(options);
    const [name = "", value = ""] = launch.cookie.split("=");
    await visitor.context.addCookies([{ name, value, url: server.origin }]);
    return visitor;
  }
  async function say(page: Page, words: string): Promise<void> {
    await page.getByLabel("An opportunity you see").fill(words);
    await press(page, "Put it on the screen");
  }
  const group = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });
  const grip = (page: Page, words: string) => page.getByRole("button", { name: `Move “${words}”` });

  it("phones put opportunities on the wall, and what is typed without a network arrives when it is back", async () => {
    for (const { page } of [cora, finn]) await page.goto(launch.base);
    await wall.page.goto(`${launch.base}/projector`);
    await arriveAt(wall.page, "Business says where it sees opportunities");
    const [first, second] = phones as [Visit, Visit];
    await first.page.goto("/room");
    await expectAccessible(first.page, { briefly: true });
    await first.page.getByLabel("Code").fill(launch.code.toLowerCase());
    await press(first.page, "Come in");
    await say(first.page, "We cannot find welders");
    await see(first.page, "Received.");
    await see(wall.page, "We cannot find welders");
    await expectAccessible(first.page, { briefly: true });

    await second.page.goto(`/room/${launch.code}`);
    await second.context.setOffline(true);
    await say(second.page, "Half-empty trucks to Denver");
    await see(second.page, KEPT);
    await say(second.page, "Nobody knows what we make");
    await see(second.page, "2 things that you sent are kept");
    await second.context.setOffline(false);
    await see(second.page, "Received.");
    await see(wall.page, "Half-empty trucks to Denver");
    await see(wall.page, "Nobody knows what we make");
    await finn.page.getByLabel("What was said").fill("The machine shop closed");
    await press(finn.page, "Put it on the screen");
    await see(cora.page, "The machine shop closed");
    await see(cora.page, "4 opportunities so far.");
    await expectAccessible(cora.page, { briefly: true });
    await expectAccessible(wall.page, { briefly: true });
  });

  it("two facilitators sort at once, by ticking, by dragging and with the keyboard", async () => {
    await press(cora.page, "Begin grouping");
    await see(finn.page, "Put together what belongs together");
    await see(wall.page, "What belongs together is put together");
    await newGroup(cora.page, ["We cannot find welders"], "Grow our own people");
    await newGroup(finn.page, ["Half-empty trucks to Denver"], "Share freight");
    await group(cora.page, "Share freight").waitFor();
    // Whoever is typing keeps their words while the other's change comes in.
    await finn.page.getByLabel("Title of a new group").fill("Sell to");
    await drag(cora.page, "The machine shop closed", "Grow our own people");
    await group(finn.page, "Grow our own people").getByText("The machine shop closed").waitFor();
    expect(await finn.page.getByLabel("Title of a new group").inputValue()).toBe("Sell to");
    await grip(finn.page, "Nobody knows what we make").focus();
    for (const key of ["Enter", "ArrowRight", "ArrowRight", "Enter"]) await finn.page.keyboard.press(key);
    await group(cora.page, "Share freight").getByText("Nobody knows what we make").waitFor();
    await expectAccessible(cora.page);

    const plain = await comeAsTeam({ javaScriptEnabled: false, viewport: PHONE.viewport });
    await plain.page.goto(launch.base);
    await newGroup(plain.page, ["Nobody knows what we make"], "Sell together");
    await group(plain.page, "Sell together").getByLabel("Title").fill("Sell as one region");
    await group(plain.page, "Sell together").getByRole("button", { name: /^Save/ }).click();
    await group(cora.page, "Sell as one region").getByText("Nobody knows what we make").waitFor();
    await expectAccessible(plain.page, { briefly: true, withoutScript: true });
    await plain.leave();
  });

  async function newGroup(page: Page, sayings: string[], title: string): Promise<void> {
    for (const words of sayings) await page.getByRole("checkbox", { name: words }).check();
    await page.getByLabel("Put the ticked ones into").selectOption("a new group");
    await page.getByLabel("Title of a new group").fill(title);
    await press(page, "Move");
    await group(page, title).waitFor();
  }
  async function drag(page: Page, words: string, to: string): Promise<void> {
    await grip(page, words).scrollIntoViewIfNeeded();
    const from = (await grip(page, words).boundingBox())!;
    const target = (await group(page, to).boundingBox())!;
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(target.x + 40, target.y + 30, { steps: 6 });
    await page.mouse.up();
  }

  it("each company votes once, also by a phone whose network drops and by one without script", async () => {
    const papers = await comeAsTeam();
    await papers.page.goto(`${launch.base}/papers`);
    await see(papers.page, "Our company’s votes");
    await expectAccessible(papers.page, { briefly: true });
    await papers.leave();
    await press(cora.page, "Open the vote");
    await see(wall.page, "Each company gives its votes");
    const [first, second, third] = phones as [Visit, Visit, Visit];
    await third.page.goto(`/room/${launch.code}`);
    await fillBallot(first.page, "Acme Welding", ["Grow our own people", "Share freight"]);
    await expectAccessible(first.page);
    await press(first.page, "Put our votes into the box");
    await arriveAt(first.page, "Your company’s votes are in");
    await expectAccessible(first.page, { briefly: true });
    await see(wall.page, "1 of 4 companies have voted");

    await fillBallot(second.page, "O’Brien & Sons", ["Share freight"]);
    await second.context.setOffline(true);
    await press(second.page, "Put our votes into the box");
    await see(second.page, /votes are kept on this phone/);
    await fillBallot(third.page, "Acme Welding", ["Sell as one region"]);
    await press(third.page, "Put our votes into the box");
    await arriveAt(third.page, "Your company has voted already");
    await second.context.setOffline(false);
    await arriveAt(second.page, "Your company’s votes are in");

    const plain = await come({ ...PHONE, javaScriptEnabled: false });
    await plain.page.goto(`/room/${launch.code}`);
    await press(plain.page, "Put our votes into the box");
    await plain.page.getByRole("alert").getByText("Choose your company.").waitFor();
    await fillBallot(plain.page, "مصنع النور", ["Share freight"]);
    await press(plain.page, "Put our votes into the box");
    await arriveAt(plain.page, "Your company’s votes are in");
    await expectAccessible(plain.page, { briefly: true, withoutScript: true });
    await leaveUntracked(plain);
    await see(wall.page, "3 of 4 companies have voted");
  });

  async function fillBallot(page: Page, company: string, choices: string[]): Promise<void> {
    await page.getByLabel("Your company", { exact: true }).selectOption(company);
    for (const choice of choices) await page.getByRole("checkbox", { name: choice }).check();
  }

  it("a company that walked in is let in, and one with a paper is typed in; then all see the results", async () => {
    const third = phones[2]!.page;
    await third.goto(`/room/${launch.code}`);
    await unfold(third, "My company is not in the list");
    await third.getByLabel("Your company’s name").fill("Laramie Lathes");
    await press(third, "Ask to vote");
    await arriveAt(third, "The facilitator has been asked");
    await press(finn.page, "Let in Laramie Lathes");
    await third.getByRole("link", { name: "Look again" }).click();
    await third.getByRole("link", { name: "Vote now" }).click();
    await third.getByRole("checkbox", { name: "Grow our own people" }).check();
    await press(third, "Put our votes into the box");
    await arriveAt(third, "Your company’s votes are in");

    await press(cora.page, "Close the vote");
    await see(finn.page, "The vote is closed");
    await see(wall.page, "4 of 5 companies have voted");
    await cora.page.getByRole("checkbox", { name: "Bighorn Steel" }).check();
    await cora.page.getByLabel("Share freight").fill("1");
    await cora.page.getByLabel("Sell as one region").fill("1");
    await expectAccessible(cora.page, { briefly: true });
    await press(cora.page, "Put them into the box");
    await see(cora.page, "5 of 5 companies have voted");
    await press(cora.page, "Open the box and show the results");
    const first = phones[0]!.page;
    await first.getByRole("link", { name: "Back to the room" }).click();
    for (const page of [cora.page, finn.page, wall.page, first]) {
      await see(page, "5 companies voted.");
      expect(await page.locator(".tally-votes").allTextContents()).toEqual([
        "4 votes",
        "2 votes",
        "one vote",
      ]);
    }
    await expectAccessible(cora.page, { briefly: true });
    await expectAccessible(wall.page);
  });

  it("people sign up from their phones, and the wall shows with whom", async () => {
    await press(finn.page, "Begin signing up");
    const { page } = phones[0]!;
    await page.getByRole("radio", { name: "Share freight" }).check();
    await page.getByRole("radio", { name: /^Champion/ }).check();
    await page.getByLabel("Your name").fill("Dana O’Neill");
    await page.getByLabel("Your company").fill("Acme Welding");
    await page.getByLabel("Your e-mail address").fill("dana@acme.test");
    await expectAccessible(page, { briefly: true });
    await press(page, "Sign up");
    await see(page, "You are on the list.");
    await see(wall.page, "Dana O’Neill");
    await expectAccessible(wall.page, { briefly: true });
    await press(cora.page, "Close the room");
    await see(page, "Thank you for coming");
    await see(wall.page, "Thank you for your time");
    for (const phone of phones) {
      // That there was no network, a browser says itself.
      const ours = phone.complaints.filter((words) => !words.includes("ERR_INTERNET_DISCONNECTED"));
      phone.complaints.splice(0, phone.complaints.length, ...ours);
      await leaveUntracked(phone);
    }
    for (const visitor of [cora, finn, wall]) await visitor.leave();
  });
});
