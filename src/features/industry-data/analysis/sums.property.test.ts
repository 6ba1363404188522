import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "./cells.ts";
import { NOTHING, sumCells } from "./sums.ts";

/** A county's sector with its industries, and which of them are withheld; the truth stands beside. */
const family = fc.record({
  area: fc.constantFrom("56033", "56019", "30003"),
  truth: fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 6 }),
  hides: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
});
type Family = { area: string; truth: number[]; hides: boolean[] };

/** Cells as an import writes them: of withheld siblings each has the whole of what is hidden as its `high`. */
function cellsOf({ area, truth, hides }: Family, ownership: number): Cell[] {
  const hidden = truth.reduce((sum, jobs, at) => sum + (hides[at] ? jobs : 0), 0);
  return truth.map((jobs, at) => {
    const withheld = hides[at] ?? false;
    return {
      area,
      digits: 3,
      industry: `31${at}`,
      parent: "31-33",
      ownership,
      establishments: 1 + at,
      jobs: withheld ? null : jobs,
      wages: withheld ? null : jobs * 40_000,
      withheld,
      low: withheld ? 0 : jobs,
      high: withheld ? hidden : jobs,
    };
  });
}

const together = () => ["row"];
const sumOf = (cells: Cell[]) => sumCells([cells, cells], [together, together]).get("row")?.first ?? NOTHING;
const families = fc.uniqueArray(family, { selector: ({ area }) => area, minLength: 1, maxLength: 3 });

describe("adding cells up", () => {
  it("holds the truth between its bounds, and says the number where nothing is withheld", () => {
    fc.assert(
      fc.property(families, (all) => {
        const cells = all.flatMap((one, index) => cellsOf(one, 1 + index));
        const truth = all.flatMap((one) => one.truth).reduce((sum, jobs) => sum + jobs, 0);
        const { low, high, jobs, withheld } = sumOf(cells);
        expect(low).toBeLessThanOrEqual(truth);
        expect(high).toBeGreaterThanOrEqual(truth);
        // What siblings hide is hidden once: the sum of a whole family is known exactly.
        expect(high).toBe(truth);
        if (withheld === 0) expect(jobs).toBe(truth);
      }),
    );
  });

  it("makes a region of its counties, whatever their order", () => {
    fc.assert(
      fc.property(families, fc.integer(), (all, seed) => {
        const cells = all.flatMap((one) => cellsOf(one, 5));
        const shuffled = [...cells].sort((a, b) => ((a.low + seed) % 7) - ((b.low + seed) % 7));
        const whole = sumOf(cells);
        expect(sumOf(shuffled)).toEqual(whole);
        const parts = all.map((one) => sumOf(cellsOf(one, 5)));
        const add = (of: "jobs" | "low" | "establishments" | "wages" | "withheld") =>
          parts.reduce((sum, part) => sum + part[of], 0);
        for (const of of ["jobs", "low", "establishments", "wages", "withheld"] as const)
          expect(whole[of]).toBe(add(of));
        expect(whole.high).toBe(parts.reduce((sum, { high }) => sum + (high ?? 0), 0));
      }),
    );
  });

  it("gives the same for a sector that is split and put together again", () => {
    fc.assert(
      fc.property(family, (one) => {
        const cells = cellsOf({ ...one, hides: one.hides.map(() => false) }, 5);
        const split = sumCells([cells, cells], [({ industry }) => [industry], ({ industry }) => [industry]]);
        const jobs = [...split.values()].reduce((sum, { last }) => sum + last.jobs, 0);
        expect(sumOf(cells).jobs).toBe(jobs);
      }),
    );
  });

  it("says that nobody can say where a cell has no upper bound", () => {
    const [cell] = cellsOf(
      { area: "31165", truth: [4], hides: [true, false, false, false, false, false] },
      5,
    );
    expect(sumOf([{ ...cell!, high: null }])).toMatchObject({ low: 0, high: null, withheld: 1 });
  });

  it("counts a county once that withholds something in both periods", () => {
    const cells = cellsOf(
      { area: "56033", truth: [4, 5], hides: [true, true, false, false, false, false] },
      5,
    );
    expect(sumCells([cells, cells], [together, together]).get("row")).toMatchObject({ withheld: 1 });
  });
});
