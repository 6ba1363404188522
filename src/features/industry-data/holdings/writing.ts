import type { Workbench } from "#platform/figures/workbench.ts";
import { industryText, of, within } from "./cell-keys.ts";
import { text } from "./layouts.ts";

/** Small, so that one region's counties lie in few of them. */
const ROW_GROUP = 16_384;

const cell = of("key");
const GEOGRAPHY = "case geography when 0 then 'county' when 1 then 'nation' else 'state' end";

/** All rows of the period that are held from now on, with their bounds. */
export function heldView(): string {
  return `
    create or replace view held as
    select cells.key, cells.up, establishments, jobs, wages, withheld,
      case when withheld then coalesce(floors.low, 0) when width is not null then round(jobs * (1 - width)) else jobs end::bigint as low,
      case when withheld then greatest(high, floors.low) when width is not null then round(jobs * (1 + width)) else jobs end::bigint as high
    from cells left join highs on highs.up = cells.up left join floors on floors.key = cells.key
      left join widths on widths.key = cells.key
    union all by name select * from kept
    union all by name select * from added`;
}

/** Writes one period into its file, in the order that the room's README promises. */
export async function writePeriod(bench: Workbench, period: number, path: string): Promise<void> {
  // Texts are made after the sort, which so moves numbers only.
  await bench.rows(`
    copy (
      select ${GEOGRAPHY} as geography, case when geography = 1 then 'US000' else lpad(area::varchar, 5, '0') end as area,
        digits::utinyint as digits, ${industryText("industry")} as industry,
        case when digits > 0 then ${industryText(of("up").industry)} end as parent, ownership::utinyint as ownership,
        establishments::integer as establishments, jobs::integer as jobs, wages::bigint as wages, withheld,
        low::integer as low, high::integer as high
      from (select *, ${cell.geography} as geography, ${cell.digits} as digits, ${cell.area} as area,
          ${cell.industry} as industry, ${cell.ownership} as ownership
        from (select * from held where ${within("key", period)} order by key))
    ) to ${text(path)} (format parquet, compression zstd, row_group_size ${ROW_GROUP})`);
}
