import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Shown } from "../../regions/rules.ts";
import type { DecisionRecord, Voice } from "./record.ts";
import "../tables.ts";

/** A decision as it was made, and who may read it now. */
export interface Decision {
  id: string;
  /** The same in all its versions. */
  series: string;
  number: number;
  /** The region's id and its name in addresses now; the record holds what it was then. */
  region: string;
  regionSlug: string;
  shape: number;
  choice: string;
  record: DecisionRecord;
  /** `2018-03-14` */
  decidedOn: string;
  shown: Shown;
  version: number;
  createdAt: Date;
}

function decisionsWith(ctx: Ctx) {
  return ctx.db
    .selectFrom("sector_decisions as d")
    .innerJoin("regions as r", "r.id", "d.region")
    .select([
      "d.id",
      "d.series",
      "d.number",
      "d.region",
      "r.slug as regionSlug",
      "d.shape",
      "d.choice",
      "d.record",
      "d.decided_on as decidedOn",
      "d.shown",
      "d.version",
      "d.created_at as createdAt",
    ]);
}

export async function decisionById(ctx: Ctx, id: string): Promise<Decision | undefined> {
  return decisionsWith(ctx).where("d.id", "=", id).executeTakeFirst();
}

/** All versions of one decision, the newest first. */
export async function versionsOf(ctx: Ctx, series: string): Promise<Decision[]> {
  return decisionsWith(ctx).where("d.series", "=", series).orderBy("d.number", "desc").execute();
}

/** A decision in a list: without its record, which is large. */
export interface ListedDecision {
  id: string;
  number: number;
  /** What the choice was called, and the sector that it begins with. */
  title: string;
  firstTitle: string;
  /** Codes of the states that its region reached into. */
  states: string[];
  decidedOn: string;
  shown: Shown;
}

/** As many as a region's page shows. */
const MOST_LISTED = 20;

/** What was decided on a region, the newest first. */
export async function decisionsOfRegion(ctx: Ctx, region: string): Promise<ListedDecision[]> {
  return ctx.db
    .selectFrom("sector_decisions as d")
    .select([
      "d.id",
      "d.number",
      sql<string>`d.record ->> 'title'`.as("title"),
      sql<string>`(select r ->> 'title' from jsonb_array_elements(d.record -> 'rows') as r
        where r ->> 'industry' = d.record ->> 'first')`.as("firstTitle"),
      sql<string[]>`d.record -> 'region' -> 'states'`.as("states"),
      "d.decided_on as decidedOn",
      "d.shown",
    ])
    .where("d.region", "=", region)
    .orderBy("d.decided_on", "desc")
    .orderBy("d.created_at", "desc")
    .limit(MOST_LISTED)
    .execute();
}

/** Who agreed, in the order of the form, then who did not. */
export async function voicesOf(ctx: Ctx, decision: string): Promise<Voice[]> {
  return ctx.db
    .selectFrom("decision_voices")
    .select(["person", "name", "role", "agrees", "words"])
    .where("decision", "=", decision)
    .orderBy("position")
    .execute();
}

export interface FactSheet {
  ask: string;
  contact: string;
  version: number;
}

export async function factSheetOf(ctx: Ctx, decision: string): Promise<FactSheet | undefined> {
  return ctx.db
    .selectFrom("fact_sheets")
    .select(["ask", "contact", "version"])
    .where("decision", "=", decision)
    .executeTakeFirst();
}

/** Addresses of those that everyone may read, the newest first, for the sitemap. */
export async function decisionsForEveryone(
  ctx: Ctx,
  limit: number,
): Promise<{ id: string; createdAt: Date }[]> {
  return ctx.db
    .selectFrom("sector_decisions")
    .select(["id", "created_at as createdAt"])
    .where("shown", "=", "everyone")
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** The id of what came of a choice, once it is decided. */
export async function decisionOfChoice(ctx: Ctx, choice: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom("sector_decisions")
    .select("id")
    .where("choice", "=", choice)
    .executeTakeFirst();
  return row?.id;
}
