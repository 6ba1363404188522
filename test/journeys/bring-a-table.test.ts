import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvLine } from "#base/csv.ts";
import { expectAccessible } from "#kit/axe.ts";
import type { Visit } from "#kit/chromium.ts";
import { workbookOf } from "#platform/spreadsheets/factory.ts";
import { sheetRows } from "#platform/spreadsheets/read.ts";
import { arriveAt, expectNot, follow, press, see, unfold } from "./testing/look.ts";
import { type JourneySite, openSite } from "./testing/site.ts";

const ROWS = 500;
/** The file's own line of headings is row 1. */
const FIRST = 2;
const HEADINGS = [
  "name",
  "states",
  "counties",
  "sectors",
  "stage",
  "stage_since",
  "academy_on",
  "launched_on",
  "website",
  "setting",
  "summary",
];
const column = (heading: string) => HEADINGS.indexOf(heading);

/** What is wrong, each twice, and the words that say so beside the cell. */
const SLIPS: { heading: string; cell: string; words: string }[] = [
  { heading: "name", cell: "", words: "A new partnership needs a name." },
  { heading: "states", cell: "XX", words: "“XX” is no state." },
  { heading: "counties", cell: "48001", words: "48001" },
  { heading: "sectors", cell: "alchemy", words: "No sector is called “alchemy”." },
  { heading: "stage", cell: "sleepy", words: "“sleepy” is none of:" },
  { heading: "stage_since", cell: "2098", words: "This is still to come." },
  { heading: "launched_on", cell: "2011", words: "would be before the academy" },
  { heading: "academy_on", cell: "in spring", words: "“in spring” is no date here." },
  { heading: "website", cell: "=HYPERLINK(1)", words: "The website must be a web address" },
  { heading: "setting", cell: "suburban", words: "“suburban” is none of: rural, metro, both." },
];
const BAD = SLIPS.length * 2;

/** Postal codes with their FIPS codes: states whose first three counties have the codes 001, 003 and 005. */
const STATES =
  "AL01 AZ04 AR05 CA06 CO08 DE10 FL12 GA13 ID16 IL17 IN18 IA19 KS20 KY21 LA22 ME23 MD24 MA25 MI26 MN27 MS28 MO29 MT30 NE31 NH33 NJ34 NM35 NY36 NC37 ND38 OH39 OK40 OR41 PA42 RI44 SC45 TN47 TX48 UT49 VT50 WA53 WV54 WI55 WY56".split(
    " ",
  );

function good(index: number): string[] {
  const state = STATES[index % STATES.length]!;
  const county = `${state.slice(2)}00${1 + 2 * (index % 3)}`;
  return [
    index === 0 ? "Cañon City Timber Partnership" : `Prairie Partnership ${index}`,
    index === 0 ? "CO" : state.slice(0, 2),
    index === 0 ? "08043" : county,
    index % 2 === 0 ? "manufacturing" : "healthcare",
    "active",
    "2018-10",
    "2018-03",
    "2018-10-04",
    "https://example.org/prairie",
    "rural",
    "The sawmills’ own table.",
  ];
}

const isBad = (index: number) => index % 25 === 7;

const rows = Array.from({ length: ROWS }, (_, index) => {
  const cells = good(index);
  const slip = isBad(index) && SLIPS[Math.floor(index / 25) % SLIPS.length];
  if (slip) cells[column(slip.heading)] = slip.cell;
  return cells;
});

/** Bytes as a spreadsheet program of this country writes them that knows no Unicode. */
const inWindows1252 = (text: string) => Buffer.from(text.replaceAll("’", "\u0092"), "latin1");

describe("an editor brings a table of 500 partnerships", () => {
  let site: JourneySite;
  let editor: Visit;
  let plain: Visit;
  let known = 0;

  beforeAll(async () => {
    site = await openSite();
    editor = await site.comeAsEditor({ acceptDownloads: true });
    plain = await site.comeAsEditor({ javaScriptEnabled: false });
    known = await partnershipsFound("");
  });
  afterAll(async () => {
    for (const one of [editor, plain]) await one?.leave();
    await site?.close();
  });

  async function partnershipsFound(q: string): Promise<number> {
    const answer = await fetch(`${site.origin}/api/v1/partnerships?${new URLSearchParams({ q })}`);
    return ((await answer.json()) as { total: number }).total;
  }

  async function bring(page: Page, file: string): Promise<void> {
    await page.goto("/desk/exchange/partnerships");
    await page.getByLabel("The table").setInputFiles(file);
    await press(page, "Try it out");
  }

  async function download(page: Page, link: string): Promise<string> {
    const [file] = await Promise.all([page.waitForEvent("download"), follow(page, link)]);
    return file.path();
  }

  it("tries it out, and sees at its row and cell what is wrong", async () => {
    const { page } = editor;
    await page.goto("/desk");
    await unfold(page, "Your tools");
    await follow(page, "Tables in and out");
    await arriveAt(page, "Tables in and out");
    await expectAccessible(page, { briefly: true });
    const file = join(site.folder, "prairie.csv");
    await writeFile(file, inWindows1252([HEADINGS, ...rows].map((cells) => csvLine(cells)).join("")));
    await follow(page, "Partnerships");
    await arriveAt(page, "Partnerships");
    await expectAccessible(page, { briefly: true });
    await bring(page, file);
    await see(page, `${ROWS - BAD} rows would be added and 0 rows changed. Nothing has happened yet.`);
    await see(page, `${BAD} rows are refused`);
    await expectAccessible(page);
    await follow(page, /^Refused/);
    await page.waitForURL(/show=refused/);
    for (const [index, { heading, words }] of SLIPS.entries()) {
      const number = FIRST + 7 + 25 * index;
      const row = page
        .getByRole("row")
        .filter({ has: page.getByRole("cell", { name: `${number}`, exact: true }) });
      await row.getByText(words).first().waitFor();
      if (heading === "name") continue;
      const cell = `${String.fromCharCode(65 + column(heading))}${number} (${heading}):`;
      expect(await row.getByText(cell).count(), cell).toBe(1);
    }
    await expectAccessible(page, { briefly: true });
    expect(await partnershipsFound("")).toBe(known);
  });

  it("takes in the good rows, and finds one on the list and on the map", async () => {
    const { page } = editor;
    await press(page, `Take in the ${ROWS - BAD} rows and leave ${BAD} out`);
    await see(page, `${ROWS - BAD} new, 0 changed, ${BAD} left out because they were refused.`);
    await expectAccessible(page, { briefly: true });
    expect(await partnershipsFound("")).toBe(known + ROWS - BAD);

    const reader = await site.come();
    await reader.page.goto("/partnerships?q=canon+timber");
    await follow(reader.page, "Cañon City Timber Partnership");
    await arriveAt(reader.page, "Cañon City Timber Partnership");
    await see(reader.page, "The sawmills’ own table.");
    await see(reader.page, "Fremont County, Colorado");
    await expectAccessible(reader.page, { briefly: true });
    await reader.page.goto("/map?state=co");
    await reader.page
      .getByRole("link", { name: /Cañon City Timber Partnership/ })
      .first()
      .waitFor();
    await reader.page.goto("/map?state=ne");
    await arriveAt(reader.page, "Partnerships in Nebraska");
    await expectAccessible(reader.page, { briefly: true });
    await reader.leave();
  });

  it("mends the refused rows in the file that names them, and sends it again, without script", async () => {
    await editor.page.goto("/desk/exchange");
    await follow(editor.page, "prairie.csv");
    const refused = await readFile(await download(editor.page, "The refused rows (Excel)"));
    const sheet: string[][] = [];
    for await (const { cells } of sheetRows(refused)) sheet.push(cells);
    const [headings = [], ...left] = sheet;
    const mended = left.map((cells) => {
      const index = Number(cells[headings.indexOf("row_in_file")]) - FIRST;
      return headings.map((heading, place) => good(index)[column(heading)] ?? cells[place] ?? "");
    });
    const file = join(site.folder, "mended.xlsx");
    await writeFile(file, await workbookOf([headings, ...mended]));
    const { page } = plain;
    await bring(page, file);
    await expect
      .poll(async () => (await page.reload()) && page.getByText("Each row is being tried out").count())
      .toBe(0);
    await see(page, `${BAD} rows would be added and 0 rows changed.`);
    await expectAccessible(page, { briefly: true, withoutScript: true });
    await press(page, `Take in ${BAD} rows`);
    await expect
      .poll(async () => (await page.reload()) && page.getByText(`${BAD} new, 0 changed.`).count())
      .toBe(1);
    expect(await partnershipsFound("")).toBe(known + ROWS);
  });

  it("takes all of it out, and brought back nothing of it is new or changed", async () => {
    const { page } = editor;
    for (const { link, name } of [
      { link: "Excel (.xlsx)", name: "out.xlsx" },
      { link: "CSV", name: "out.csv" },
    ]) {
      await page.goto("/desk/exchange/partnerships");
      const saved = await download(page, link);
      const bytes = await readFile(saved);
      let count = -1;
      for await (const _ of sheetRows(bytes)) count += 1;
      expect(count, name).toBe(known + ROWS);
      const file = join(site.folder, name);
      await writeFile(file, bytes);
      await bring(page, file);
      await see(page, "No row is new, and none changes anything.");
      await expectNot(page, /rows? (is|are) refused/);
      await page.getByRole("link", { name: `Unchanged ${known + ROWS}` }).waitFor();
    }
    await expectAccessible(page, { briefly: true });
  });
});
