import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { contrast } from "#base/color.ts";
import { type ChartTools, openChartTools } from "#platform/pictures/chart-tools.ts";
import type { AnalysisAnswer, IndustryRow } from "../analysis/answer.ts";
import { type Bounded, between, exactly } from "../figures/bounded.ts";
import { bubblePicture } from "./bubble.ts";
import { comparePicture } from "./compare.ts";
import { countyMapPicture } from "./county-map.ts";
import { finishedSvg, svgOf } from "./finished.ts";
import { framed } from "./framed.ts";
import { COLORS, hueOf, inkOn } from "./look.ts";
import { type Picture, SHAPES, THEMES } from "./picture.ts";
import { pictureCsv } from "./picture-csv.ts";
import { centralOhioThreeDigits, sheridanAndJohnson } from "./regions.fixture.ts";
import { shiftSharePicture } from "./shift-share.ts";
import { trendPicture } from "./trend.ts";

let tools: ChartTools;
beforeAll(async () => {
  tools = await openChartTools();
});

const WIDE = { theme: "light", shape: "wide" } as const;

function svgFor(picture: Picture, look: Parameters<Picture["draw"]>[1] = WIDE): string {
  return svgOf(picture.alt, picture.draw(tools, look), look);
}

/** The words in a drawing, in order. */
function wordsIn(svg: string): string {
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, words]) => words).join(" | ");
}

function trendsIn({ rows, question }: AnalysisAnswer) {
  return trendPicture({
    place: "Here",
    trends: rows.map(({ industry, title, jobs0, jobs1 }) => ({
      industry,
      title,
      points: [
        { period: question.from, jobs: jobs0 },
        { period: question.to, jobs: jobs1 },
      ],
    })),
  });
}

function mapOf(answer: AnalysisAnswer, figures: readonly Bounded[]) {
  return countyMapPicture({
    measure: "jobs",
    title: "Manufacturing",
    span: "2016",
    place: "Here",
    counties: answer.question.counties.map((fips, index) => ({
      fips,
      figure: figures[index % figures.length] ?? exactly(0),
    })),
  });
}

function everyPicture(answer: AnalysisAnswer): Picture[] {
  const figures = answer.rows.map(({ jobs1 }) => jobs1);
  return [
    bubblePicture(answer),
    shiftSharePicture(answer),
    trendsIn(answer),
    mapOf(answer, figures),
    comparePicture({
      measure: "lq",
      title: "Manufacturing",
      span: "2016",
      places: answer.rows.slice(0, 4).map(({ title, lq1 }) => ({ name: title, figure: lq1 })),
    }),
  ];
}

/** As many rows as are wanted, made of real ones. */
function withRows(
  answer: AnalysisAnswer,
  count: number,
  change: (row: IndustryRow) => IndustryRow = (row) => row,
) {
  const rows = Array.from({ length: count }, (_, index) => {
    const row = answer.rows[index % answer.rows.length]!;
    return change({ ...row, industry: String(1000 + index), title: `${row.title} ${index}` });
  });
  return { ...answer, rows };
}

function hidden(row: IndustryRow): IndustryRow {
  const open = between(0, null);
  const unknown = { value: null, low: null, high: null };
  return {
    ...row,
    jobs0: open,
    jobs1: open,
    change: unknown,
    percent: unknown,
    lq1: between(0, null),
    nationalGrowth: unknown,
    industryMix: unknown,
    competitiveEffect: unknown,
    averagePay1: null,
    payRatio1: null,
    withheldCounties: 2,
  };
}

describe("sentences say what the figures of Sheridan and Johnson Counties say", () => {
  test("concentration and growth: the largest, the strongest that grows, and who has no place", () => {
    const { sentence, beneath, alt } = bubblePicture(sheridanAndJohnson);
    expect(sentence).toContain(
      "Accommodation and food services has 2,099 jobs, a larger share than in the nation (1.36 times), and shrank by 1.1%; all private jobs here together shrank by 1.5%.",
    );
    expect(sentence).toContain(
      "Mining, quarrying, and oil and gas extraction stands out: 5.49 times the nation’s share, and +6.8%.",
    );
    expect(beneath.join()).toContain("Health care and social assistance (between 0 and 2,019 jobs)");
    expect(alt).toContain("Johnson and Sheridan Counties, Wyoming");
    expect(alt.length).toBeLessThan(200);
  });

  test("shift-share says gain or loss in whole jobs, and that the region’s part is not known exactly", () => {
    const { sentence } = shiftSharePicture(sheridanAndJohnson);
    expect(sentence).toMatch(/^Private employers here lost 179 jobs\. /);
    expect(sentence).toContain("The region fell behind most in Retail trade: 45 jobs fewer");
    expect(sentence).toContain("can only be told between bounds");
  });

  test("the trend of two years is not called one", () => {
    expect(trendsIn(sheridanAndJohnson).sentence).toContain("Two years make no trend");
  });

  test("a map names the highest and the lowest, and that withheld is not zero", () => {
    const { sentence } = mapOf(sheridanAndJohnson, [exactly(120), between(0, 40)]);
    expect(sentence).toContain(
      "Manufacturing, jobs (2016): published for Johnson County, Wyoming (120) alone.",
    );
    expect(sentence).toContain("that is not zero");
  });
});

describe("withheld", () => {
  test("is drawn with dashes and said as “at least” in the picture", () => {
    const svg = svgFor(bubblePicture(centralOhioThreeDigits));
    expect(wordsIn(svg)).toContain("at least 30,120");
    expect(wordsIn(svg)).toContain("Growth withheld");
    expect(svg).toContain("stroke-dasharray");
  });

  test("is hatched on a map, and never in a class", () => {
    const svg = svgFor(mapOf(sheridanAndJohnson, [exactly(120), between(0, 4_000)]));
    expect(svg.match(/fill="url\(#hidden\)"/g)).toHaveLength(2);
    expect(wordsIn(svg)).toContain("Withheld, not zero");
  });

  test("leaves its cell of the file empty, with what it is at least and at most beside", () => {
    const csv = pictureCsv(mapOf(sheridanAndJohnson, [exactly(120), between(3, 40)]).table);
    expect(csv).toContain("Jobs,Jobs: at least,Jobs: at most");
    expect(csv).toContain("120,120,120");
    expect(csv).toContain(",,3,40");
  });
});

describe("every picture", () => {
  const answers: [string, () => AnalysisAnswer][] = [
    ["Sheridan and Johnson", () => sheridanAndJohnson],
    ["Central Ohio", () => centralOhioThreeDigits],
    ["no row at all", () => withRows(sheridanAndJohnson, 0)],
    ["one row", () => withRows(sheridanAndJohnson, 1)],
    ["nothing but withheld rows", () => withRows(sheridanAndJohnson, 12, hidden)],
    ["200 rows", () => withRows(centralOhioThreeDigits, 200)],
  ];

  test.each(answers)("of %s is drawn in every theme and shape, and on a sheet by itself", (_, answerFor) => {
    const answer = answerFor();
    for (const picture of everyPicture(answer)) {
      for (const theme of THEMES) {
        for (const shape of SHAPES) {
          const svg = finishedSvg(picture, tools, { theme, shape });
          expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
          // The page that opens it by itself lets nothing inline in.
          expect(svg).not.toMatch(/style=|<style|<script|<text/);
          expect(svg.length).toBeLessThan(200_000);
        }
      }
      const sheet = framed(picture, { subtitle: "Here", source: "Source: BLS." }, tools, WIDE);
      expect(wordsIn(sheet.body)).toContain("Source: BLS.");
    }
  });

  const anyRows = fc
    .array(fc.tuple(fc.nat({ max: centralOhioThreeDigits.rows.length - 1 }), fc.boolean()), {
      minLength: 1,
      maxLength: 26,
    })
    .map((chosen) =>
      chosen.map(([of, isHidden], index) => {
        const letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index];
        const row = {
          ...centralOhioThreeDigits.rows[of]!,
          industry: String(index),
          title: `Trade ${letter}`,
        };
        return isHidden ? hidden(row) : row;
      }),
    );
  /** How many are told of by their number alone: "… and 12 more". */
  const unnamed = (beneath: readonly string[]) =>
    [...beneath.join(" ").matchAll(/and (\d+) more/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  const isIn = (words: string, title: string) => new RegExp(`${title}\\b`).test(words);

  test("of concentration draws every industry as a bubble or tells of it beneath", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { beneath, table, draw } = bubblePicture({ ...centralOhioThreeDigits, rows });
        // Key and labels have circles of one opacity: these are the chart's own.
        const bubbles = draw(tools, WIDE).body.match(/<circle [^>]*fill-opacity/g) ?? [];
        const told = rows.filter(({ title }) => isIn(beneath.join(" "), title)).length;
        expect(bubbles.length + told + unnamed(beneath)).toBe(rows.length);
        expect(table.rows).toHaveLength(rows.length);
      }),
      { numRuns: 60 },
    );
  });

  test("of shift-share draws every industry as bars or tells of it beneath", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const picture = shiftSharePicture({ ...centralOhioThreeDigits, rows });
        const drawn = wordsIn(svgFor(picture));
        const told = picture.beneath.join(" ");
        const count = rows.filter(({ title }) => isIn(drawn, title) || isIn(told, title)).length;
        expect(count + unnamed(picture.beneath)).toBe(rows.length);
        expect(picture.table.rows).toHaveLength(rows.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("colors", () => {
  test.each(THEMES)("carry the words that stand on them (%s)", (theme) => {
    const { sheet, ink, ink2, steps, pine, edge, land } = COLORS[theme];
    for (const ground of [sheet, land]) {
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
      expect(contrast(ink2, ground)).toBeGreaterThanOrEqual(4.5);
    }
    for (const step of steps) expect(contrast(inkOn(step), step)).toBeGreaterThanOrEqual(4.5);
    for (const mark of [pine, edge]) expect(contrast(mark, sheet)).toBeGreaterThanOrEqual(3);
    for (const hue of ["healthcare", "manufacturing", "construction", "energy", "cross"])
      expect(contrast(hueOf({ hue }, theme), sheet)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(THEMES)("of a map differ in lightness from class to class (%s)", (theme) => {
    const { steps } = COLORS[theme];
    for (const [index, step] of steps.slice(1).entries())
      expect(contrast(step, steps[index]!)).toBeGreaterThan(1.45);
  });
});
