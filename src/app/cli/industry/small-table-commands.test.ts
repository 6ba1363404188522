import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CommandProblem, type FreeCommand } from "../command.ts";
import { lqCommand } from "./lq.ts";
import { shiftShareCommand } from "./shift-share.ts";

const REGION_A = `industry,region0,region1,nation0,nation1
I,90,100,400,440
II,20,40,150,210
III,10,10,150,135
IV,60,55,400,480
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "small-table-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(command: FreeCommand, text: string | Uint8Array, options: Record<string, string> = {}) {
  await writeFile(join(folder, "jobs.csv"), text);
  const lines: string[] = [];
  const code = await command.run(["jobs.csv"], {
    folder,
    options: new Map(Object.entries(options)),
    say: (line) => lines.push(line),
  });
  return { code, text: lines.join("\n") };
}
const answer = async (command: FreeCommand, text: string, options: Record<string, string> = {}) =>
  JSON.parse((await run(command, text, { ...options, json: "" })).text);

describe("industry shift-share", () => {
  it("prints the parts of every industry's change, their sums, and what they are held against", async () => {
    const { method, base, rows, totals } = await answer(shiftShareCommand, REGION_A);
    expect(method).toBe("dunn");
    expect(base).toEqual({
      words: "All jobs are the sums of the columns, of all industries in the file.",
      region0: 180,
      region1: 205,
      nation0: 1_100,
      nation1: 1_265,
    });
    expect(rows.map((row: { industry: string }) => row.industry)).toEqual(["I", "II", "III", "IV"]);
    expect(rows[1]).toEqual({
      industry: "II",
      jobs0: 20,
      jobs1: 40,
      change: 20,
      nationalGrowth: expect.closeTo(3, 10),
      industryMix: expect.closeTo(5, 10),
      competitiveEffect: expect.closeTo(12, 10),
      expectedChange: expect.closeTo(8, 10),
      lq0: expect.closeTo(20 / 180 / (150 / 1_100), 12),
      lq1: expect.closeTo(40 / 205 / (210 / 1_265), 12),
    });
    expect(totals).toMatchObject({
      change: 25,
      nationalGrowth: expect.closeTo(27, 10),
      industryMix: expect.closeTo(1, 10),
      competitiveEffect: expect.closeTo(-3, 10),
      leftOut: [],
    });
  });

  it("without --json prints a table for people", async () => {
    const { code, text } = await run(shiftShareCommand, REGION_A, { method: "esteban-marquillas" });
    expect(code).toBe(0);
    expect(text.split("\n").slice(0, 3)).toEqual([
      "Industry  Jobs 0  Jobs 1  Change  National growth  Industry mix  Competitive  Allocation",
      "I             90     100      10             13.5          -4.5          0.7         0.3",
      "II            20      40      20              3.0           5.0         14.7        -2.7",
    ]);
    expect(text).toContain(
      "Together     180     205      25             27.0           1.0         -0.6        -2.4",
    );
  });

  it("what has no jobs at first gets null and a reason, and the sums leave it out", async () => {
    const { rows, totals } = await answer(shiftShareCommand, `${REGION_A}V,0,7,50,60\nVI,4,4,0,9\n`);
    expect(rows[4]).toMatchObject({
      change: 7,
      nationalGrowth: null,
      industryMix: null,
      competitiveEffect: null,
      lq0: 0,
      reason: expect.stringContaining("The region had no jobs"),
    });
    expect(rows[5]).toMatchObject({
      competitiveEffect: null,
      lq0: null,
      reason: expect.stringContaining("The nation"),
    });
    expect(totals.leftOut).toEqual(["V", "VI"]);
    expect(totals.nationalGrowth + totals.industryMix + totals.competitiveEffect).toBeCloseTo(
      totals.change,
      9,
    );
    const { text } = await run(shiftShareCommand, `${REGION_A}V,0,7,50,60\n`);
    expect(text).toContain("V is not counted: The region had no jobs in it at first");
  });

  it("two periods and four are not the same question", async () => {
    const three = "industry,region0,region1,region2,nation0,nation1,nation2\nI,1,2,3,4,5,6\n";
    await expect(run(shiftShareCommand, three)).rejects.toThrow("Take --method dynamic");
    const { rows } = await answer(shiftShareCommand, three, { method: "dynamic" });
    expect(rows[0]).toMatchObject({
      jobs0: 1,
      jobs1: 3,
      steps: [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
      ],
    });
  });
});

describe("industry lq", () => {
  it("prints unrounded quotients as JSON, and rounded ones for people", async () => {
    const { rows } = await answer(lqCommand, REGION_A);
    expect(rows[0]).toEqual({
      industry: "I",
      jobs0: 90,
      jobs1: 100,
      change: 10,
      lq0: 1.375,
      lq1: 100 / 205 / (440 / 1_265),
      lqChange: 100 / 205 / (440 / 1_265) - 1.375,
    });
    expect((await run(lqCommand, REGION_A)).text).toContain(
      "I             90     100  1.38  1.40       0.03",
    );
  });

  it("holds the industries against a line of totals, where there is one", async () => {
    const { base, rows } = await answer(
      lqCommand,
      'Industry;Region0;Region1;Nation0;Nation1\n62;"1,000";1100;50000;51000\n10;10000;10000;1000000;1000000\n',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].lq0).toBe(2);
    expect(base).toMatchObject({ words: "All jobs are those of the line “10”.", nation0: 1_000_000 });
  });

  it("10 is an industry among numbers that are no codes", async () => {
    const text = `industry,region0,region1,nation0,nation1\n9,1,1,1,1\n10,1,1,1,1\n`;
    expect((await answer(lqCommand, text)).rows).toHaveLength(2);
  });
});

it.each([
  ["", "jobs.csv: This file is empty."],
  ["industry,region0,region1,nation0\nI,1,2,3\n", "jobs.csv, line 1: there is no column nation1."],
  ["industry,region0,region1,nation0,nation1,region0\n", "line 1: the column region0 stands there twice."],
  ["industry,region0,region1,nation0,nation1\n", "jobs.csv has no line with an industry."],
  [REGION_A.replace("20,40", "20,many"), "jobs.csv, line 3, column region1: “many” is not a number."],
  [
    REGION_A.replace("20,40", ",40"),
    "line 3, column region0: the number is missing. What is withheld is no zero",
  ],
  [REGION_A.replace("20,40", "-20,40"), "line 3, column region0: there cannot be -20 jobs."],
  [REGION_A.replace("20,40", "20,=1+1"), "line 3, column region1: This cell holds a formula"],
  [REGION_A.replace("20,40", "20,1e999"), "“1e999” is not a number."],
  [REGION_A.replace("IV", "II"), "jobs.csv, line 5: “II” stands in line 3 as well."],
  [REGION_A.replace("IV", ""), "line 5, column industry: the industry has no name."],
  [`${REGION_A}Total,1,1,1,1\nTotal jobs,2,2,2,2\n`, "two lines of totals"],
])("%j is refused, and says where", async (text, sentence) => {
  for (const command of [lqCommand, shiftShareCommand]) {
    const refusal = run(command, text);
    await expect(refusal).rejects.toThrow(CommandProblem);
    await expect(refusal).rejects.toThrow(sentence);
  }
});

it("a file that is not there is named as it was typed", async () => {
  const desk = { folder, options: new Map<string, string>(), say: () => {} };
  await expect(lqCommand.run(["none.csv"], desk)).rejects.toThrow("There is no file none.csv.");
  await expect(lqCommand.run(["."], desk)).rejects.toThrow(". is a folder, not a file.");
});
