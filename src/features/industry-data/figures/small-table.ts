import { exactly } from "./bounded.ts";
import { locationQuotient } from "./measures.ts";
import {
  dunn,
  dynamic,
  estebanMarquillas,
  type NoNumber,
  type ShiftShare,
  type ShiftShareMethod,
} from "./shift-share.ts";

/** Jobs of some industries in a region and in a nation, in two periods or more, as in any textbook. */
export interface SmallTable {
  industries: readonly SmallTableLine[];
  /** A line with the totals, where the table has one; without it the industries are added up. */
  total?: SmallTableLine;
}

export interface SmallTableLine {
  industry: string;
  /** One number for each period. */
  region: readonly number[];
  nation: readonly number[];
}

/** What the industries are held against, and in words where it comes from. */
export interface Base {
  words: string;
  region0: number;
  region1: number;
  nation0: number;
  nation1: number;
}

const WHY: Record<NoNumber, string> = {
  "no-jobs-at-first": "The region had no jobs in it at first, and what was not there cannot have grown.",
  "no-national-jobs-at-first":
    "The nation had no jobs in it at first, so there is no growth to compare with.",
};

/** Location quotients in the first and the last period. A quotient of nothing by nothing is null. */
export function quotientsOf(table: SmallTable) {
  const sums = totalOf(table);
  return {
    base: baseOf(table),
    rows: table.industries.map((line) => {
      const [lq0, lq1] = [quotient(line, sums, 0), quotient(line, sums, lastOf(sums))];
      return { ...jobsOf(line), lq0, lq1, lqChange: lq0 === null || lq1 === null ? null : lq1 - lq0 };
    }),
  };
}

/** The parts of every industry's change, and their sums. Unrounded; null where there is no number, with the reason. */
export function shiftSharesOf(table: SmallTable, method: ShiftShareMethod) {
  const sums = totalOf(table);
  const rows = table.industries.map((line) => {
    const steps = stepsOf(line, sums, method);
    return {
      ...jobsOf(line),
      ...partsOf(dynamic(steps)),
      lq0: quotient(line, sums, 0),
      lq1: quotient(line, sums, lastOf(sums)),
      ...(method === "dynamic"
        ? { steps: steps.map((step, at) => ({ from: at, to: at + 1, ...partsOf(step) })) }
        : {}),
    };
  });
  const counted = rows.filter((row) => row.reason === undefined);
  const sum = (read: (row: (typeof rows)[number]) => number | null | undefined) =>
    counted.reduce((all, row) => all + (read(row) ?? 0), 0);
  return {
    method,
    base: baseOf(table),
    rows,
    /** Of the rows that have numbers, so that the parts add up to the change. */
    totals: {
      jobs0: sum((row) => row.jobs0),
      jobs1: sum((row) => row.jobs1),
      change: sum((row) => row.change),
      nationalGrowth: sum((row) => row.nationalGrowth),
      industryMix: sum((row) => row.industryMix),
      competitiveEffect: sum((row) => row.competitiveEffect),
      ...(method === "esteban-marquillas" ? { allocationEffect: sum((row) => row.allocationEffect) } : {}),
      expectedChange: sum((row) => row.expectedChange),
      leftOut: rows.filter((row) => row.reason !== undefined).map((row) => row.industry),
    },
  };
}

function stepsOf(line: SmallTableLine, sums: SmallTableLine, method: ShiftShareMethod): ShiftShare[] {
  const step = (from: number, to: number) => {
    const cells = {
      jobs0: at(line.region, from),
      jobs1: at(line.region, to),
      nationIndustry0: at(line.nation, from),
      nationIndustry1: at(line.nation, to),
      nation0: at(sums.nation, from),
      nation1: at(sums.nation, to),
    };
    return method === "esteban-marquillas" ? estebanMarquillas(cells, at(sums.region, from)) : dunn(cells);
  };
  if (method !== "dynamic") return [step(0, lastOf(line))];
  return line.region.slice(1).map((_, from) => step(from, from + 1));
}

function partsOf(parts: ShiftShare) {
  return {
    change: parts.change.value,
    nationalGrowth: parts.nationalGrowth.value,
    industryMix: parts.industryMix.value,
    competitiveEffect: parts.competitiveEffect.value,
    ...(parts.allocationEffect ? { allocationEffect: parts.allocationEffect.value } : {}),
    expectedChange: parts.expectedChange.value,
    ...(parts.noNumber ? { reason: WHY[parts.noNumber] } : {}),
  };
}

function jobsOf({ industry, region }: SmallTableLine) {
  const [jobs0, jobs1] = [region[0] ?? 0, region.at(-1) ?? 0];
  return { industry, jobs0, jobs1, change: jobs1 - jobs0 };
}

function quotient(line: SmallTableLine, sums: SmallTableLine, period: number): number | null {
  return locationQuotient({
    jobs: at(line.region, period),
    regionJobs: at(sums.region, period),
    nationIndustryJobs: at(line.nation, period),
    nationJobs: at(sums.nation, period),
  }).value;
}

function totalOf({ industries, total }: SmallTable): SmallTableLine {
  if (total) return total;
  const sum = (read: (line: SmallTableLine) => readonly number[]) =>
    (industries[0] ? read(industries[0]) : []).map((_, period) =>
      industries.reduce((all, line) => all + (read(line)[period] ?? 0), 0),
    );
  return { industry: "total", region: sum(({ region }) => region), nation: sum(({ nation }) => nation) };
}

function baseOf(table: SmallTable): Base {
  const { region, nation } = totalOf(table);
  return {
    words: table.total
      ? `All jobs are those of the line “${table.total.industry}”.`
      : "All jobs are the sums of the columns, of all industries in the file.",
    region0: region[0] ?? 0,
    region1: region.at(-1) ?? 0,
    nation0: nation[0] ?? 0,
    nation1: nation.at(-1) ?? 0,
  };
}

const at = (numbers: readonly number[], period: number) => exactly(numbers[period] ?? 0);
const lastOf = ({ region }: SmallTableLine) => region.length - 1;
