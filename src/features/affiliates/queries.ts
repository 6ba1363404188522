import { type Expression, type SqlBool, sql } from "kysely";
import type { Source } from "#base/source.ts";
import type { Ctx } from "#platform/context.ts";
import type { Lead } from "./rules.ts";
import { AFFILIATE_KINDS, type AffiliateKind } from "./tables.ts";

export interface Affiliate {
  id: string;
  slug: string;
  name: string;
  kind: AffiliateKind;
  /** Lower-case postal code; null for an organization of the whole country. */
  stateCode: string | null;
  /** FIPS codes of five digits. */
  counties: string[];
  summary: string;
  /** Restricted Markdown. */
  story: string;
  url: string | null;
  /** As much of a date as is known. */
  joinedOn: string | null;
  leftOn: string | null;
  sources: Source[];
  retiredAt: Date | null;
  version: number;
  changedAt: Date;
}

/** Affiliates to a page. */
export const PAGE_SIZE = 30;

export interface AffiliateFilter {
  /** Lower-case postal code. */
  state?: string | undefined;
  kind?: AffiliateKind | undefined;
  page: number;
}

const kindOrder = sql`array_position(array['state', 'region', 'organization'], kind)`;

const chosen = [
  "id",
  "slug",
  "name",
  "kind",
  "state_code as stateCode",
  "counties",
  "summary",
  "story",
  "url",
  "joined_on as joinedOn",
  "left_on as leftOn",
  "sources",
  "retired_at as retiredAt",
  "version",
  "changed_at as changedAt",
] as const;

/** One page of them, by kind and name, and how many there are of each kind. Two queries. */
export async function listAffiliates(
  ctx: Ctx,
  { state, kind, page }: AffiliateFilter,
  size = PAGE_SIZE,
): Promise<{ items: Affiliate[]; total: number; byKind: Record<AffiliateKind, number> }> {
  let listed = ctx.db.selectFrom("affiliates").where("retired_at", "is", null);
  if (state) listed = listed.where("state_code", "=", state);
  const counts = await listed
    .select(["kind", sql<number>`count(*)::integer`.as("count")])
    .groupBy("kind")
    .execute();
  const byKind = Object.fromEntries(
    AFFILIATE_KINDS.map((one) => [one, counts.find((row) => row.kind === one)?.count ?? 0]),
  ) as Record<AffiliateKind, number>;
  if (kind) listed = listed.where("kind", "=", kind);
  const items = await listed
    .select(chosen)
    .orderBy(kindOrder)
    .orderBy(sql`lower(name)`)
    .orderBy("id")
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const total = kind ? byKind[kind] : byKind.state + byKind.region + byKind.organization;
  return { items, total, byKind };
}

/** All of them for editors, the retired last. Two queries. */
export async function affiliatesForEditors(
  ctx: Ctx,
  page: number,
): Promise<{ items: Affiliate[]; total: number }> {
  const { total } = await ctx.db
    .selectFrom("affiliates")
    .select(sql<number>`count(*)::integer`.as("total"))
    .executeTakeFirstOrThrow();
  const items = await ctx.db
    .selectFrom("affiliates")
    .select(chosen)
    .orderBy(sql`retired_at is not null`)
    .orderBy(kindOrder)
    .orderBy(sql`lower(name)`)
    .orderBy("id")
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return { items, total };
}

export async function affiliateBySlug(ctx: Ctx, slug: string): Promise<Affiliate | undefined> {
  return ctx.db
    .selectFrom("affiliates")
    .select(chosen)
    .where("slug", "=", slug)
    .where("retired_at", "is", null)
    .executeTakeFirst();
}

/** Retired ones too. */
export async function affiliateById(ctx: Ctx, id: string): Promise<Affiliate | undefined> {
  return ctx.db.selectFrom("affiliates").select(chosen).where("id", "=", id).executeTakeFirst();
}

/** The leads of several affiliates by its id, in the editors' order. One query. */
export async function leadsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Lead[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("affiliate_leads")
    .selectAll()
    .where("affiliate", "in", ids)
    .orderBy("affiliate")
    .orderBy("position")
    .execute();
  const leads = new Map<string, Lead[]>();
  for (const { affiliate, person, name, title, organization, from_on, to_on, consent } of rows) {
    const lead = { person, name, title, organization, from: from_on, to: to_on, consent };
    leads.set(affiliate, [...(leads.get(affiliate) ?? []), lead]);
  }
  return leads;
}

/** Those of one state that have not left, by kind and name; a state has few, and a page shows the first twenty. */
export async function affiliatesOf(ctx: Ctx, state: string): Promise<Affiliate[]> {
  return ctx.db
    .selectFrom("affiliates")
    .select(chosen)
    .where("retired_at", "is", null)
    .where("left_on", "is", null)
    .where("state_code", "=", state)
    .orderBy(kindOrder)
    .orderBy(sql`lower(name)`)
    .orderBy("id")
    .limit(20)
    .execute();
}

/** Those that are not retired and fulfil a condition, by slug. One query. */
export async function affiliatesWhere(
  ctx: Ctx,
  condition: Expression<SqlBool>,
  limit = 1_000,
): Promise<Affiliate[]> {
  return ctx.db
    .selectFrom("affiliates")
    .select(chosen)
    .where("retired_at", "is", null)
    .where(condition)
    .orderBy("slug")
    .limit(limit)
    .execute();
}
