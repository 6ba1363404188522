import { sql } from "kysely";
import { sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { Hue } from "#ui/chip.tsx";
import type { PartnershipContent } from "../content.ts";
import { hueOf } from "../hue.ts";
import { STAGES, type Stage } from "../stages.ts";
import type { PartnershipFilter } from "./filter.ts";
import { narrowingOf } from "./narrowing.ts";
import { drawnCounties } from "./where.ts";

/** A partnership as the map draws it. */
export interface MappedPartnership {
  slug: string;
  name: string;
  /** Lower-case postal codes, the main one first. */
  stateCodes: string[];
  /** FIPS text of five digits; empty where nobody has told them. */
  counties: string[];
  countiesKnown: CountiesKnown;
  stage: Stage;
  /** That of its sectors where they share one. */
  hue: Hue;
}

type CountiesKnown = PartnershipContent["countiesKnown"];

/** Slug, name, stage, how much of its counties is known; then postal codes, FIPS codes and ids of sectors, each list with commas between, null for none. */
type MapRow = [slug: string, name: string, stage: Stage, known: CountiesKnown, ...lists: (string | null)[]];

/** All that a filter finds, by name, however many there are: a few thousand at most. One query, two with words. */
export async function mapOfPartnerships(ctx: Ctx, filter: PartnershipFilter): Promise<MappedPartnership[]> {
  const narrowing = await narrowingOf(ctx, filter);
  if (!narrowing) return [];
  // As one value: of thousands of rows, taking each apart by itself costs three times as much as finding them.
  const parts = (table: string, part: string, order: string) => sql`left join (
      select of.partnership, string_agg(of.${sql.ref(part)}::text, ',' order by of.${sql.ref(order)}) as parts
      from found join ${sql.table(table)} of on of.partnership = found.id group by 1
    )`;
  const { rows } = await sql<{ all: MapRow[] | null }>`
    with found as materialized (
      select p.id, p.slug, p.name, p.stage, p.counties_known from partnerships p where ${narrowing.where}
    )
    select json_agg(json_build_array(f.slug, f.name, f.stage, f.counties_known, s.parts, c.parts, x.parts)
      order by lower(f.name), f.id) as all
    from found f
    ${parts("partnership_states", "state_code", "position")} s on s.partnership = f.id
    ${parts("partnership_counties", "county", "county")} c on c.partnership = f.id
    ${parts("partnership_sectors", "sector", "position")} x on x.partnership = f.id`.execute(ctx.db);
  const all = rows[0]?.all ?? [];
  const list = (text: string | null | undefined) => (text ? text.split(",") : []);
  const known = await sectorsByIds(
    ctx,
    all.flatMap(([, , , , , , sectors]) => list(sectors)),
  );
  return all.map(([slug, name, stage, countiesKnown, states, counties, sectors]) => {
    const stateCodes = list(states);
    return {
      slug,
      name,
      stateCodes,
      counties: drawnCounties({ counties: list(counties), countiesKnown }, stateCodes),
      countiesKnown,
      stage,
      hue: hueOf(list(sectors).flatMap((id) => known.get(id) ?? [])),
    };
  });
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
