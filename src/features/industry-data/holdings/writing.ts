import type { Workbench } from "#platform/figures/workbench.ts";
import { industryText, of, parentOf, within } from "./cell-keys.ts";
import { text } from "./layouts.ts";

/** Small, so that one region's counties lie in few of them. */
const ROW_GROUP = 16_384;

const cell = of("key");
const GEOGRAPHY = "case geography when 0 then 'county' when 1 then 'nation' else 'state' end";

/**
 * All that is held from now on of some places and periods: what was imported with its bounds, what was kept, what was added
 * up.
 *
 * @param where of a key and of its whole's alike, so that of millions of bounds only those are looked up that can matter
 */
export function heldRows(where: (key: string) => string): string {
  const some = (table: string, key: string) => `(select * from ${table} where ${where(key)})`;
  return `(
    select cells.key, cells.up, establishments, jobs, wages, withheld,
      case when withheld then coalesce(floors.low, 0) when width is not null then round(jobs * (1 - width)) else jobs end::integer as low,
      case when withheld then greatest(high, floors.low) when width is not null then round(jobs * (1 + width)) else jobs end::integer as high
    from ${some("cells", "key")} as cells left join ${some("highs", "up")} as highs on highs.up = cells.up
      left join ${some("floors", "key")} as floors on floors.key = cells.key
      left join ${some("widths", "key")} as widths on widths.key = cells.key
    union all by name select * from kept where ${where("key")} union all by name select * from added where ${where("key")})`;
}

/** SQL that holds for the keys of industries down to so many digits, and of some more. */
export function downTo(key: string, digits: number, also: readonly string[]): string {
  const { digits: own, industry } = of(key);
  return also.length > 0
    ? `(${own} <= ${digits} or ${industry} in (${also.map(Number).join(", ")}))`
    : `(${own} <= ${digits})`;
}

/**
 * Writes one period into its file, in the order that the room's README promises.
 *
 * @param wanted of the industries that were read for the bounds' sake, those that are to be held
 */
export async function writePeriod(
  bench: Workbench,
  period: number,
  path: string,
  wanted: { deepest: number; also: readonly string[] },
): Promise<void> {
  // Texts are made after the sort, which so moves numbers only.
  await bench.rows(`
    copy (
      select ${GEOGRAPHY} as geography, case when geography = 1 then 'US000' else right((100000 + area)::varchar, 5) end as area,
        digits::utinyint as digits, ${industryText("industry")} as industry,
        case when digits > 0 then ${industryText("parent")} end as parent, ownership::utinyint as ownership,
        establishments::integer as establishments, jobs::integer as jobs, wages::bigint as wages, withheld,
        low::integer as low, high::integer as high
      from (select *, ${parentOf("industry", "digits")} as parent
        from (select *, ${cell.geography} as geography, ${cell.digits} as digits, ${cell.area} as area,
            ${cell.industry} as industry, ${cell.ownership} as ownership
          from (select key, establishments, jobs, wages, withheld, low, high
            from ${heldRows((key) => within(key, period))}
            where ${downTo("key", wanted.deepest, wanted.also)} order by key)))
    ) to ${text(path)} (format parquet, parquet_version v2, compression zstd, compression_level 1, row_group_size ${ROW_GROUP})`);
}
