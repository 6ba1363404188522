import { type Bounded, UNKNOWN } from "../figures/bounded.ts";
import type { IndustryRowInput, NationFigures, RegionFigures } from "../figures/industry-row.ts";
import type { Periods } from "./periods.ts";
import type { OwnershipScope } from "./question.ts";
import type { RowSums } from "./row-cells.ts";
import { NOTHING, type PeriodSum } from "./sums.ts";

type Figures = Pick<
  IndustryRowInput,
  "first" | "last" | "regionFirst" | "regionLast" | "nationFirst" | "nationLast" | "withheldCounties"
>;

/**
 * Finds what was added up by the key of its row.
 *
 * @param scope the total that shift-share takes the nation's growth from
 */
export function figuresByKey(
  { here, nation }: RowSums,
  scope: OwnershipScope,
  periods: Periods,
): (key: string, absent?: readonly [boolean, boolean]) => Figures {
  const nationIn = (at: "first" | "last", key: string): NationFigures | null => {
    const all = nation.get("all")?.[at];
    if (!all || periods[at === "first" ? 0 : 1].base.kind === "missing") return null;
    return {
      industryJobs: boundedJobs(nation.get(key)?.[at] ?? NOTHING),
      allJobs: boundedJobs(all),
      scopeJobs: boundedJobs(nation.get(scope)?.[at] ?? NOTHING),
    };
  };
  return (key, [noFirst, noLast] = [false, false]) => ({
    first: noFirst ? NO_FIGURES : regionFigures(here.get(key)?.first),
    last: noLast ? NO_FIGURES : regionFigures(here.get(key)?.last),
    regionFirst: regionFigures(here.get("all")?.first),
    regionLast: regionFigures(here.get("all")?.last),
    nationFirst: nationIn("first", key),
    nationLast: nationIn("last", key),
    withheldCounties: here.get(key)?.withheld ?? 0,
  });
}

/** Where a period has no such industry, which is not the same as no jobs. */
const NO_FIGURES: RegionFigures = {
  jobs: UNKNOWN,
  establishments: 0,
  visibleJobs: 0,
  visibleWages: 0,
  withheldCounties: 0,
};

function regionFigures(sum: PeriodSum = NOTHING): RegionFigures {
  const { establishments, jobs, wages, withheld } = sum;
  return {
    jobs: boundedJobs(sum),
    establishments,
    visibleJobs: jobs,
    visibleWages: wages,
    withheldCounties: withheld,
  };
}

/** Withheld somewhere: no value, although the sum of what is visible is known. */
function boundedJobs({ jobs, low, high, withheld }: PeriodSum): Bounded {
  return { value: withheld > 0 ? null : jobs, low, high };
}
