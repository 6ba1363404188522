import type { Workbench } from "#platform/figures/workbench.ts";
import { keySql, movedTo, of, within } from "./cell-keys.ts";
import { downTo, heldRows } from "./writing.ts";

const COUNTY = 0;
const NATION = 1;
const STATE = 2;

/** Half width of the bounds up to which the middle stands for an added-up number of the nation, as a fraction of it. */
const LEAST_SURE = 0.005;

/** Jobs that the rounding of some fifty members may leave between a sum and its parts, for each part. */
const ROUNDING = 30;

const cell = of("key");

/**
 * Adds a state's rows up from its counties, "unknown county" among them, which belongs to the state alone.
 *
 * @param depth digits of NAICS down to which all of them have rows; a sum that lacks some would be none
 * @param also industries of more digits that all of them have
 */
export async function addUpState(
  bench: Workbench,
  period: number,
  state: string,
  depth: number,
  also: readonly string[],
): Promise<void> {
  const area = Number(state) * 1000;
  const members = (key: string) =>
    `${within(key, period, COUNTY)} and ${of(key).area} between ${area} and ${area + 999}`;
  await addUp(bench, { members, geography: STATE, area, depth, also });
}

/** Adds the nation up from the 50 states and the District of Columbia, which is what BLS's nation consists of. */
export async function addUpNation(
  bench: Workbench,
  period: number,
  states: readonly string[],
  depth: number,
  also: readonly string[],
): Promise<void> {
  const codes = states.map((fips) => Number(fips) * 1000).join(", ");
  const members = (key: string) => `${within(key, period, STATE)} and ${of(key).area} in (${codes})`;
  await addUp(bench, { members, geography: NATION, area: 0, depth, also });
  // Bounds so narrow that nobody could tell the difference have their middle as their number.
  await bench.rows(`
    update added set jobs = round((low + high) / 2.0)
    where ${within("key", period, NATION)} and jobs is null and high > 0
      and (high - low) / 2.0 <= ${LEAST_SURE} * ((low + high) / 2.0)`);
}

async function addUp(
  bench: Workbench,
  {
    members,
    geography,
    area,
    depth,
    also,
  }: {
    members: (key: string) => string;
    geography: number;
    area: number;
    depth: number;
    also: readonly string[];
  },
): Promise<void> {
  const key = keySql({
    period: "any_value(period)",
    geography: String(geography),
    digits: "digits",
    area: String(area),
    industry: "industry",
    ownership: "ownership",
  });
  await bench.rows(`
    insert into added
    select ${key} as key, any_value(above) as up, sum(establishments), case when not bool_or(withheld) then sum(jobs) end,
      case when not bool_or(withheld) then sum(wages) end, bool_or(withheld), sum(low),
      case when count(high) = count(*) then sum(high) end
    from (select *, ${cell.period} as period, ${cell.digits} as digits, ${cell.industry} as industry,
        ${cell.ownership} as ownership, case when up > 0 then ${movedTo("up", geography, String(area))} end as above
      from ${heldRows(members)})
    where ${downTo("key", depth, also)}
    group by digits, industry, ownership`);
  const own = `${cell.area} = ${area} and ${cell.geography} = ${geography}`;
  // What BLS publishes as a time series need not be a sum with holes.
  await bench.rows(`
    update added set jobs = series.jobs, low = series.jobs, high = series.jobs
    from series where series.key = added.key and added.withheld and ${own.replaceAll("key", "added.key")}`);
  // Below the depth some parts of a whole are missing, so what is left for the others cannot be told.
  for (const level of [0, 2, 3, 4, 5, 6]) if (level <= depth) await narrow(bench, own, level);
}

/**
 * The parts of a whole add up to it, so what one part has at least, the others together have at most less. Every
 * member's number was rounded, which leaves half a job for each.
 */
async function narrow(bench: Workbench, own: string, digits: number): Promise<void> {
  const low = "greatest(low, whole_low - (highs - high) - slack)";
  const high = "least(high, whole_high - (lows - low) + slack)";
  // Where what is left contradicts itself, the parts do not add up to the whole, and nothing follows from it.
  await bench.rows(`
    update added set low = ${low}, high = ${high}
    from (
      select parts.up as whole, sum(parts.low) as lows, sum(parts.high) as highs,
        any_value(wholes.low) as whole_low, any_value(wholes.high) as whole_high, count(*) * ${ROUNDING} as slack
      from added as parts join added as wholes on wholes.key = parts.up
      group by parts.up having count(parts.high) = count(*) and any_value(wholes.high) is not null)
    where up = whole and jobs is null and ${low} <= ${high} and ${own} and ${cell.digits} = ${digits}`);
}
