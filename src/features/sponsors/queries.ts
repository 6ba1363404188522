import { sql } from "kysely";
import { type MediaFile, mediaByIds } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import { seasonStart } from "./rules.ts";
import { type InquiryState, TIERS, type Tier } from "./tables.ts";

export interface Sponsor {
  id: string;
  slug: string;
  name: string;
  tier: Tier;
  season: string | null;
  paragraph: string;
  url: string | null;
  logo: MediaFile | null;
  source: string | null;
  retiredAt: Date | null;
  version: number;
}

export interface Opportunity {
  id: string;
  slug: string;
  name: string;
  season: string | null;
  summary: string;
  paragraph: string;
  open: boolean;
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

export async function opportunities(ctx: Ctx, options: { openOnly: boolean }): Promise<Opportunity[]> {
  let query = ctx.db.selectFrom("sponsor_opportunities").selectAll().orderBy("position").orderBy("name");
  if (options.openOnly) query = query.where("open", "=", true);
  return query.execute();
}

export interface Inquiry {
  id: string;
  receivedAt: Date;
  name: string;
  organization: string;
  email: string;
  opportunity: string | null;
  message: string;
  state: InquiryState;
  inHand: { personId: string; name: string } | null;
  doubt: string | null;
  version: number;
}

function inquiryQuery(ctx: Ctx) {
  return ctx.db
    .selectFrom("sponsor_inquiries as inquiry")
    .leftJoin("sponsor_opportunities as opportunity", "opportunity.id", "inquiry.opportunity")
    .leftJoin("people as holder", "holder.id", "inquiry.in_hand")
    .selectAll("inquiry")
    .select(["opportunity.name as opportunity_name", "holder.name as holder_name"]);
}

type InquiryRow = Awaited<ReturnType<ReturnType<typeof inquiryQuery>["executeTakeFirstOrThrow"]>>;

function inquiryFrom(row: InquiryRow): Inquiry {
  return {
    id: row.id,
    receivedAt: row.received_at,
    name: row.name,
    organization: row.organization,
    email: row.email,
    opportunity: row.opportunity_name,
    message: row.message,
    state: row.state,
    inHand: row.in_hand ? { personId: row.in_hand, name: row.holder_name ?? "an editor" } : null,
    doubt: row.doubt,
    version: row.version,
  };
}

/** Inquiries in one of the states, oldest first. */
export async function inquiries(
  ctx: Ctx,
  filter: { states: InquiryState[]; limit: number; offset?: number; inHandOf?: string; doubtful?: boolean },
): Promise<Inquiry[]> {
  let query = inquiryQuery(ctx).where("inquiry.state", "in", filter.states);
  if (filter.inHandOf) query = query.where("inquiry.in_hand", "=", filter.inHandOf);
  if (filter.doubtful) query = query.where("inquiry.doubt", "is not", null);
  const rows = await query
    .orderBy("inquiry.received_at")
    .limit(filter.limit)
    .offset(filter.offset ?? 0)
    .execute();
  return rows.map(inquiryFrom);
}

/** @param person whose hand is counted */
export async function countNewInquiries(
  ctx: Ctx,
  person: string | null,
): Promise<{ all: number; mine: number; doubtful: number }> {
  return ctx.db
    .selectFrom("sponsor_inquiries")
    .select([
      sql<number>`count(*)`.as("all"),
      sql<number>`count(*) filter (where in_hand = ${person})`.as("mine"),
      sql<number>`count(*) filter (where doubt is not null)`.as("doubtful"),
    ])
    .where("state", "=", "new")
    .executeTakeFirstOrThrow();
}

export async function inquiryById(ctx: Ctx, id: string) {
  const row = await inquiryQuery(ctx).where("inquiry.id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const answers = await ctx.db
    .selectFrom("sponsor_answers")
    .selectAll()
    .where("inquiry", "=", id)
    .orderBy("at")
    .execute();
  return { ...inquiryFrom(row), answers };
}
