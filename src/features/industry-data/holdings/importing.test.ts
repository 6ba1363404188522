import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { figureFile, figureText, put, rowsWhere, zipped } from "#kit/figure-files.ts";
import { type FigureStore, openFigureStore } from "#platform/figures/store.ts";
import { openWorkbench, type Workbench } from "#platform/figures/workbench.ts";
import { depthsOf } from "../analysis/periods.ts";
import type { Findings } from "./findings.ts";
import { type Holdings, holdings } from "./holdings.ts";
import { type ImportTask, importFigures } from "./importing.ts";
import { lookAt } from "./looking.ts";

// An import is made at the lowest priority, so beside other tests it gets the processor when nobody else wants it.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let figures: FigureStore;
let imports = 0;

/** An import costs a process, so what many tests begin with is imported once, and each has a copy of it. */
const BEGINNINGS = {
  wyoming: ["wyoming-2015-2016"],
  pickaway: ["39129-2020", "39129-2023"],
  capital: ["dc-2015-2016", "us-2016-reconstructed"],
} as const;
const made = new Map<string, Promise<Findings>>();
let shelf: string;

beforeAll(async () => {
  shelf = await mkdtemp(join(tmpdir(), "figures-begun-"));
});
afterAll(() => rm(shelf, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "figures-"));
  figures = openFigureStore({ folder: join(folder, "held") });
});
afterEach(async () => {
  await figures.close();
  await rm(folder, { recursive: true, force: true });
});

type Taken = Partial<Pick<ImportTask, "deepest" | "also">>;

async function take(...files: { path: string; name: string }[]): Promise<Findings> {
  return takeInto(figures, files);
}

async function takeInto(
  store: FigureStore,
  files: readonly { path: string; name: string }[],
  taken: Taken = {},
): Promise<Findings> {
  imports += 1;
  const { findings } = await importFigures({
    ...taken,
    figures: store,
    files,
    id: `set-${imports}`,
    now: new Date("2018-03-01T15:00:00Z"),
    goOn: () => true,
  });
  return findings;
}

/** Lets the figures of this test begin with these files, imported; answers what was found in them. */
async function beginWith(name: keyof typeof BEGINNINGS): Promise<Findings> {
  const place = join(shelf, name);
  const begin = async () => {
    const store = openFigureStore({ folder: place });
    const findings = await takeInto(store, BEGINNINGS[name].map(figureFile));
    await store.close();
    return findings;
  };
  const begun = made.get(name) ?? begin();
  made.set(name, begun);
  const findings = await begun;
  await cp(place, join(folder, "held"), { recursive: true });
  return findings;
}

interface Cell {
  area: string;
  digits: number;
  industry: string;
  parent: string | null;
  ownership: number;
  establishments: number;
  jobs: number | null;
  wages: number | null;
  withheld: boolean;
  low: number;
  high: number | null;
}

async function held(): Promise<Holdings> {
  const all = await holdings({ figures });
  if (!all) throw new Error("Nothing is held.");
  return all;
}

async function cells(period: string, where = "true"): Promise<Cell[]> {
  const file = (await held()).period(period)?.path ?? "";
  return figures.rows<Cell>(`select * from read_parquet({file}) where ${where}`, { paths: { file } });
}

const keyOf = ({ area, industry, ownership }: Cell) => `${area} ${industry} ${ownership}`;

describe("figures as they come", () => {
  test("four quarters of a county are its year, to the job and the dollar, and each is a period of its own", async () => {
    await beginWith("wyoming");
    const annual = await cells("2016", "area = '56033'");
    await take(figureFile("56033-2016-quarters"));
    const made = await cells("2016", "area = '56033'");
    expect(made).toEqual(annual);
    expect((await held()).periods.map(({ period }) => period)).toEqual([
      "2015",
      "2016",
      "2016q1",
      "2016q2",
      "2016q3",
      "2016q4",
    ]);
    const quarter = (await figureText("56033-2016-quarters"))
      .split("\n")
      .map((row) => row.replaceAll('"', ""))
      .find((row) => /^56033,0,10,70,0,2016,1,/.test(row))!;
    const months = /,(\d+),(\d+),(\d+),(\d+),\d+,\d+,\d+,\d+,,1\.00/.exec(quarter)?.slice(2, 5).map(Number);
    const [total] = await cells("2016q1", "digits = 0 and ownership = 0");
    expect(total?.jobs).toBe(Math.round(months!.reduce((sum, month) => sum + month, 0) / 3));
  });

  test("three quarters of a county are three periods and no year, and one county of many is no state", async () => {
    const text = await figureText("56033-2016-quarters");
    const three = rowsWhere(text, (row) => row[6] !== '"4"');
    await take(await put(folder, "three.csv", three));
    expect((await held()).periods.map(({ period }) => period)).toEqual(["2016q1", "2016q2", "2016q3"]);
    expect(await cells("2016q1", "geography = 'state'")).toEqual([]);
  });

  test("a ZIP of files by area, quoted, with titles and the old name of a column, gives what plain files give", async () => {
    const plain = await figureText("39129-2020");
    await beginWith("pickaway");
    const first = await cells("2020");
    const [head = "", ...rows] = plain.trim().split("\n");
    const titled = [
      head
        .replace("annual_avg_estabs,", "annual_avg_estabs_count,")
        .replace("disclosure_code,", "disclosure_code,area_title,"),
      ...rows.map((row) =>
        row.replace(/^((?:[^,]*,){8})/, '$1"Pickaway County, Ohio",').replace(/^(\d+)/, '"$1"'),
      ),
    ].join("\r\n");
    const archive = await zipped({
      "2020.annual.by_area/2020.annual 39129 Pickaway County, Ohio.csv": `\uFEFF${titled}\r\n`,
      "2020.annual.by_area/readme.txt": "Not a table.",
    });
    const findings = await take(await put(folder, "2020_annual_by_area.zip", archive));
    expect(await cells("2020")).toEqual(first);
    expect(findings.periods[0]?.replaces).toEqual(["39129"]);
    expect(findings.files[0]?.layouts).toEqual(["annual averages, by area with titles"]);
  });

  test("a file of two years gives both, and says so", async () => {
    const findings = await beginWith("wyoming");
    expect(findings.periods.map(({ period }) => period)).toEqual(["2015", "2016"]);
    expect(findings.notes).toEqual(["This file holds 2 years at once. Each is taken as it is."]);
  });

  test("each period knows the NAICS of its year, its files and its day", async () => {
    await beginWith("pickaway");
    const periods = (await held()).periods;
    expect(periods.map(({ naics }) => naics)).toEqual([2017, 2022]);
    expect(periods.map(({ sources }) => sources.map(({ fileName }) => fileName))).toEqual([
      ["39129-2020.csv.gz"],
      ["39129-2023.csv.gz"],
    ]);
    expect(periods[0]).toMatchObject({
      importedOn: "2018-03-01",
      base: { kind: "missing" },
      deepestDigits: 6,
    });
  });

  test("rows lie in the order that readers are promised", async () => {
    await beginWith("wyoming");
    const rows = (await cells("2016")) as (Cell & { geography: string })[];
    const key = (cell: (typeof rows)[number]) => [
      cell.geography,
      cell.digits,
      cell.area,
      cell.industry,
      cell.ownership,
    ];
    const sorted = rows.toSorted((one, other) => {
      const [a, b] = [key(one), key(other)];
      const at = a.findIndex((part, index) => part !== b[index]);
      return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
    });
    expect(rows.map(key)).toEqual(sorted.map(key));
  });
});

describe("what is withheld", () => {
  test("establishments are real, jobs are missing, and lie below what the rest leaves", async () => {
    await beginWith("pickaway");
    const all = await cells("2023");
    const byKey = new Map(all.map((cell) => [keyOf(cell), cell]));
    const hidden = all.filter(({ withheld }) => withheld);
    expect(hidden.length).toBeGreaterThan(300);
    expect(hidden.some(({ establishments }) => establishments > 0)).toBe(true);
    for (const cell of hidden) {
      expect([cell.jobs, cell.wages]).toEqual([null, null]);
      const whole =
        cell.digits === 0
          ? byKey.get(`${cell.area} 10 0`)!
          : byKey.get(`${cell.area} ${cell.parent} ${cell.ownership}`)!;
      const siblings = all.filter((one) =>
        cell.digits === 0
          ? one.digits === 0 && one.ownership > 0
          : one.parent === cell.parent && one.ownership === cell.ownership && one.digits === cell.digits,
      );
      const disclosed = siblings.reduce((sum, { jobs }) => sum + (jobs ?? 0), 0);
      expect(cell.high, keyOf(cell)).toBe(Math.max(cell.low, (whole.high ?? 0) - disclosed, 0));
    }
    for (const cell of all) if (!cell.withheld) expect([cell.low, cell.high]).toEqual([cell.jobs, cell.jobs]);
  });

  test("bounds hold the truth: rows hidden as BLS would are where their bounds say", async () => {
    const text = await figureText("39129-2023");
    await beginWith("pickaway");
    const truth = new Map((await cells("2023")).map((cell) => [keyOf(cell), cell]));
    // Every third disclosed row below the totals is hidden as well.
    let number = 0;
    const masked = text.replaceAll(
      /^(39129,[1-5],(?!10,)[^,]+,\d+,0,2023,A),,(\d+),\d+,\d+,/gm,
      (row, head: string, establishments: string) => {
        number += 1;
        return number % 3 === 0 ? `${head},N,${establishments},0,0,` : row;
      },
    );
    await take(await put(folder, "masked.csv", masked));
    const hidden = (await cells("2023")).filter((cell) => cell.withheld && !truth.get(keyOf(cell))!.withheld);
    expect(hidden.length).toBeGreaterThan(100);
    for (const cell of hidden) {
      const { jobs } = truth.get(keyOf(cell))!;
      // Published averages are rounded, so a sum of them may be off by half a job for each.
      expect(jobs! - cell.high!, keyOf(cell)).toBeLessThanOrEqual(2);
      expect(cell.low - jobs!, keyOf(cell)).toBeLessThanOrEqual(2);
    }
  });

  test("a reconstructed nation carries its error on both sides", async () => {
    await beginWith("capital");
    const [total] = await cells("2016", "area = 'US000' and digits = 0 and ownership = 0");
    expect(total).toMatchObject({ area: "US000", jobs: 141_870_066, low: 141_870_066, high: 141_870_066 });
    const [federal] = await cells("2016", "area = 'US000' and digits = 0 and ownership = 1");
    expect(federal).toMatchObject({ jobs: 2_792_987, low: 2_792_967, high: 2_793_007, withheld: false });
    expect((await held()).period("2016")?.base).toMatchObject({ kind: "reconstructed", jobs: 141_870_066 });
  });

  test("a state without a file of its own is its counties added up, where all of them are here", async () => {
    const text = await figureText("dc-2015-2016");
    await beginWith("capital");
    const published = new Map((await cells("2016", "area = '11000'")).map((cell) => [keyOf(cell), cell]));
    await figures.close();
    figures = openFigureStore({ folder: join(folder, "again") });
    await take(
      await put(
        folder,
        "counties.csv",
        rowsWhere(text, ([area]) => area !== "11000"),
      ),
    );
    const added = await cells("2016", "area = '11000'");
    expect(added).toHaveLength(published.size);
    for (const cell of added) {
      const state = published.get(keyOf(cell))!;
      if (!cell.withheld) expect(cell.jobs, keyOf(cell)).toBe(state.jobs);
      else expect(cell.jobs).toBeNull();
      if (state.jobs !== null) {
        expect(cell.low).toBeLessThanOrEqual(state.jobs);
        expect(cell.high).toBeGreaterThanOrEqual(state.jobs);
      }
    }
    expect((await held()).period("2016")?.addedUp).toEqual(["11000"]);
  });
});

describe("taking in", () => {
  test("only what the files have is replaced; the set before stays as it was", async () => {
    await beginWith("wyoming");
    const before = await held();
    const sheridan = await cells("2016", "area = '56033'");
    const text = await figureText("wyoming-2015-2016");
    const revised = rowsWhere(text, ([area, , , , , year]) => area === "56019" && year === "2016").replace(
      /^(56019,0,10,70,0,2016,A,,)\d+,\d+/m,
      "$11,4444",
    );
    const findings = await take(await put(folder, "revised.csv", revised));
    expect(findings.periods).toMatchObject([{ period: "2016", replaces: ["56019"], keeps: 3 }]);
    expect(await cells("2016", "area = '56033'")).toEqual(sheridan);
    expect((await cells("2016", "area = '56019' and digits = 0 and ownership = 0"))[0]?.jobs).toBe(4444);
    const after = await held();
    expect(after.period("2015")?.file).toBe(before.period("2015")?.file);
    // Whoever still reads the set before finds it.
    const [old] = await figures.rows<Cell>(
      "select * from read_parquet({file}) where area = '56019' and digits = 0 and ownership = 0",
      { paths: { file: before.period("2016")!.path } },
    );
    expect(old?.jobs).not.toBe(4444);
  });

  test("a dry run changes nothing and leaves nothing", async () => {
    const { findings, set } = await importFigures({
      figures,
      files: [figureFile("39129-2020")],
      id: "dry",
      now: new Date(),
      goOn: () => false,
    });
    expect(findings.periods).toMatchObject([{ period: "2020", counties: { 39: 1 }, naics: 2017 }]);
    expect(set).toBeUndefined();
    expect(await everything()).toEqual([]);
  });

  test("an import that is killed at any step changes nothing, and the next one works", async () => {
    await beginWith("pickaway");
    const before = await everything();
    for (const step of ["Looking", "Reading", "Adding", "Writing"]) {
      const killed = new AbortController();
      const end = importFigures({
        figures,
        files: [figureFile("wyoming-2015-2016")],
        id: "killed",
        now: new Date(),
        goOn: () => true,
        signal: killed.signal,
        onStep: (_, doing) => void (doing.startsWith(step) && killed.abort()),
      });
      await expect(end, step).rejects.toThrow();
      expect(await everything(), step).toEqual(before);
    }
    await take(figureFile("wyoming-2015-2016"));
    expect((await held()).periods.map(({ period }) => period)).toEqual(["2015", "2016", "2020", "2023"]);
  });

  test("what a killed process left is swept, and figures that nobody needs go a day later", async () => {
    await beginWith("pickaway");
    await take(figureFile("39129-2020"), figureFile("39129-2023"));
    const draft = await figures.begin("left", await figures.current());
    expect(await readdir(join(folder, "held"))).toContain("incoming");
    await figures.sweepDrafts();
    expect(await readdir(join(folder, "held"))).not.toContain("incoming");
    await draft.drop();
    const named = (await held()).periods.map(({ file }) => file.split("/")[0]!);
    expect(await figures.sweepSets({ named, now: new Date() })).toEqual([]);
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    expect(await figures.sweepSets({ named, now: tomorrow })).toHaveLength(1);
    expect((await cells("2020")).length).toBeGreaterThan(900);
  });

  test("industries finer than the rest are held as long as every area has them", async () => {
    const text = await figureText("wyoming-2015-2016");
    const also = ["5415", "621330"];
    const taken = { deepest: 3, also };
    await takeInto(figures, [figureFile("wyoming-2015-2016")], taken);
    const all = await cells("2016");
    expect(new Set(all.filter(({ digits }) => digits > 3).map(({ industry }) => industry))).toEqual(
      new Set(also),
    );
    expect((await held()).period("2016")).toMatchObject({ deepestDigits: 3, alsoHeld: also });
    const johnson = (area: string[], year: string | undefined) => area[0] === "56019" && year === "2016";

    // Another import brings one county to six digits: the others keep what they have, and are not taken for as deep.
    await take(
      await put(
        folder,
        "deep.csv",
        rowsWhere(text, (row) => johnson(row, row[5])),
      ),
    );
    expect((await held()).period("2016")).toMatchObject({ deepestDigits: 6, alsoHeld: also });
    expect(await cells("2016", "area = '56033' and digits > 3")).toEqual(
      all.filter(({ area, digits }) => area === "56033" && digits > 3),
    );
    const depths = await depthsOf({ figures }, (await held()).period("2016")!);
    expect([depths.get("56019"), depths.get("56033")]).toEqual([6, 3]);

    // And one to three digits alone: what not every area has any more is held nowhere, or it would seem to be a zero.
    const shallow = rowsWhere(text, (row) => johnson(row, row[5]) && Number(row[3]) % 10 <= 5);
    await take(await put(folder, "shallow.csv", shallow));
    expect((await held()).period("2016")).toMatchObject({ deepestDigits: 3, alsoHeld: [] });
    expect(await cells("2016", "digits > 3")).toEqual([]);
  });

  test("of two imports at once both are taken in, one after the other", async () => {
    await Promise.all([take(figureFile("39129-2020")), take(figureFile("39129-2023"))]);
    expect((await held()).periods.map(({ period }) => period)).toEqual(["2020", "2023"]);
  });

  test("an import of another process in the meantime is not overwritten", async () => {
    const other = openFigureStore({ folder: join(folder, "held") });
    const late = importFigures({
      figures: other,
      files: [figureFile("39129-2023")],
      id: "late",
      now: new Date(),
      goOn: async () => {
        await take(figureFile("39129-2020"));
        return true;
      },
    });
    await expect(late).rejects.toThrow(/^Other figures were imported in the meantime/);
    expect((await held()).periods.map(({ period }) => period)).toEqual(["2020"]);
    await other.close();
  });
});

describe("bad files, each with a sentence that says what and where", () => {
  let bench: Workbench;
  beforeAll(async () => {
    await mkdir(join(shelf, "bench"));
    bench = await openWorkbench({ folder: join(shelf, "bench"), memoryMb: 500, threads: 2, spillMb: 100 });
  });
  afterAll(() => bench?.close());
  let looks = 0;

  const bad: [what: string, make: () => Promise<{ path: string; name: string }[]>, words: RegExp][] = [
    [
      "another table",
      async () => [await put(folder, "people.csv", "name,email\nAda,ada@example.org\n")],
      /^people\.csv is not a table of the Quarterly Census: line 1 should hold/,
    ],
    [
      "a column too few",
      async () => [
        await put(folder, "few.csv", (await figureText("39129-2020")).replace(",agglvl_code,", ",level,")),
      ],
      /^few\.csv lacks the column “agglvl_code” in line 1\./,
    ],
    ["an empty file", async () => [await put(folder, "empty.csv", "")], /^empty\.csv is empty\./],
    [
      "headings alone",
      async () => [await put(folder, "heads.csv", `${(await figureText("39129-2020")).split("\n")[0]}\n`)],
      /^heads\.csv holds nothing but its first line\./,
    ],
    [
      "half a gz",
      async () => {
        const bytes = await readFile(figureFile("39129-2020").path);
        return [await put(folder, "half.csv.gz", bytes.subarray(0, bytes.length / 2))];
      },
      /^half\.csv\.gz is cut off: its end is missing\./,
    ],
    [
      "a damaged gz",
      async () => {
        const bytes = await readFile(figureFile("39129-2020").path);
        bytes.fill(7, 9000, 9050);
        return [await put(folder, "damaged.csv.gz", bytes)];
      },
      /^damaged\.csv\.gz is damaged and cannot be unpacked\./,
    ],
    [
      "half a ZIP",
      async () => {
        const bytes = await zipped({ "a.csv": await figureText("39129-2020") });
        return [await put(folder, "half.zip", bytes.subarray(0, bytes.length / 2))];
      },
      /^half\.zip is cut off: its end is missing\./,
    ],
    [
      "a ZIP without a table",
      async () => [await put(folder, "none.zip", await zipped({ "readme.txt": "Hello" }))],
      /^There is no CSV file in none\.zip\./,
    ],
    [
      "a bomb",
      async () => [
        await put(folder, "bomb.zip", await zipped({ "a.csv": `${"0,".repeat(20)}\n`.repeat(1_700_000) })),
      ],
      /^bomb\.zip: a\.csv unpacks to far more than figures of this kind can be/,
    ],
    [
      "a picture",
      async () => [await put(folder, "picture.csv", Buffer.alloc(200_000, "\x89PNG\x00\x01"))],
      /^picture\.csv is not a table: line 1 does not end\./,
    ],
    [
      "one corrupt line in many",
      async () => [
        await put(
          folder,
          "line.csv",
          changed(await figureText("wyoming-2015-2016"), 2345, (row) => row.slice(0, 20)),
        ),
      ],
      /^line\.csv, line 2345: there are \d+ cells where the headings name 14\./,
    ],
    [
      "text where a number should be",
      async () => [
        await put(
          folder,
          "text.csv.gz",
          changed(await figureText("wyoming-2015-2016"), 3456, (row) =>
            row.replace(/,A,N?,(\d+),(\d+)/, ",A,,$1,many"),
          ),
        ),
      ],
      /^text\.csv\.gz, line 3456, column “annual_avg_emplvl”: “many” stands where a number should be\./,
    ],
    [
      "a number below 0",
      async () => [
        await put(
          folder,
          "below.csv",
          changed(await figureText("wyoming-2015-2016"), 77, (row) =>
            row.replace(/,A,N?,(\d+),(\d+)/, ",A,,$1,-5"),
          ),
        ),
      ],
      /^below\.csv, line 77, column “annual_avg_emplvl”: “-5” must be a whole number that is not below 0\./,
    ],
    [
      "a row that stands twice",
      async () => {
        const rows = (await figureText("wyoming-2015-2016")).trim().split("\n");
        return [await put(folder, "twice.csv", `${[...rows, rows[500]].join("\n")}\n`)];
      },
      /^The same row stands twice: area 56\d{3}, ownership \d, industry \d+, 201\d\. twice\.csv, line 501; twice\.csv, line \d+\.$/,
    ],
    [
      "a file twice",
      async () => [figureFile("39129-2020"), { ...figureFile("39129-2020"), name: "copy.csv.gz" }],
      /^copy\.csv\.gz is the same file as 39129-2020\.csv\.gz\. Choose it once\./,
    ],
    [
      "an area that does not exist",
      async () => [
        await put(folder, "area.csv", (await figureText("39129-2020")).replaceAll(/^39129/gm, "39130")),
      ],
      /^area\.csv, line 2, column “area_fips”: there is no area with the code 39130\./,
    ],
    [
      "a lost leading zero",
      async () => [
        await put(folder, "zero.csv", (await figureText("39129-2020")).replaceAll(/^39129/gm, "1001")),
      ],
      /^zero\.csv, line 2, column “area_fips”: “1001” is no area: BLS writes five digits \(leading zeros count\)/,
    ],
    [
      "a level that contradicts the area",
      async () => [
        await put(
          folder,
          "level.csv",
          (await figureText("39129-2020")).replace("39129,5,10,71,", "39129,5,10,51,"),
        ),
      ],
      /^level\.csv, line \d+, column “agglvl_code”: “51” is an aggregation level that does not go with the area \(area_fips 39129\)\.$/,
    ],
    [
      "parts of a file",
      async () => [
        await put(
          folder,
          "parts.csv",
          rowsWhere(await figureText("39129-2020"), ([, own]) => own === "5"),
        ),
      ],
      /^The total of 39129 in 2020 is missing/,
    ],
  ];
  test.each(bad)("%s", async (_what, make, words) => {
    // Tables of its own, as an import has them.
    looks += 1;
    await bench.rows(`attach ':memory:' as look${looks}; use look${looks}`);
    await expect(lookAt(bench, await make(), {})).rejects.toThrow(words);
  });

  test("an import of one changes nothing, however late it is found", async () => {
    await beginWith("pickaway");
    const before = await everything();
    const rows = (await figureText("39129-2023")).trim().split("\n");
    const twice = await put(folder, "twice.csv", `${[...rows, rows[500]].join("\n")}\n`);
    await expect(take(twice)).rejects.toThrow(/^The same row stands twice/);
    expect(await everything()).toEqual(before);
  });

  test("a full disk", async () => {
    const full: FigureStore = { ...figures, freeBytes: async () => 100 * 2 ** 20 };
    const end = importFigures({
      figures: full,
      files: [figureFile("39129-2020")],
      id: "full",
      now: new Date(),
      goOn: () => true,
    });
    await expect(end).rejects.toThrow("The disk of this site is full, so nothing was imported.");
    expect(await everything()).toEqual([]);
  });
});

function changed(text: string, line: number, change: (row: string) => string): string {
  return text
    .split("\n")
    .map((row, at) => (at === line - 1 ? change(row) : row))
    .join("\n");
}

/** Every file of the store, with what is in it. */
async function everything(): Promise<[string, string][]> {
  const place = join(folder, "held");
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files
      .sort()
      .map(async (path): Promise<[string, string]> => [path, (await readFile(path)).toString("base64")]),
  );
}
