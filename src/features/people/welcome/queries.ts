import { sql } from "kysely";
import type { Db } from "#platform/database/tables.ts";
import { personFrom } from "../queries.ts";
import "../tables.ts";
import "./tables.ts";

/** Within so many days a newcomer should have heard from a person. */
export const GREET_WITHIN_DAYS = 5;

export interface Newcomer {
  id: string;
  name: string;
  /** Null for one whose address was taken away; then there is nobody to write to. */
  email: string | null;
  joinedAt: Date;
  inHand: { personId: string; name: string } | null;
  greeted: { at: Date; by: string; note: string } | null;
}

function newcomersQuery(ctx: { db: Db }) {
  return ctx.db
    .selectFrom("welcomes as welcome")
    .innerJoin("people", "people.id", "welcome.person")
    .leftJoin("people as holder", "holder.id", "welcome.in_hand")
    .leftJoin("people as greeter", "greeter.id", "welcome.greeted_by")
    .selectAll("people")
    .select([
      "welcome.joined_at",
      "welcome.in_hand",
      "welcome.greeted_at",
      "welcome.note",
      "holder.name as holder_name",
      "greeter.name as greeter_name",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof newcomersQuery>["executeTakeFirstOrThrow"]>>;

function newcomerFrom(row: Row): Newcomer {
  const { id, name, email } = personFrom(row);
  return {
    id,
    name,
    email,
    joinedAt: row.joined_at,
    inHand: row.in_hand ? { personId: row.in_hand, name: row.holder_name || "an editor" } : null,
    greeted: row.greeted_at
      ? { at: row.greeted_at, by: row.greeter_name || "an editor", note: row.note }
      : null,
  };
}

export async function newcomerById(ctx: { db: Db }, id: string): Promise<Newcomer | undefined> {
  const row = await newcomersQuery(ctx).where("welcome.person", "=", id).executeTakeFirst();
  return row && newcomerFrom(row);
}

/** Those whom nobody has greeted, the longest waiting first. */
export async function newcomersToGreet(
  ctx: { db: Db },
  filter: { limit: number; inHandOf?: string | null; free?: boolean },
): Promise<Newcomer[]> {
  let query = newcomersQuery(ctx).where("welcome.greeted_at", "is", null);
  if (filter.inHandOf !== undefined) query = query.where("welcome.in_hand", "=", filter.inHandOf);
  if (filter.free) query = query.where("welcome.in_hand", "is", null);
  const rows = await query.orderBy("welcome.joined_at").orderBy("people.id").limit(filter.limit).execute();
  return rows.map(newcomerFrom);
}

/** @param person whose hand is counted */
export async function countNewcomers(
  ctx: { db: Db },
  person: string | null,
): Promise<{ all: number; free: number; mine: number }> {
  return ctx.db
    .selectFrom("welcomes")
    .select([
      sql<number>`count(*)`.as("all"),
      sql<number>`count(*) filter (where in_hand is null)`.as("free"),
      sql<number>`count(*) filter (where in_hand = ${person})`.as("mine"),
    ])
    .where("greeted_at", "is", null)
    .executeTakeFirstOrThrow();
}
