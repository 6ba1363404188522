import { add, type Bounded, divide, exactly, multiply, subtract, UNKNOWN } from "./bounded.ts";

export const SHIFT_SHARE_METHODS = ["dunn", "esteban-marquillas", "dynamic"] as const;
export type ShiftShareMethod = (typeof SHIFT_SHARE_METHODS)[number];

/**
 * One industry in two periods, in jobs. `nation` is the total of the ownership that the industry counts; with another
 * total the national growth is another's.
 */
export interface ShiftShareCells {
  /** `e0`, `e1` */
  jobs0: Bounded;
  jobs1: Bounded;
  /** `E0`, `E1` */
  nationIndustry0: Bounded;
  nationIndustry1: Bounded;
  /** `N0`, `N1` */
  nation0: Bounded;
  nation1: Bounded;
}

/** Why there is no number, although nothing is withheld: a growth from nothing is none. */
export type NoNumber = "no-jobs-at-first" | "no-national-jobs-at-first";

/** In jobs. The effects add up to `change`. */
export interface ShiftShare {
  change: Bounded;
  nationalGrowth: Bounded;
  industryMix: Bounded;
  competitiveEffect: Bounded;
  /** Of Esteban-Marquillas only. */
  allocationEffect?: Bounded;
  /** What there would have been, had the region gone as the nation's industry: national growth and industry mix. */
  expectedChange: Bounded;
  noNumber?: NoNumber;
}

/**
 * The classic shift-share, in jobs:
 *
 * - national growth `e0 · (N1/N0 − 1)`
 * - industry mix `e0 · (E1/E0 − N1/N0)`
 * - competitive effect `e1 − e0 · E1/E0`
 *
 * Some print as "national share" `e0 · N1/N0`, with the jobs of the start in it; here it is the growth alone.
 *
 * Source: E. S. Dunn, "A statistical and analytical technique for regional analysis", Papers of the Regional Science
 * Association 6 (1960).
 */
export function dunn(cells: ShiftShareCells): ShiftShare {
  const noNumber = noNumberOf(cells);
  if (noNumber) return withoutNumbers(cells, noNumber);
  const { jobs0, jobs1 } = cells;
  const growth = divide(cells.nation1, cells.nation0);
  const industryGrowth = divide(cells.nationIndustry1, cells.nationIndustry0);
  return {
    change: subtract(jobs1, jobs0),
    nationalGrowth: multiply(jobs0, add(growth, exactly(-1))),
    industryMix: multiply(jobs0, subtract(industryGrowth, growth)),
    competitiveEffect: subtract(jobs1, multiply(jobs0, industryGrowth)),
    // The nation's growth cancels out; without it, its doubt stays out as well.
    expectedChange: multiply(jobs0, add(industryGrowth, exactly(-1))),
  };
}

/**
 * Shift-share with the competitive effect freed from how much of the industry the region has. With the homothetic jobs
 * `h = r0 · E0/N0`, which the region would have with the nation's mix of industries:
 *
 * - national growth and industry mix as with Dunn
 * - competitive effect `h · (e1/e0 − E1/E0)`
 * - allocation effect `(e0 − h) · (e1/e0 − E1/E0)`
 *
 * @param regionJobs0 `r0`, all jobs of the region in the first period, of the ownership that the industry counts
 *
 * Source: J. M. Esteban-Marquillas, "A reinterpretation of shift-share analysis", Regional and Urban Economics 2 (1972).
 */
export function estebanMarquillas(cells: ShiftShareCells, regionJobs0: Bounded): ShiftShare {
  const classic = dunn(cells);
  if (classic.noNumber) return { ...classic, allocationEffect: UNKNOWN };
  const homothetic = divide(multiply(regionJobs0, cells.nationIndustry0), cells.nation0);
  const lead = subtract(
    divide(cells.jobs1, cells.jobs0),
    divide(cells.nationIndustry1, cells.nationIndustry0),
  );
  return {
    ...classic,
    competitiveEffect: multiply(homothetic, lead),
    allocationEffect: multiply(subtract(cells.jobs0, homothetic), lead),
  };
}

/**
 * The dynamic shift-share: each year is held against the year before, and the effects of the years are added. One year
 * without a number leaves the whole without.
 *
 * Source: R. A. Barff and P. L. Knight, "Dynamic shift-share analysis", Growth and Change 19 (1988).
 *
 * @param years what `dunn` or `estebanMarquillas` says of each pair of years that follow each other
 */
export function dynamic(years: readonly ShiftShare[]): ShiftShare {
  const sum = (effect: (year: ShiftShare) => Bounded) => add(...years.map(effect));
  const noNumber = years.find((year) => year.noNumber)?.noNumber;
  const allocated = years.some((year) => year.allocationEffect);
  return {
    change: sum((year) => year.change),
    nationalGrowth: sum((year) => year.nationalGrowth),
    industryMix: sum((year) => year.industryMix),
    competitiveEffect: sum((year) => year.competitiveEffect),
    ...(allocated ? { allocationEffect: sum((year) => year.allocationEffect ?? exactly(0)) } : {}),
    expectedChange: sum((year) => year.expectedChange),
    ...(noNumber ? { noNumber } : {}),
  };
}

function noNumberOf({ jobs0, nationIndustry0, nation0 }: ShiftShareCells): NoNumber | undefined {
  if (jobs0.value === 0) return "no-jobs-at-first";
  return nationIndustry0.value === 0 || nation0.value === 0 ? "no-national-jobs-at-first" : undefined;
}

function withoutNumbers({ jobs0, jobs1 }: ShiftShareCells, noNumber: NoNumber): ShiftShare {
  return {
    change: subtract(jobs1, jobs0),
    nationalGrowth: UNKNOWN,
    industryMix: UNKNOWN,
    competitiveEffect: UNKNOWN,
    expectedChange: UNKNOWN,
    noNumber,
  };
}
