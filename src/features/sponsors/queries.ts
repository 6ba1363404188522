import { type MediaFile, mediaByIds } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import { seasonStart } from "./rules.ts";
import { TIERS, type Tier } from "./tables.ts";

export interface Sponsor {
  id: string;
  slug: string;
  name: string;
  tier: Tier;
  season: string | null;
  paragraph: string;
  url: string | null;
  /** The state it is or belongs to: "or". */
  state: string | null;
  logo: MediaFile | null;
  source: string | null;
  retiredAt: Date | null;
  version: number;
}

/** Every sponsor, in the order of the page: tier, then the editors' order. A few dozen at most, so never paged. */
export async function allSponsors(ctx: Ctx): Promise<Sponsor[]> {
  const rows = await ctx.db
    .selectFrom("sponsors")
    .selectAll()
    .orderBy("position")
    .orderBy("created_at")
    .execute();
  const logos = await mediaByIds(
    ctx,
    rows.flatMap((row) => row.logo ?? []),
  );
  const byId = new Map(logos.map((file) => [file.id, file]));
  return rows
    .map((row) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      tier: row.tier,
      season: row.season,
      paragraph: row.paragraph,
      url: row.url,
      state: row.state_code,
      logo: (row.logo && byId.get(row.logo)) || null,
      source: row.source,
      retiredAt: row.retired_at,
      version: row.version,
    }))
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
}

export async function sponsorById(ctx: Ctx, id: string): Promise<Sponsor | undefined> {
  return (await allSponsors(ctx)).find((sponsor) => sponsor.id === id);
}

export interface ThankYouPage {
  /** The newest season that still has a sponsor who is not retired. */
  season: string | null;
  sponsors: Sponsor[];
  /** Seasons to look back at, newest first. */
  pastSeasons: string[];
}

/** Whom the page thanks today: this season's sponsors, and those who are thanked for good. */
export async function thankYouPage(ctx: Ctx): Promise<ThankYouPage> {
  const all = await allSponsors(ctx);
  const seasons = [...new Set(all.flatMap((sponsor) => sponsor.season ?? []))].sort(
    (a, b) => seasonStart(b) - seasonStart(a),
  );
  const standing = all.filter((sponsor) => !sponsor.retiredAt);
  const season = seasons.find((one) => standing.some((sponsor) => sponsor.season === one)) ?? null;
  return {
    season,
    sponsors: standing.filter((sponsor) => sponsor.season === null || sponsor.season === season),
    pastSeasons: seasons.filter((one) => one !== season),
  };
}

export async function sponsorsOfSeason(ctx: Ctx, season: string): Promise<Sponsor[]> {
  return (await allSponsors(ctx)).filter((sponsor) => sponsor.season === season);
}

/** Those who stand today and belong to a state, each name once, for its page. One query. */
export async function sponsorsOfState(
  ctx: Ctx,
  state: string,
): Promise<{ name: string; slug: string; tier: Tier }[]> {
  const rows = await ctx.db
    .selectFrom("sponsors")
    .select(["name", "slug", "tier"])
    .where("state_code", "=", state)
    .where("retired_at", "is", null)
    .orderBy("position")
    .orderBy("created_at")
    .limit(20)
    .execute();
  return rows.filter(({ name }, index) => rows.findIndex((other) => other.name === name) === index);
}
