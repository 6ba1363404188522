import { CSV_START, csvLine } from "#base/csv.ts";
import type { Bounded } from "../figures/bounded.ts";
import type { AnalysisAnswer, IndustryRow } from "./answer.ts";

/** A figure that may be withheld takes three columns: its value (empty where withheld), at least, at most. */
const BOUNDED = [
  "jobs0",
  "jobs1",
  "change",
  "percent",
  "cagr",
  "share0",
  "share1",
  "lq0",
  "lq1",
  "lqChange",
  "nationalGrowth",
  "industryMix",
  "competitiveEffect",
  "expectedChange",
  "averageSize1",
] as const satisfies readonly (keyof IndustryRow)[];

const PLAIN = [
  "establishments0",
  "establishments1",
  "averagePay0",
  "averagePay1",
  "payRatio1",
  "totalWages1",
  "withheldCounties",
  "counties",
] as const satisfies readonly (keyof IndustryRow)[];

/** All figures of an answer, unrounded, with what stands beside them on the page. */
export function analysisCsv(answer: AnalysisAnswer): string {
  const headings = [
    "industry",
    "title",
    ...BOUNDED.flatMap((name) => [name, `${name}_at_least`, `${name}_at_most`]),
    ...PLAIN,
    "note",
  ];
  const lines = [...answer.rows, answer.total.scope].map((row) =>
    csvLine([
      row.industry,
      row.title,
      ...BOUNDED.flatMap((name) => three(row[name])),
      ...PLAIN.map((name) => row[name] ?? ""),
      row.broken ?? "",
    ]),
  );
  return CSV_START + csvLine(headings) + lines.join("");
}

function three({ value, low, high }: Bounded): (number | string)[] {
  return [value ?? "", low ?? "", high ?? ""];
}
