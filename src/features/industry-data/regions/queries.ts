import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Shown } from "./rules.ts";
import "./tables.ts";

/** A region as it is now: its name, who may see it, and the shape that counts. */
export interface Region {
  id: string;
  slug: string;
  name: string;
  note: string;
  shown: Shown;
  /** A partnership's id. */
  partnership: string | null;
  /** Number of its shape; goes up by one each time that its counties change. */
  shape: number;
  /** FIPS codes, sorted. */
  counties: string[];
  /** Codes of their states, sorted. */
  states: string[];
  version: number;
  changedAt: Date;
}

/** One of its shapes. */
export interface Shape {
  number: number;
  counties: string[];
  states: string[];
  /** Why it was changed; empty for the first. */
  note: string;
  /** Empty for somebody who was forgotten. */
  byName: string;
  at: Date;
}

function regionsWith(ctx: Ctx) {
  return ctx.db
    .selectFrom("regions as r")
    .innerJoin("region_shapes as s", (on) =>
      on.onRef("s.region", "=", "r.id").onRef("s.number", "=", "r.shape"),
    )
    .select([
      "r.id",
      "r.slug",
      "r.name",
      "r.note",
      "r.shown",
      "r.partnership",
      "r.shape",
      "s.counties",
      "s.states",
      "r.version",
      "r.changed_at as changedAt",
    ]);
}

export async function regionBySlug(ctx: Ctx, slug: string): Promise<Region | undefined> {
  return regionsWith(ctx).where("r.slug", "=", slug).executeTakeFirst();
}

/** By id; those that are not there are left out. One query. */
export async function regionsByIds(ctx: Ctx, ids: readonly string[]): Promise<Region[]> {
  if (ids.length === 0) return [];
  return regionsWith(ctx).where("r.id", "in", ids).orderBy(sql`lower(r.name)`).orderBy("r.id").execute();
}

/** Those that somebody works with, by name. One query. */
export async function regionsOf(ctx: Ctx, person: string): Promise<Region[]> {
  return regionsWith(ctx)
    .where("r.id", "in", (regions) =>
      regions
        .selectFrom("grants")
        // Another role's scope may be a state's code, which is no id.
        .select(
          sql<string>`case when role in ('region-keeper', 'region-member') then scope::uuid end`.as("region"),
        )
        .where("person", "=", person)
        .where("role", "in", ["region-keeper", "region-member"])
        .where("ended_at", "is", null),
    )
    .orderBy(sql`lower(r.name)`)
    .orderBy("r.id")
    .execute();
}

/** What everyone may see, by name, one page of it and whether there is more. One query. */
export async function regionsForEveryone(
  ctx: Ctx,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: Region[]; more: boolean }> {
  const rows = await regionsWith(ctx)
    .where("r.shown", "=", "everyone")
    .orderBy(sql`lower(r.name)`)
    .orderBy("r.id")
    .offset(offset)
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit), more: rows.length > limit };
}

/** Regions that reach into a state and are shown to its leads or to everyone, by name; at most `limit`. */
export async function regionsShownToState(ctx: Ctx, state: string, limit: number): Promise<Region[]> {
  return regionsWith(ctx)
    .where("s.states", "@>", sql<string[]>`array[${state}]::text[]`)
    .where("r.shown", "in", ["state", "everyone"])
    .orderBy(sql`lower(r.name)`)
    .orderBy("r.id")
    .limit(limit)
    .execute();
}

/** Every shape that a region has had, the newest first. */
export async function shapesOf(ctx: Ctx, region: string): Promise<Shape[]> {
  return ctx.db
    .selectFrom("region_shapes")
    .select(["number", "counties", "states", "note", "by_name as byName", "at"])
    .where("region", "=", region)
    .orderBy("number", "desc")
    .execute();
}
