import type { Workbench } from "#platform/figures/workbench.ts";
import { of } from "./cell-keys.ts";

const cell = of("key");

/**
 * A number from 0 to 62 that differs among the parts of one whole: they differ by ownership alone, or by industry, where
 * the codes of sectors differ modulo 63, those of 3 digits lie within a span of thirty, and longer ones of ten.
 */
const PLACE_AMONG_SIBLINGS = `(${cell.industry} + ${cell.ownership}) % 63`;

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
    select wholes.up, wholes.disclosed, above_it.jobs, above_it.withheld, above_it.up as above,
      (${of("wholes.up").digits})::utinyint as digits, ${of("wholes.up").ownership} = 0 as is_all
    from wholes left join (select * from cells where ${cell.digits} < 6) as above_it on above_it.key = wholes.up
    where wholes.hides and wholes.up > 0`);
  for (const [step, wholes] of STEPS.entries()) {
    const above = step === 0 ? "(select null::bigint as up, null::bigint as high)" : `highs${step - 1}`;
    // A table for each step: the engine fills a new one with all its threads.
    await bench.rows(`
      create table highs${step} as
      select hiding.up, greatest(coalesce(hiding.jobs, above_it.high) - hiding.disclosed, 0)::integer as high
      from hiding left join ${above} as above_it on above_it.up = hiding.above where ${wholes}`);
  }
  await bench.rows(
    `create view highs as ${STEPS.map((_, step) => `select * from highs${step}`).join(" union all ")}`,
  );
  await raiseFloors(bench);
  await bench.rows("drop table hiding");
}

/** From the top down; each step's wholes are parts of the step before. */
const STEPS = [
  "digits = 0 and is_all",
  "digits = 0 and not is_all",
  "digits = 2",
  "digits = 3",
  "digits = 4",
  "digits = 5",
];

/** Puts into `floors` how many jobs a withheld whole has at least: what its parts disclose, from the deepest up. */
async function raiseFloors(bench: Workbench): Promise<void> {
  await bench.rows("create table floors (key bigint, above bigint, low bigint)");
  for (const step of STEPS.slice(1).reverse())
    await bench.rows(`
      insert into floors
      select up, above, disclosed + coalesce(deeper, 0) as low
      from (select * from hiding where withheld and ${step})
        left join (select above as up, sum(low) as deeper from floors group by above) using (up)
      where low > 0`);
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
