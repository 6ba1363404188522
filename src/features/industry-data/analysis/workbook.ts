import { columnLetters } from "#platform/spreadsheets/sheet.ts";
import {
  type FigureCell,
  type NumberLook,
  type SheetCell,
  xlsxFile,
} from "#platform/spreadsheets/write-xlsx.ts";
import type { AnalysisAnswer, IndustryRow } from "./answer.ts";
import { periodWords } from "./question.ts";
import { regionTitle } from "./region-words.ts";

/** Where the totals stand that every formula points to: their own sheet, so that the table can be sorted freely. */
const TOTALS = {
  region0: "B2",
  region1: "C2",
  nation0: "B3",
  nation1: "C3",
  scope0: "B4",
  scope1: "C4",
  pay1: "C5",
  years: "C6",
};
const total = (name: keyof typeof TOTALS) => `Totals!$${TOTALS[name][0]}$${TOTALS[name].slice(1)}`;

/** A column of the table: a published number, or a formula over the columns before it. */
interface SheetColumn {
  heading: string;
  look: NumberLook;
  /** Null leaves the cell empty; a text stands where there is no number. */
  value(row: IndustryRow, answer: AnalysisAnswer): number | null;
  formula?(at: (key: Key) => string): string;
}

type Key =
  | "jobs0"
  | "jobs1"
  | "nation0"
  | "nation1"
  | "establishments1"
  | "wages1"
  | "change"
  | "share1"
  | "lq0"
  | "lq1"
  | "growth"
  | "mix"
  | "pay1";

const COLUMNS: Record<
  Key | "percent" | "cagr" | "lqChange" | "competitive" | "expected" | "payRatio" | "size",
  SheetColumn
> = {
  jobs0: { heading: "Jobs, first period", look: "whole", value: ({ jobs0 }) => jobs0.value },
  jobs1: { heading: "Jobs, last period", look: "whole", value: ({ jobs1 }) => jobs1.value },
  nation0: { heading: "Nation, first period", look: "whole", value: ({ nation0 }) => nation0?.value ?? null },
  nation1: { heading: "Nation, last period", look: "whole", value: ({ nation1 }) => nation1?.value ?? null },
  establishments1: {
    heading: "Establishments",
    look: "whole",
    value: ({ establishments1 }) => establishments1,
  },
  wages1: { heading: "Total wages", look: "whole", value: ({ totalWages1 }) => totalWages1 },
  change: {
    heading: "Change",
    look: "whole",
    value: ({ change }) => change.value,
    formula: (at) => `${at("jobs1")}-${at("jobs0")}`,
  },
  percent: {
    heading: "Change in percent",
    look: "percent",
    value: ({ percent }) => percent.value,
    formula: (at) => `${at("change")}/${at("jobs0")}`,
  },
  cagr: {
    heading: "Compound yearly growth",
    look: "percent",
    value: ({ cagr }) => cagr.value,
    formula: (at) => `(${at("jobs1")}/${at("jobs0")})^(1/${total("years")})-1`,
  },
  share1: {
    heading: "Share of all jobs",
    look: "percent",
    value: ({ share1 }) => share1.value,
    formula: (at) => `${at("jobs1")}/${total("region1")}`,
  },
  lq0: {
    heading: "Location quotient, first period",
    look: "two-decimals",
    value: ({ lq0 }) => lq0.value,
    formula: (at) => `(${at("jobs0")}/${total("region0")})/(${at("nation0")}/${total("nation0")})`,
  },
  lq1: {
    heading: "Location quotient, last period",
    look: "two-decimals",
    value: ({ lq1 }) => lq1.value,
    formula: (at) => `(${at("jobs1")}/${total("region1")})/(${at("nation1")}/${total("nation1")})`,
  },
  lqChange: {
    heading: "Its change",
    look: "two-decimals",
    value: ({ lqChange }) => lqChange.value,
    formula: (at) => `${at("lq1")}-${at("lq0")}`,
  },
  growth: {
    heading: "National growth",
    look: "whole",
    value: ({ nationalGrowth }) => nationalGrowth.value,
    formula: (at) => `${at("jobs0")}*(${total("scope1")}/${total("scope0")}-1)`,
  },
  mix: {
    heading: "Industry mix",
    look: "whole",
    value: ({ industryMix }) => industryMix.value,
    formula: (at) =>
      `${at("jobs0")}*(${at("nation1")}/${at("nation0")}-${total("scope1")}/${total("scope0")})`,
  },
  competitive: {
    heading: "Competitive effect",
    look: "whole",
    value: ({ competitiveEffect }) => competitiveEffect.value,
    formula: (at) => `${at("jobs1")}-${at("jobs0")}*${at("nation1")}/${at("nation0")}`,
  },
  expected: {
    heading: "Expected change",
    look: "whole",
    value: ({ expectedChange }) => expectedChange.value,
    formula: (at) => `${at("growth")}+${at("mix")}`,
  },
  pay1: {
    heading: "Average pay",
    look: "whole",
    value: ({ averagePay1 }) => averagePay1,
    formula: (at) => `${at("wages1")}/${at("jobs1")}`,
  },
  payRatio: {
    heading: "To all jobs' pay",
    look: "two-decimals",
    value: ({ payRatio1 }) => payRatio1,
    formula: (at) => `${at("pay1")}/${total("pay1")}`,
  },
  size: {
    heading: "Jobs to an establishment",
    look: "two-decimals",
    value: ({ averageSize1 }) => averageSize1.value,
    formula: (at) => `${at("jobs1")}/${at("establishments1")}`,
  },
};

const KEYS = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
/** Code, name and the note on withheld figures stand before the numbers. */
const BEFORE = 3;
const HEADINGS = ["Industry", "Name", "Withheld"];

/** An answer as a workbook whose measures are formulas over published numbers, so that anybody can check them. */
export function analysisWorkbook(answer: AnalysisAnswer): ReadableStream<Uint8Array> {
  const rows = answer.rows.map((row, index) => rowCells(row, answer, index + 2));
  const table: SheetCell[][] = [[...HEADINGS, ...KEYS.map((key) => COLUMNS[key].heading)], ...rows];
  return xlsxFile([
    { name: "Industries", widths: [12, 44, 34, ...KEYS.map(() => 16)], rows: [table] },
    { name: "Totals", widths: [46, 18, 18], rows: [totals(answer)] },
    { name: "About these figures", widths: [110], rows: [about(answer)] },
  ]);
}

function rowCells(row: IndustryRow, answer: AnalysisAnswer, line: number): SheetCell[] {
  const at = (key: Key) => `${columnLetters(BEFORE + KEYS.indexOf(key))}${line}`;
  const figures = KEYS.map((key): SheetCell => {
    const { look, value, formula } = COLUMNS[key];
    const number = value(row, answer);
    // Where something is withheld there is no number, and no formula that would take the gap for a zero.
    if (number === null) return "";
    // Pay of a row that is partly withheld is that of its visible part, which no column holds.
    const reckoned = formula && !(row.payIsPartial && (key === "pay1" || key === "payRatio"));
    const cell: FigureCell = { value: number, look };
    return reckoned ? { ...cell, formula: formula(at) } : cell;
  });
  return [row.industry, row.title, withheldWords(row), ...figures];
}

function withheldWords({ withheldCounties, counties, jobs1, broken }: IndustryRow): string {
  if (broken) return broken;
  if (withheldCounties === 0) return "";
  const most = jobs1.high === null ? "" : `, at most ${Math.round(jobs1.high)}`;
  return `${withheldCounties} of ${counties} counties; at least ${Math.round(jobs1.low ?? 0)}${most} jobs`;
}

function totals({ question, total: { all, scope }, years }: AnalysisAnswer): SheetCell[][] {
  const number = (value: number | null | undefined): SheetCell =>
    value == null ? "" : { value, look: "whole" };
  return [
    ["", question.from, question.to],
    ["All jobs of the region", number(all.jobs0.value), number(all.jobs1.value)],
    ["All jobs of the nation", number(all.nation0?.value), number(all.nation1?.value)],
    [
      question.ownership === "private"
        ? "Jobs of the nation with private employers"
        : "All jobs of the nation, for shift-share",
      number(scope.nation0?.value),
      number(scope.nation1?.value),
    ],
    ["Average pay of all jobs of the region", number(all.averagePay0), number(all.averagePay1)],
    ["Years between", "", { value: years, look: "plain" }],
  ];
}

function about({ question, notes, provenance }: AnalysisAnswer): SheetCell[][] {
  return [
    ["About these figures"],
    [`Region: ${regionTitle(question.counties)}`],
    [`Counties: ${question.counties.join(", ")}`],
    ["Source: U.S. Bureau of Labor Statistics, Quarterly Census of Employment and Wages."],
    ...provenance.map(({ period, words }) => [`${periodWords(period)}: ${words}`]),
    ...notes.map(({ words }) => [words]),
    ["An empty cell is not zero: its figure is withheld, or cannot be worked out from what is published."],
  ];
}
