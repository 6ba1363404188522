import { z } from "zod";
import type { Bounded } from "../figures/bounded.ts";
import type { AnalysisAnswer, IndustryRow } from "./answer.ts";

const figure = (words: string) => z.number().nullable().describe(words);
const between = z
  .tuple([z.number().nullable(), z.number().nullable()])
  .describe("At least and at most; null where nobody can say.");

/** Figures that may be withheld, with what they are; each comes with its bounds where it has no exact value. */
const MEASURES = {
  jobs0: "Average jobs in the first period.",
  jobs1: "Average jobs in the last period.",
  change: "jobs1 − jobs0.",
  percent: "change ÷ jobs0, a fraction; null also where there were no jobs at first.",
  cagr: "Compound yearly growth, (jobs1 ÷ jobs0)^(1 ÷ years) − 1, a fraction.",
  share0: "Share of all jobs of the region, all ownerships, in the first period; a fraction.",
  share1: "The same in the last period.",
  lq0: "Location quotient in the first period: share0 ÷ the same share in the nation, as BLS publishes it.",
  lq1: "Location quotient in the last period.",
  nationalGrowth:
    "Jobs that would have come had the industry grown like all jobs of the scope in the nation.",
  industryMix: "Jobs more or fewer because the industry grew otherwise in the nation than all jobs.",
  competitiveEffect: "Jobs more or fewer because the industry grew otherwise here than in the nation.",
  expectedChange: "nationalGrowth + industryMix.",
} as const;
type Measure = keyof typeof MEASURES;
const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

const measureShapes = Object.fromEntries(
  MEASURE_NAMES.map((name) => [name, figure(MEASURES[name])]),
) as Record<Measure, ReturnType<typeof figure>>;

const RowAnswer = z
  .object({
    industry: z.string().describe("NAICS code, or the slug of a named sector."),
    title: z.string(),
    ...measureShapes,
    establishments0: z.number().int(),
    establishments1: z.number().int().describe("Published even where jobs are withheld."),
    averagePay1: figure("Dollars a year; where some counties are withheld, of those that are not."),
    payRatio1: figure("averagePay1 ÷ average pay of all jobs of the region."),
    totalWages1: figure("Dollars of the last period; null where any is withheld."),
    withheldCounties: z
      .number()
      .int()
      .describe("Counties with something withheld in this row, in either period."),
    counties: z.number().int(),
    lower1: z.number().describe("jobs1 is at least this."),
    upper1: figure("jobs1 is at most this."),
    bounds: z
      .partialRecord(z.enum(MEASURE_NAMES), between)
      .describe("Of every figure above that is withheld or reconstructed: at least and at most."),
    broken: z.string().optional().describe("Why the two periods cannot be compared, where they cannot."),
  })
  .meta({ id: "IndustryRow" });

export const AnalysisJson = z
  .object({
    rows: z.array(RowAnswer).describe("A figure that is withheld is null, never 0."),
    total: RowAnswer.describe("All industries of the scope asked for."),
    question: z.object({
      counties: z.array(z.string()),
      from: z.string(),
      to: z.string(),
      ownership: z.string(),
      level: z.string(),
      sectors: z.array(z.string()),
    }),
    years: z.number(),
    bases: z.object({
      share: z.string(),
      quotient: z.string(),
      shiftShare: z.string(),
      pay: z.string(),
    }),
    notes: z.array(z.object({ kind: z.string(), words: z.string() })),
    provenance: z.array(
      z.object({ period: z.string(), words: z.string(), importedOn: z.string(), source: z.string() }),
    ),
  })
  .meta({ id: "IndustryAnalysis" });

/** An answer as the API and the command line give it. */
export function jsonOf(answer: AnalysisAnswer): z.input<typeof AnalysisJson> {
  const { question, rows, total, years, notes, provenance } = answer;
  const scope = question.ownership === "private" ? "private ownership" : "all ownerships";
  return {
    rows: rows.map(rowOf),
    total: rowOf(total.scope),
    question: { ...question, counties: [...question.counties], sectors: [...question.sectors] },
    years,
    bases: {
      share: "All jobs of the region, all ownerships.",
      quotient: "All jobs, all ownerships, of the region and of the nation, as BLS publishes it.",
      shiftShare: `All jobs of the nation, ${scope}.`,
      pay: "Average pay of all jobs of the region, all ownerships.",
    },
    notes: notes.map(({ kind, words }) => ({ kind, words })),
    provenance: [...provenance],
  };
}

function rowOf(row: IndustryRow): z.input<typeof RowAnswer> {
  const values = Object.fromEntries(MEASURE_NAMES.map((name) => [name, row[name].value]));
  const uncertain = MEASURE_NAMES.filter((name) => !isExact(row[name]));
  return {
    ...(values as Record<Measure, number | null>),
    industry: row.industry,
    title: row.title,
    establishments0: row.establishments0,
    establishments1: row.establishments1,
    averagePay1: row.averagePay1,
    payRatio1: row.payRatio1,
    totalWages1: row.totalWages1,
    withheldCounties: row.withheldCounties,
    counties: row.counties,
    lower1: row.jobs1.low ?? 0,
    upper1: row.jobs1.high,
    bounds: Object.fromEntries(uncertain.map((name) => [name, [row[name].low, row[name].high]])),
    ...(row.broken ? { broken: row.broken } : {}),
  };
}

function isExact({ value, low, high }: Bounded): boolean {
  return value === low && value === high;
}
