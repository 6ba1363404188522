/** The front door: where affiliates are, for the map and for a state's page. */
import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { affiliatesOf, leadsOf } from "./queries.ts";
import type { ShownLead } from "./rules.ts";
import { shownOf } from "./shown-leads.ts";
import type { AffiliateKind } from "./tables.ts";

export { KIND_WORDS as AFFILIATE_KIND_WORDS } from "./rules.ts";
export type { AffiliateKind, ShownLead };

/** An affiliate as a mark on a map. */
export interface MapAffiliate {
  slug: string;
  name: string;
  kind: AffiliateKind;
  /** Lower-case postal code; null where it belongs to no one state. */
  stateCode: string | null;
  /** FIPS codes of five digits; a region's own, otherwise empty. */
  counties: string[];
  /** As much of a date as is known. */
  joinedOn: string | null;
  href: string;
}

const MOST_ON_MAP = 2_000;

/** Every affiliate that has not left, by name. One query. */
export async function affiliatesOnMap(ctx: Ctx): Promise<MapAffiliate[]> {
  const rows = await ctx.db
    .selectFrom("affiliates")
    .select(["slug", "name", "kind", "state_code as stateCode", "counties", "joined_on as joinedOn"])
    .where("retired_at", "is", null)
    .where("left_on", "is", null)
    .orderBy(sql`lower(name)`)
    .orderBy("id")
    .limit(MOST_ON_MAP)
    .execute();
  return rows.map((row) => ({ ...row, href: `/affiliates/${row.slug}` }));
}

/** An affiliate as a state's page tells of it. */
export interface StateAffiliate extends MapAffiliate {
  summary: string;
  /** Those who lead it now, as far as readers may see them. */
  leads: ShownLead[];
}

/** The affiliates of one state that have not left: the state itself first. Two queries after a change, then one at most. */
export async function affiliatesOfState(ctx: Ctx, code: string): Promise<StateAffiliate[]> {
  const { found, theirs } = await ctx.keep(`affiliates of ${code}`, async () => {
    const found = await affiliatesOf(ctx, code);
    return {
      found,
      theirs: await leadsOf(
        ctx,
        found.map(({ id }) => id),
      ),
    };
  });
  const leads = await shownOf(ctx, theirs);
  return found.map(({ id, slug, name, kind, stateCode, counties, joinedOn, summary }) => ({
    slug,
    name,
    kind,
    stateCode,
    counties,
    joinedOn,
    summary,
    href: `/affiliates/${slug}`,
    leads: (leads.get(id) ?? []).filter(({ to }) => to === null),
  }));
}
