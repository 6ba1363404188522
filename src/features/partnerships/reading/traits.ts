import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Stage } from "../stages.ts";
import type { Theme } from "../themes.ts";
import type { Setting } from "./filter.ts";
import "../tables.ts";

/** In what partnerships can be alike. */
export interface Traits {
  id: string;
  stage: Stage;
  setting: Setting | null;
  /** Ids. */
  sectors: string[];
  themes: Theme[];
  states: string[];
  /** How many; null where they are not told exactly. */
  counties: number | null;
}

export interface TraitsOfAll {
  /** By name. */
  all: readonly Traits[];
  /** A sector's id → where its partnerships stand in `all`. */
  bySector: ReadonlyMap<string, readonly number[]>;
}

/**
 * Every public partnership, by name, in so few words that thousands fit into memory: each one's page holds it against
 * all others, which the database would take longer for than for the rest of the page. Kept until something public
 * changes. One query.
 */
export function traitsOfAll(ctx: Ctx): Promise<TraitsOfAll> {
  return ctx.keep("in what partnerships can be alike", async () => {
    const { rows } = await sql<Traits>`
      select p.id, p.stage, p.setting,
        array(select s.sector::text from partnership_sectors s where s.partnership = p.id) as sectors,
        array(select t.theme from partnership_themes t where t.partnership = p.id) as themes,
        array(select s.state_code from partnership_states s where s.partnership = p.id) as states,
        case when p.counties_known = 'exact' then
          (select count(*)::integer from partnership_counties c where c.partnership = p.id) end as counties
      from partnerships p where p.hidden_at is null order by lower(p.name), p.id`.execute(ctx.db);
    const bySector = new Map<string, number[]>();
    for (const [place, { sectors }] of rows.entries())
      for (const sector of sectors) {
        const places = bySector.get(sector);
        if (places) places.push(place);
        else bySector.set(sector, [place]);
      }
    return { all: rows, bySector };
  });
}
