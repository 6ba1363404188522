import { sql } from "kysely";
import { sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { Hue } from "#ui/chip.tsx";
import { hueOf } from "../hue.ts";
import { STAGES, type Stage } from "../stages.ts";
import type { PartnershipFilter } from "./filter.ts";
import { narrowingOf } from "./narrowing.ts";

/** A partnership as the map draws it. */
export interface MappedPartnership {
  slug: string;
  name: string;
  /** Lower-case postal codes, the main one first. */
  stateCodes: string[];
  /** FIPS text of five digits; empty where nobody has told them. */
  counties: string[];
  stage: Stage;
  /** That of its sectors where they share one. */
  hue: Hue;
}

/** All that a filter finds, by name, however many there are: a few thousand at most. One query, two with words. */
export async function mapOfPartnerships(ctx: Ctx, filter: PartnershipFilter): Promise<MappedPartnership[]> {
  const narrowing = await narrowingOf(ctx, filter);
  if (!narrowing) return [];
  // Grouped and then joined: asking for each partnership's parts by itself costs twice as much for thousands.
  const { rows } = await sql<Omit<MappedPartnership, "hue"> & { sectors: string[] }>`
    with found as materialized (
      select p.id, p.slug, p.name, p.stage from partnerships p where ${narrowing.where}
    )
    select f.slug, f.name, f.stage, coalesce(s.codes, '{}') as "stateCodes", coalesce(c.counties, '{}') as counties,
      coalesce(x.sectors, '{}') as sectors
    from found f
    left join (select s.partnership, array_agg(s.state_code order by s.position) as codes
      from found join partnership_states s on s.partnership = found.id group by 1) s on s.partnership = f.id
    left join (select c.partnership, array_agg(c.county order by c.county) as counties
      from found join partnership_counties c on c.partnership = found.id group by 1) c on c.partnership = f.id
    left join (select x.partnership, array_agg(x.sector::text order by x.position) as sectors
      from found join partnership_sectors x on x.partnership = found.id group by 1) x on x.partnership = f.id
    order by lower(f.name), f.id`.execute(ctx.db);
  const known = await sectorsByIds(
    ctx,
    rows.flatMap(({ sectors }) => sectors),
  );
  return rows.map(({ sectors, ...row }) => ({
    ...row,
    hue: hueOf(sectors.flatMap((id) => known.get(id) ?? [])),
  }));
}

/** How many partnerships stand at each stage, in a state or everywhere; stages without any are left out. */
export async function countsByStage(ctx: Ctx, state?: string): Promise<Map<Stage, number>> {
  const { rows } = await sql<{ stage: Stage; number: number }>`
    select p.stage, count(*)::integer as number from partnerships p
    where p.hidden_at is null and (${state ?? null}::text is null
      or p.id in (select s.partnership from partnership_states s where s.state_code = ${state ?? null}))
    group by p.stage`.execute(ctx.db);
  const counted = new Map(rows.map(({ stage, number }) => [stage, number]));
  return new Map(STAGES.flatMap((stage) => (counted.has(stage) ? [[stage, counted.get(stage)!]] : [])));
}

/** How many partnerships each state has, by its code; one that crosses a border counts on both sides. */
export async function partnershipsByState(ctx: Ctx): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; number: number }>`
    select s.state_code as code, count(*)::integer as number
    from partnership_states s join partnerships p on p.id = s.partnership and p.hidden_at is null
    group by s.state_code order by s.state_code`.execute(ctx.db);
  return new Map(rows.map(({ code, number }) => [code, number]));
}
