import type { Workbench } from "#platform/figures/workbench.ts";
import { ONE_PERIOD, of } from "./cell-keys.ts";

const { period, geography, area, digits, ownership } = of("key");
/** The key of the same cell in the year that the quarter is of. */
const ofYear = (column: string) =>
  `case when ${column} < 0 then -(-${column} - quarter * step) else ${column} - quarter * step end`;

/**
 * Makes cells of the quarters that were read, jobs as the average of the months, and of four quarters of an area the
 * year, unless a file has that year itself. A quarter without the series had none of its establishments.
 *
 * @returns numbers of the years made so
 */
export async function settleQuarters(bench: Workbench): Promise<number[]> {
  const [any] = await bench.rows<{ n: number }>("select count(*) as n from quarters");
  if (!any?.n) return [];
  const years = await bench.rows<{ year: number }>(`
    create temp table wholeyears as
    select period - period % 5 as year, geography, area from (
      select ${period} as period, ${geography} as geography, ${area} as area from quarters
      where ${digits} = 0 and ${ownership} = 0)
    group by all having count(distinct period) = 4;
    delete from wholeyears where exists (
      select 1 from cells where ${period} = year and ${geography} = wholeyears.geography and ${area} = wholeyears.area
        and ${digits} = 0 and ${ownership} = 0);
    select distinct year from wholeyears order by year`);
  await bench.rows(`
    insert into cells
    select ${ofYear("key")} as whole, any_value(${ofYear("up")}), round(sum(establishments) / 4.0),
      case when not bool_or(withheld) then round(sum(jobs) / 12.0) end,
      case when not bool_or(withheld) then sum(wages) end, bool_or(withheld), any_value(file)
    from (select *, ${period} % 5 as quarter, ${ONE_PERIOD}::bigint as step from quarters
      semi join wholeyears on ${period} - ${period} % 5 = year and ${geography} = wholeyears.geography
        and ${area} = wholeyears.area)
    group by whole having count(*) <= 4`);
  await bench.rows(`
    insert into cells select key, up, establishments, round(jobs / 3.0), wages, withheld, file from quarters;
    drop table quarters`);
  return years.map(({ year }) => year);
}
