import { CSV_START, csvLine } from "#base/csv.ts";
import { absoluteUrl, type Site } from "#base/site.ts";
import type { Bounded } from "../../figures/bounded.ts";
import { decisionPath } from "../decision-paths.ts";
import type { Decision } from "./queries.ts";
import { titleIn, type Voice } from "./record.ts";

/** A decision as data: the record as it was frozen, with who agreed. */
export function decisionJson(site: Site, decision: Decision, voices: readonly Voice[]) {
  const { id, series, number, record, decidedOn, createdAt } = decision;
  return {
    decision: absoluteUrl(site, decisionPath(id)),
    series,
    version: number,
    decidedOn,
    keptAt: createdAt.toISOString(),
    ...record,
    firstTitle: titleIn(record, record.first),
    nextTitles: record.next.map((industry) => titleIn(record, industry)),
    voices: voices.map(({ name, role, agrees, words }) => ({ name, role, agrees, words })),
  };
}

const BOUNDED = [
  "jobs0",
  "jobs1",
  "change",
  "percent",
  "cagr",
  "share1",
  "lq0",
  "lq1",
  "lqChange",
  "nationalGrowth",
  "industryMix",
  "competitiveEffect",
] as const;

/** Every figure that it stands on, a row for each candidate; withheld is empty, with its bounds beside it. */
export function figuresCsv({ record }: Decision): string {
  const heads = [
    "industry",
    "title",
    ...BOUNDED.flatMap((key) => [key, `${key}_low`, `${key}_high`]),
    "establishments1",
    "averagePay1",
    "payRatio1",
    "withheldCounties",
    "counties",
    "score",
    "score_low",
    "score_high",
    "place",
  ];
  const lines = record.rows.map((row) => {
    const scored = record.ranking.find(({ key }) => key === row.industry);
    return [
      row.industry,
      row.title,
      ...BOUNDED.flatMap((key) => cells(row[key])),
      row.establishments1,
      row.averagePay1 ?? "",
      row.payRatio1 ?? "",
      row.withheldCounties,
      row.counties,
      ...(scored ? [...cells(scored.composite), scored.place] : ["", "", "", ""]),
    ];
  });
  return CSV_START + [heads, ...lines].map((line) => csvLine(line)).join("");
}

const cells = ({ value, low, high }: Bounded) => [value ?? "", low ?? "", high ?? ""];
