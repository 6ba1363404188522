import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, type Bounded, between, exactly } from "./bounded.ts";
import { industryRow, type NationFigures, type RegionFigures } from "./industry-row.ts";
import type { IndustryRow } from "./row.ts";
import { dunn, dynamic, estebanMarquillas } from "./shift-share.ts";

/** Every figure of a row that has bounds. */
const FIGURES = [
  "jobs0",
  "jobs1",
  "averageSize1",
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
] as const satisfies readonly (keyof IndustryRow)[];

/** One cell as BLS knows it: the jobs of each establishment. */
type Cell = readonly number[];
/** Of one county in one period: the cells of its industries, which are all there are. */
type County = readonly Cell[];

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const jobsOf = (cell: Cell) => sum(cell);

/** Fewer than three establishments, or one with 80 percent of the jobs; and one more where only one would be hidden. */
function withheldIn(county: County): boolean[] {
  const hidden = county.map(
    (cell) => cell.length > 0 && (cell.length < 3 || Math.max(...cell) >= 0.8 * jobsOf(cell)),
  );
  if (hidden.filter(Boolean).length === 1) {
    const open = county.map((cell, at) => ({ at, jobs: jobsOf(cell) })).filter(({ at }) => !hidden[at]);
    const [least] = open.sort((a, b) => a.jobs - b.jobs);
    if (least) hidden[least.at] = true;
  }
  return hidden;
}

/** What BLS publishes of a cell; a withheld one has all that is hidden among its siblings as its most. */
function seen(county: County, industry: number): Bounded {
  const hidden = withheldIn(county);
  if (!hidden[industry]) return exactly(jobsOf(county[industry] ?? []));
  return between(0, sum(county.map((cell, at) => (hidden[at] ? jobsOf(cell) : 0))));
}

function figures(counties: readonly County[], industry: number, hide: boolean): RegionFigures {
  const cells = counties.map((county) => county[industry] ?? []);
  const truth = sum(cells.map(jobsOf));
  const jobs = hide ? add(...counties.map((county) => seen(county, industry))) : exactly(truth);
  return {
    jobs,
    establishments: sum(cells.map((cell) => cell.length)),
    visibleJobs: truth,
    visibleWages: truth * 50_000,
    withheldCounties: hide ? counties.filter((county) => withheldIn(county)[industry]).length : 0,
  };
}

function totalOf(counties: readonly County[]): RegionFigures {
  const industries = counties[0]?.map((_, at) => at) ?? [];
  const jobs = sum(industries.map((at) => figures(counties, at, false).jobs.value ?? 0));
  return {
    jobs: exactly(jobs),
    establishments: 100,
    visibleJobs: jobs,
    visibleWages: jobs * 50_000,
    withheldCounties: 0,
  };
}

function addedFigures(parts: readonly RegionFigures[]): RegionFigures {
  return {
    jobs: add(...parts.map(({ jobs }) => jobs)),
    establishments: sum(parts.map(({ establishments }) => establishments)),
    visibleJobs: sum(parts.map(({ visibleJobs }) => visibleJobs)),
    visibleWages: sum(parts.map(({ visibleWages }) => visibleWages)),
    withheldCounties: 0,
  };
}

interface World {
  first: readonly County[];
  last: readonly County[];
  nationFirst: NationFigures;
  nationLast: NationFigures;
  years: number;
}

const exactNation = fc
  .tuple(fc.integer({ min: 1, max: 9_000_000 }), fc.integer({ min: 0, max: 90_000_000 }), fc.nat(40_000_000))
  .map(([industry, others, otherOwnerships]) => ({
    industryJobs: exactly(industry),
    scopeJobs: exactly(industry + others),
    allJobs: exactly(industry + others + otherOwnerships),
  }));
const cell = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 6 });
const world: fc.Arbitrary<World> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 5 }))
  .chain(([counties, industries]) => {
    const period = fc.array(fc.array(cell, { minLength: industries, maxLength: industries }), {
      minLength: counties,
      maxLength: counties,
    });
    return fc.record({
      first: period,
      last: period,
      nationFirst: exactNation,
      nationLast: exactNation,
      years: fc.integer({ min: 1, max: 10 }),
    });
  });

function rowOf(
  { first, last, nationFirst, nationLast, years }: World,
  industry = 0,
  hide = false,
): IndustryRow {
  return industryRow({
    industry: `${industry}`,
    title: "",
    first: figures(first, industry, hide),
    last: figures(last, industry, hide),
    regionFirst: totalOf(first),
    regionLast: totalOf(last),
    nationFirst,
    nationLast,
    years,
    periodsAYear: 1,
    counties: first.length,
    withheldCounties: 0,
  });
}

const near = (truth: number) => 1e-9 * (1 + Math.abs(truth));

/** The truth lies between the bounds; where there is no truth, there is nothing to hold. */
function expectHeld(name: string, { low, high }: Bounded, { value: truth }: Bounded): void {
  if (truth === null) return;
  expect(low ?? Number.NEGATIVE_INFINITY, `${name} at least`).toBeLessThanOrEqual(truth + near(truth));
  expect(high ?? Number.POSITIVE_INFINITY, `${name} at most`).toBeGreaterThanOrEqual(truth - near(truth));
}

describe("bounds hold the truth", () => {
  it("where cells are hidden as BLS hides them", () => {
    let hidden = 0;
    fc.assert(
      fc.property(world, (one) => {
        const [truth, shown] = [rowOf(one), rowOf(one, 0, true)];
        if (shown.jobs0.value === null || shown.jobs1.value === null) hidden += 1;
        for (const name of FIGURES) {
          expectHeld(name, shown[name], truth[name]);
          if (shown.jobs0.value !== null && shown.jobs1.value !== null)
            expect(shown[name], name).toEqual(truth[name]);
        }
      }),
      { numRuns: 400 },
    );
    expect(hidden).toBeGreaterThan(100);
  });

  it("where the nation's figures were reconstructed, too", () => {
    const doubt = fc.tuple(
      fc.double({ min: -0.01, max: 0.01, noNaN: true }),
      fc.double({ min: 0, max: 0.01, noNaN: true }),
    );
    const reconstructed = ({ value }: Bounded, [off, more]: [number, number]): Bounded => {
      const guess = (value ?? 0) * (1 + off);
      const width = (value ?? 0) * (Math.abs(off) + more);
      return { value: guess, low: guess - width, high: guess + width };
    };
    fc.assert(
      fc.property(world, fc.array(doubt, { minLength: 6, maxLength: 6 }), (one, [a, b, c, d, e, f]) => {
        const { nationFirst, nationLast } = one;
        const doubtful = {
          ...one,
          nationFirst: {
            industryJobs: reconstructed(nationFirst.industryJobs, a!),
            scopeJobs: reconstructed(nationFirst.scopeJobs, b!),
            allJobs: reconstructed(nationFirst.allJobs, c!),
          },
          nationLast: {
            industryJobs: reconstructed(nationLast.industryJobs, d!),
            scopeJobs: reconstructed(nationLast.scopeJobs, e!),
            allJobs: reconstructed(nationLast.allJobs, f!),
          },
        };
        const [truth, shown] = [rowOf(one), rowOf(doubtful, 0, true)];
        for (const name of FIGURES) {
          expectHeld(name, shown[name], truth[name]);
          expectHeld(name, shown[name], shown[name]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("of Esteban-Marquillas and of the dynamic shift-share as well", () => {
    fc.assert(
      fc.property(world, fc.array(exactNation, { minLength: 3, maxLength: 3 }), (one, nations) => {
        const periods = [one.first, one.last, one.first];
        const step = (from: number, hide: boolean) =>
          estebanMarquillas(
            {
              jobs0: figures(periods[from]!, 0, hide).jobs,
              jobs1: figures(periods[from + 1]!, 0, hide).jobs,
              nationIndustry0: nations[from]!.industryJobs,
              nationIndustry1: nations[from + 1]!.industryJobs,
              nation0: nations[from]!.scopeJobs,
              nation1: nations[from + 1]!.scopeJobs,
            },
            totalOf(periods[from]!).jobs,
          );
        const [truth, shown] = [
          dynamic([step(0, false), step(1, false)]),
          dynamic([step(0, true), step(1, true)]),
        ];
        for (const name of [
          "nationalGrowth",
          "industryMix",
          "competitiveEffect",
          "allocationEffect",
        ] as const)
          expectHeld(name, shown[name]!, truth[name]!);
      }),
    );
  });
});

describe("what always holds", () => {
  it("the parts add up to the change, by every method", () => {
    fc.assert(
      fc.property(world, (one) => {
        const row = rowOf(one);
        fc.pre(row.nationalGrowth.value !== null);
        const parts = row.nationalGrowth.value! + row.industryMix.value! + row.competitiveEffect.value!;
        const size = Math.abs(row.nationalGrowth.value!) + Math.abs(row.industryMix.value!);
        expect(Math.abs(parts - row.change.value!)).toBeLessThan(near(size));
        const cells = {
          jobs0: row.jobs0,
          jobs1: row.jobs1,
          nationIndustry0: one.nationFirst.industryJobs,
          nationIndustry1: one.nationLast.industryJobs,
          nation0: one.nationFirst.scopeJobs,
          nation1: one.nationLast.scopeJobs,
        };
        const other = estebanMarquillas(cells, totalOf(one.first).jobs);
        const freed = other.competitiveEffect.value! + other.allocationEffect!.value!;
        const largest = Math.abs(other.competitiveEffect.value!) + Math.abs(other.allocationEffect!.value!);
        expect(Math.abs(freed - row.competitiveEffect.value!)).toBeLessThan(near(largest + size));
        expect(dynamic([dunn(cells)])).toEqual(dunn(cells));
      }),
    );
  });

  it("the nation's own location quotient is 1, and nothing of its change is competitive", () => {
    fc.assert(
      fc.property(exactNation, exactNation, (nationFirst, nationLast) => {
        const of = (jobs: Bounded): RegionFigures => ({
          jobs,
          establishments: 50,
          visibleJobs: jobs.value!,
          visibleWages: 1,
          withheldCounties: 0,
        });
        const row = industryRow({
          industry: "62",
          title: "",
          first: of(nationFirst.industryJobs),
          last: of(nationLast.industryJobs),
          regionFirst: of(nationFirst.allJobs),
          regionLast: of(nationLast.allJobs),
          nationFirst,
          nationLast,
          years: 1,
          periodsAYear: 1,
          counties: 3_143,
          withheldCounties: 0,
        });
        expect(row.lq0).toEqual(exactly(1));
        expect(row.lq1).toEqual(exactly(1));
        expect(Math.abs(row.competitiveEffect.value!)).toBeLessThan(near(row.jobs1.value!));
      }),
    );
  });

  it("a region is the sum of its counties", () => {
    fc.assert(
      fc.property(world, (one) => {
        const whole = rowOf(one);
        const each = one.first.map((county, at) => rowOf({ ...one, first: [county], last: [one.last[at]!] }));
        for (const name of ["jobs0", "jobs1", "change"] as const)
          expect(add(...each.map((row) => row[name]))).toEqual(whole[name]);
        // A county without jobs at first has no number of its own, and adds what it gained to the region's.
        fc.pre(each.every((row) => row.nationalGrowth.value !== null));
        for (const name of ["nationalGrowth", "industryMix", "competitiveEffect"] as const) {
          const parts = each.map((row) => row[name]);
          // An industry that grew a millionfold makes parts of billions: what is rounded off grows with them.
          const size = parts.reduce((sum, { value }) => sum + Math.abs(value!), 1);
          expect(Math.abs(add(...parts).value! - whole[name].value!) / size).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it("a sector that is split and added again is what it was", () => {
    fc.assert(
      fc.property(world, fc.double({ min: 0, max: 1, noNaN: true }), (one, part) => {
        const nationParts = ({ industryJobs, ...rest }: NationFigures): [NationFigures, NationFigures] => {
          const some = Math.floor(industryJobs.value! * part);
          return [
            { ...rest, industryJobs: exactly(some) },
            { ...rest, industryJobs: exactly(industryJobs.value! - some) },
          ];
        };
        const parity = (counties: readonly County[], side: number) =>
          counties.map((county) => county.map((own) => own.filter((_, at) => at % 2 === side)));
        const [first, last] = [nationParts(one.nationFirst), nationParts(one.nationLast)];
        const parts = [0, 1].map((side) => ({
          ...one,
          first: parity(one.first, side),
          last: parity(one.last, side),
          nationFirst: first[side]!,
          nationLast: last[side]!,
        }));
        const rows = parts.map((half) => rowOf(half));
        const whole = rowOf(one);
        for (const name of ["jobs0", "jobs1", "change"] as const)
          expect(add(...rows.map((row) => row[name]))).toEqual(whole[name]);
        // Mix and competition trade places inside a split sector; the nation's growth cannot.
        if (rows.every((row) => row.nationalGrowth.value !== null))
          expect(
            Math.abs(add(...rows.map((row) => row.nationalGrowth)).value! - whole.nationalGrowth.value!),
          ).toBeLessThan(near(whole.nationalGrowth.value!));
        const added = industryRow({
          industry: "0",
          title: "",
          first: addedFigures(parts.map((half) => figures(half.first, 0, false))),
          last: addedFigures(parts.map((half) => figures(half.last, 0, false))),
          regionFirst: totalOf(one.first),
          regionLast: totalOf(one.last),
          nationFirst: { ...one.nationFirst, industryJobs: add(...first.map((half) => half.industryJobs)) },
          nationLast: { ...one.nationLast, industryJobs: add(...last.map((half) => half.industryJobs)) },
          years: one.years,
          periodsAYear: 1,
          counties: one.first.length,
          withheldCounties: 0,
        });
        expect(added).toEqual(whole);
      }),
    );
  });

  it("neither the order of counties and industries nor the unit of jobs matters", () => {
    fc.assert(
      fc.property(world, (one) => {
        const turned = (counties: readonly County[]) =>
          [...counties].reverse().map((county) => [...county].reverse());
        const last = one.first[0]!.length - 1;
        expect({
          ...rowOf({ ...one, first: turned(one.first), last: turned(one.last) }, last),
          industry: "0",
        }).toEqual(rowOf(one));
        // A power of two changes no digit of a binary number: rates stay, amounts double.
        const doubledNation = (nation: NationFigures): NationFigures => ({
          industryJobs: exactly(nation.industryJobs.value! * 2),
          scopeJobs: exactly(nation.scopeJobs.value! * 2),
          allJobs: exactly(nation.allJobs.value! * 2),
        });
        const doubled = (counties: readonly County[]) =>
          counties.map((county) => county.map((own) => own.map((jobs) => jobs * 2)));
        const plain = rowOf(one);
        const double = rowOf({
          ...one,
          first: doubled(one.first),
          last: doubled(one.last),
          nationFirst: doubledNation(one.nationFirst),
          nationLast: doubledNation(one.nationLast),
        });
        for (const name of ["percent", "cagr", "share0", "share1", "lq0", "lq1", "lqChange"] as const)
          expect(double[name]).toEqual(plain[name]);
        for (const name of ["change", "nationalGrowth", "industryMix", "competitiveEffect"] as const)
          expect(double[name].value).toBe(plain[name].value === null ? null : plain[name].value * 2);
      }),
    );
  });
});
