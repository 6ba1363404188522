import type { AnalysisAnswer, IndustryRow } from "../analysis/answer.ts";
import { type Bounded, between, exactly } from "../figures/bounded.ts";
import { industryRow, type NationFigures, type RegionFigures } from "../figures/industry-row.ts";
import centralOhio from "./central-ohio.fixture.json" with { type: "json" };
import sheridanJohnson from "./sheridan-johnson.fixture.json" with { type: "json" };

/** Establishments, visible jobs, at least, at most, visible wages, counties where something is withheld. */
type Cell = (number | null)[] | null;
type Nation = number[] | null;

interface Recorded {
  counties: string[];
  totals: Record<string, { all: number[]; scope: number[]; nation: number; nationScope: number }>;
  rows: unknown[][];
}

const NONE: Cell = [0, 0, 0, 0, 0, 0];

/** Real figures of private employers, 2015 and 2016, added up by county from what BLS published. */
function answerOf({ counties, totals, rows }: Recorded, level: "sector" | "3"): AnalysisAnswer {
  const shared = { years: 1, periodsAYear: 1 as const, counties: counties.length };
  const totalRow = (title: string, of: "all" | "scope"): IndustryRow =>
    industryRow({
      ...shared,
      ...regions(totals),
      industry: of,
      title,
      first: regionOf(totals["0"]![of]),
      last: regionOf(totals["1"]![of]),
      nationFirst: nationOf([totals["0"]!.nationScope, totals["0"]!.nationScope, 0], totals["0"]!),
      nationLast: nationOf([totals["1"]!.nationScope, totals["1"]!.nationScope, 0], totals["1"]!),
      withheldCounties: 0,
    });
  return {
    question: { counties, from: "2015", to: "2016", ownership: "private", level, sectors: [] },
    rows: rows.map((row) => {
      const [industry, title, first, last, nation0, nation1] = row as [
        string,
        string,
        Cell,
        Cell,
        Nation,
        Nation,
      ];
      const withheld = Math.max(first?.[5] ?? 0, last?.[5] ?? 0);
      return industryRow({
        ...shared,
        ...regions(totals),
        industry,
        title,
        first: regionOf(first),
        last: regionOf(last),
        nationFirst: nationOf(nation0, totals["0"]!),
        nationLast: nationOf(nation1, totals["1"]!),
        withheldCounties: withheld,
      });
    }),
    total: {
      all: totalRow("All jobs", "all"),
      scope: totalRow("All jobs with private employers", "scope"),
    },
    years: 1,
    notes: [],
    provenance: ["2015", "2016"].map((period) => ({
      period,
      words: "Annual averages of every county and state.",
      importedOn: "2018-03-01",
      source: "U.S. Bureau of Labor Statistics, Quarterly Census of Employment and Wages",
    })),
  };
}

function regions(totals: Recorded["totals"]) {
  return { regionFirst: regionOf(totals["0"]!.all), regionLast: regionOf(totals["1"]!.all) };
}

function regionOf(cell: Cell): RegionFigures {
  const [establishments, jobs, low, high, wages, withheldCounties] = cell ?? NONE!;
  return {
    jobs: withheldCounties ? between(low ?? 0, high ?? null) : exactly(jobs ?? 0),
    establishments: establishments ?? 0,
    visibleJobs: jobs ?? 0,
    visibleWages: wages ?? 0,
    withheldCounties: withheldCounties ?? 0,
  };
}

function nationOf(industry: Nation, all: { nation: number; nationScope: number }): NationFigures | null {
  if (!industry) return null;
  const [low = 0, high = 0, jobs = 0] = industry;
  const industryJobs: Bounded = { value: jobs > 0 ? jobs : low === high ? low : null, low, high };
  return { industryJobs, allJobs: exactly(all.nation), scopeJobs: exactly(all.nationScope) };
}

/** Sheridan and Johnson Counties, Wyoming, by sector: 4 of 18 have something withheld. */
export const sheridanAndJohnson: AnalysisAnswer = answerOf(sheridanJohnson as Recorded, "sector");

/** The 15 counties of Central Ohio by industries of three digits: nearly all have something withheld in some county. */
export const centralOhioThreeDigits: AnalysisAnswer = answerOf(centralOhio as unknown as Recorded, "3");
