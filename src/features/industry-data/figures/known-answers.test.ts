import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exactly } from "./bounded.ts";
import { asPublished, locationQuotient } from "./measures.ts";
import { dunn, dynamic, estebanMarquillas, type ShiftShare } from "./shift-share.ts";
import { quotientsOf, shiftSharesOf } from "./small-table.ts";

/** Inputs and answers of others, with their sources and the traps in their conventions: test/known-answers. */
function known(name: string) {
  // biome-ignore lint/suspicious/noExplicitAny: each file has a shape of its own, and the test fails where it is another
  return JSON.parse(readFileSync(`test/known-answers/${name}.json`, "utf8")) as any;
}

const lq = (jobs: number, regionJobs: number, nationIndustryJobs: number, nationJobs: number) =>
  locationQuotient({
    jobs: exactly(jobs),
    regionJobs: exactly(regionJobs),
    nationIndustryJobs: exactly(nationIndustryJobs),
    nationJobs: exactly(nationJobs),
  }).value as number;

const tableOf = (region: number[][], nation: number[][]) => ({
  industries: region[0]!.map((_, at) => ({
    industry: `${at}`,
    region: region.map((year) => year[at]!),
    nation: nation.map((year) => year[at]!),
  })),
});

it("the sample of BLS's published quotients comes out to the printed decimals", () => {
  const { cases } = known("bls-published-lq-sample");
  expect(cases).toHaveLength(20);
  for (const one of cases) {
    const quotient = lq(
      one.area_industry_emp,
      one.area_total_emp_own0,
      one.us_industry_emp,
      one.us_total_emp_own0,
    );
    expect(quotient).toBeCloseTo(one.unrounded, 12);
    expect(asPublished(quotient)).toBe(Number(one.published_lq));
  }
});

it("Ohio's published quotients of 2023 come out with any share of the nation between its bounds", () => {
  const { ohio_2023_annual: rows, ohio_2023_us_share_bounds: bounds } = known("bls-published-lq-sample");
  for (const row of rows) {
    const [low, high] = bounds[`5|${row.industry_code}`].map(Number);
    const quotient = lq(row.emp, row.total_own0, (low + high) / 2, 1);
    expect(asPublished(quotient)).toBe(Number(row.published_lq_emp));
  }
});

describe("Farhauer and Kröll's regions A, B and C", () => {
  const {
    inputs,
    expected,
    classic_per_industry: classic,
    esteban_per_industry: esteban,
  } = known("reat-farhauer-kroell-shift-share");
  const nation = [inputs.nation_t0, inputs.nation_t1];

  it.each(["A", "B", "C"])("%s by Dunn, each industry and all together", (name) => {
    const { rows, totals } = shiftSharesOf(tableOf(inputs[`region_${name}`], nation), "dunn");
    for (const [at, printed] of classic[name].per_industry.entries()) {
      expect(rows[at]?.change).toBe(printed.change);
      // The trap: REAT's own figures of one industry have the industry mix merged into the national share.
      expect(rows[at]?.nationalGrowth).toBeCloseTo(printed.national_share, 9);
      expect(rows[at]?.industryMix).toBeCloseTo(printed.industry_mix, 9);
      expect(rows[at]?.competitiveEffect).toBeCloseTo(printed.regional_share, 9);
    }
    expect(totals.change).toBe(expected[name].Dunn["Growth (t1-t)"]);
    expect(totals.nationalGrowth).toBeCloseTo(expected[name].Dunn["National share"], 9);
    expect(totals.industryMix).toBeCloseTo(expected[name].Dunn["Industrial mix"], 9);
    expect(totals.competitiveEffect).toBeCloseTo(expected[name].Dunn["Regional share"], 9);
  });

  it.each(["A", "B", "C"])("%s by Esteban-Marquillas, each industry and all together", (name) => {
    const { rows, totals } = shiftSharesOf(tableOf(inputs[`region_${name}`], nation), "esteban-marquillas");
    for (const [at, printed] of esteban[name].per_industry.entries()) {
      expect(rows[at]?.competitiveEffect).toBeCloseTo(printed.competitive_effect, 9);
      expect(rows[at]?.allocationEffect).toBeCloseTo(printed.allocation_effect, 9);
    }
    expect(totals.competitiveEffect).toBeCloseTo(expected[name].Esteban["Regional share"], 9);
    expect(totals.allocationEffect).toBeCloseTo(expected[name].Esteban["Allocation effect"], 9);
    expect(totals.industryMix).toBeCloseTo(expected[name].Esteban["Industrial mix"], 9);
  });

  it("REAT's merged share of region A is our expected change", () => {
    const { rows } = shiftSharesOf(tableOf(inputs.region_A, nation), "dunn");
    const merged = Object.values(
      known("reat-farhauer-kroell-shift-share").reat_shifti_region_A["National share"] as Record<
        string,
        number
      >,
    );
    for (const [at, printed] of merged.entries()) expect(rows[at]?.expectedChange).toBeCloseTo(printed, 9);
  });
});

describe("the dynamic shift-share of Barff and Knight", () => {
  const { inputs, expected } = known("reat-dynamic-barff-knight");
  const { region, nation } = inputs;
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  const step = (industry: number, from: number, esteban: boolean): ShiftShare => {
    const cells = {
      jobs0: exactly(region[from][industry]),
      jobs1: exactly(region[from + 1][industry]),
      nationIndustry0: exactly(nation[from][industry]),
      nationIndustry1: exactly(nation[from + 1][industry]),
      nation0: exactly(sum(nation[from])),
      nation1: exactly(sum(nation[from + 1])),
    };
    return esteban ? estebanMarquillas(cells, exactly(sum(region[from]))) : dunn(cells);
  };
  const all = (read: (one: ShiftShare) => number | null | undefined, esteban = false) =>
    sum([0, 1, 2, 3].map((at) => read(dynamic([step(at, 0, esteban), step(at, 1, esteban)])) ?? Number.NaN));

  it("adds the years' parts by Dunn", () => {
    expect(all((one) => one.nationalGrowth.value)).toBeCloseTo(expected.Dunn_total["National share"], 9);
    expect(all((one) => one.industryMix.value)).toBeCloseTo(expected.Dunn_total["Industrial mix"], 9);
    expect(all((one) => one.competitiveEffect.value)).toBeCloseTo(expected.Dunn_total["Regional share"], 9);
    const { totals, rows } = shiftSharesOf(tableOf(region, nation), "dynamic");
    expect(totals.change).toBe(expected.Dunn_total["Growth (t1-t)"]);
    expect(totals.competitiveEffect).toBeCloseTo(expected.Dunn_total["Regional share"], 9);
    for (const [at, name] of ["2000-2001", "2001-2002"].entries())
      expect(sum(rows.map((row) => row.steps?.[at]?.industryMix ?? Number.NaN))).toBeCloseTo(
        expected.Dunn_by_year["Industrial mix"][name],
        9,
      );
  });

  it("adds the years' parts by Esteban-Marquillas", () => {
    const { Esteban_total: total } = expected;
    expect(all((one) => one.competitiveEffect.value, true)).toBeCloseTo(total["Regional share"], 9);
    expect(all((one) => one.allocationEffect?.value, true)).toBeCloseTo(total["Allocation effect"], 9);
  });
});

it("Krumme's table of Holukuluku, signs restored", () => {
  const { inputs, printed } = known("uw-krumme-holukuluku");
  const nation0: number[] = inputs.nation_share_pct_1985;
  const nation1 = nation0.map((jobs, at) => jobs * (1 + inputs.nation_change_pct_1985_1995[at] / 100));
  const { rows, totals } = shiftSharesOf(
    tableOf([inputs.region_1985, inputs.region_1995], [nation0, nation1]),
    "dunn",
  );
  for (const [at, row] of rows.entries()) {
    expect(row.lq0).toBeCloseTo(printed.location_quotient[at], 3);
    expect(row.jobs0 + row.nationalGrowth!).toBeCloseTo(printed.expected_at_national_rate[at], 9);
    expect(row.industryMix).toBeCloseTo(printed.composition_effect[at], 9);
    expect(row.competitiveEffect).toBeCloseTo(printed.differential_effect[at], 9);
    expect(row.industryMix! + row.competitiveEffect!).toBeCloseTo(printed.total_shift[at], 9);
  }
  expect(totals.nationalGrowth).toBeCloseTo(printed.totals.national_growth_effect, 9);
  expect(totals.industryMix).toBeCloseTo(printed.totals.composition_effect_net, 9);
  expect(totals.competitiveEffect).toBeCloseTo(printed.totals.differential_effect_net, 9);
});

it("Santa Barbara 2018 to 2019: the base is the private total, which the fifteen sectors do not add up to", () => {
  const { inputs, expected } = known("santa-barbara-qcew-2018-2019");
  const line = (industry: string, one: Record<string, number>) => ({
    industry,
    region: [one.county_2018!, one.county_2019!],
    nation: [one.us_2018!, one.us_2019!],
  });
  const table = {
    industries: inputs.industries.map((one: Record<string, number>) => line(`${one.naics}`, one)),
    total: line("Total", inputs.totals),
  };
  const { rows } = shiftSharesOf(table, "dunn");
  expect(rows).toHaveLength(15);
  for (const [at, row] of rows.entries()) {
    const { naics, us_base: printed } = expected[at];
    expect(row.industry).toBe(naics);
    expect(row.nationalGrowth).toBeCloseTo(printed.national_growth_effect, 8);
    expect(row.industryMix).toBeCloseTo(printed.industry_mix, 8);
    expect(row.competitiveEffect).toBeCloseTo(printed.regional_share, 8);
    // The trap: what is printed there as national share has the jobs of the start in it.
    expect(Math.round(row.jobs0 + row.nationalGrowth!)).toBe(printed.national_share_printed);
    // One is printed as 123 that is 122.46: there, the rounded parts were made to add up.
    expect(Math.abs(row.industryMix! - printed.industry_mix_printed)).toBeLessThan(1);
    expect(Math.abs(row.competitiveEffect! - printed.regional_share_printed)).toBeLessThan(1);
  }
});

it("econbase's quotients and shift-share", () => {
  const { lq: quotients, shift_share: shift } = known("econbase-tests");
  for (const one of quotients.cases)
    expect(lq(one.local, quotients.total_local, one.nation, quotients.total_nation)).toBeCloseTo(one.lq, 4);
  const table = tableOf([shift.local_t0, shift.local_t1], [shift.nation_t0, shift.nation_t1]);
  const { rows, totals } = shiftSharesOf(table, "dunn");
  for (const [at, printed] of [...shift.expected.per_industry, shift.expected.totals].entries()) {
    const row = rows[at] ?? totals;
    expect(row.change).toBe(printed.change);
    expect(row.nationalGrowth).toBeCloseTo(printed.national_share, 9);
    expect(row.industryMix).toBeCloseTo(printed.industry_mix, 9);
    expect(row.competitiveEffect).toBeCloseTo(printed.regional_share, 9);
  }
});

it("REAT's printed location quotient", () => {
  const [{ inputs, printed, rerun }] = known("reat-printed-values").cases;
  const quotient = lq(inputs.e_ij, inputs.e_j, inputs.e_i, inputs.e);
  expect(quotient).toBeCloseTo(rerun, 14);
  expect(quotient).toBeCloseTo(printed, 7);
});

it("the check example of the field's notes", () => {
  const table = {
    industries: [{ industry: "i", region: [4_000, 4_600], nation: [12_000_000, 12_900_000] }],
    total: { industry: "Total", region: [50_000, 52_000], nation: [140_000_000, 147_000_000] },
  };
  const [row] = shiftSharesOf(table, "dunn").rows;
  expect(row?.nationalGrowth).toBeCloseTo(200, 9);
  expect(row?.industryMix).toBeCloseTo(100, 9);
  expect(row?.competitiveEffect).toBeCloseTo(300, 9);
  const [quotients] = quotientsOf(table).rows;
  expect(quotients?.lq0).toBeCloseTo(0.9333, 4);
  expect(quotients?.lq1).toBeCloseTo(1.0081, 4);
});
