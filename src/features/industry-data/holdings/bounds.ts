import type { Workbench } from "#platform/figures/workbench.ts";
import { of } from "./cell-keys.ts";

const cell = of("key");
const whole = of("up");

/**
 * A number from 0 to 62 that differs among the parts of one whole: ownerships, sectors (whose codes differ modulo 63),
 * 3-digit industries of a sector that spans tens, the last digit below.
 */
const PLACE_AMONG_SIBLINGS = `case ${cell.digits} when 0 then ${cell.ownership} when 2 then ${cell.industry} % 63
  when 3 then ${cell.industry} - ${whole.industry} * 10 else ${cell.industry} % 10 end`;

/**
 * Bounds of withheld cells. Puts into `highs` how many jobs are hidden among the withheld parts of a whole: what the whole has at most, less its
 * disclosed parts, and never below 0. Where the whole is withheld itself, it has at most what is hidden among *its*
 * siblings, so this walks from the total down. Null where nothing above says anything.
 */
export async function boundWithheld(bench: Workbench): Promise<void> {
  // Siblings are counted twice over, once as they are and once as different places: twins show without a sort.
  await bench.rows(`
    create table wholes as
    select up, coalesce(sum(jobs), 0)::bigint as disclosed, bool_or(withheld) as hides,
      bit_count(bit_or(1::bigint << (${PLACE_AMONG_SIBLINGS})::integer)) <> count(*) as twins
    from cells group by up having hides or twins`);
  await bench.rows(`
    create table hiding as
    select wholes.up, wholes.disclosed, cells.jobs, cells.withheld, cells.up as above, ${of("wholes.up").digits} as digits,
      ${of("wholes.up").ownership} = 0 as is_all
    from wholes left join cells on cells.key = wholes.up where wholes.hides and wholes.up > 0`);
  await bench.rows("create table highs (up bigint, high bigint)");
  const steps = [
    "digits = 0 and is_all",
    "digits = 0 and not is_all",
    ...[2, 3, 4, 5].map((d) => `digits = ${d}`),
  ];
  for (const step of steps)
    await bench.rows(`
      insert into highs
      select hiding.up, greatest(coalesce(hiding.jobs, highs.high) - hiding.disclosed, 0)
      from hiding left join highs on highs.up = hiding.above where ${step}`);
  await raiseFloors(bench);
  await bench.rows("drop table hiding");
}

/** Puts into `floors` how many jobs a withheld whole has at least: what its parts disclose, from the deepest up. */
async function raiseFloors(bench: Workbench): Promise<void> {
  await bench.rows("create table floors (key bigint, above bigint, low bigint)");
  for (const digits of [5, 4, 3, 2, 0])
    await bench.rows(`
      insert into floors
      select up, any_value(above), sum(disclosed + coalesce(deeper, 0)) as low
      from (select * from hiding where withheld and digits = ${digits} and not is_all)
        left join (select above as up, sum(low) as deeper from floors group by above) using (up)
      group by up having low > 0`);
}

/** The key of a cell that stands twice in the files, if any does. To be asked after `boundWithheld`. */
export async function twinCell(bench: Workbench): Promise<string | undefined> {
  const [doubtful] = await bench.rows<{ n: number }>("select count(*) as n from wholes where twins");
  if (!doubtful?.n) return undefined;
  const [twin] = await bench.rows<{ key: string }>(`
    select key::varchar as key from cells semi join (select up from wholes where twins) using (up)
    group by cells.key having count(*) > 1 order by cells.key limit 1`);
  return twin?.key;
}
