import { sql } from "kysely";
import type { Side } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import "../tables.ts";

/** Somebody who was not invited and asks whether they may come. */
export interface Asker {
  id: string;
  meeting: string;
  name: string;
  company: string;
  side: Side;
  email: string;
  note: string;
  /** Why a person should look twice; null when nothing seemed odd. */
  doubt: string | null;
  askedAt: Date;
  confirmedAt: Date | null;
  decision: "yes" | "no" | null;
  linkKey: string | null;
}

type Reads = Pick<Ctx, "db">;

const columns = [
  "id",
  "meeting",
  "name",
  "company",
  "side",
  "email",
  "note",
  "doubt",
  "asked_at as askedAt",
  "confirmed_at as confirmedAt",
  "decision",
  "link_key as linkKey",
] as const;

/** Those who have confirmed their address and wait for a word, the longest first; at most 200. One query. */
export async function askersOf(ctx: Reads, meeting: string): Promise<Asker[]> {
  return ctx.db
    .selectFrom("meeting_askers")
    .select(columns)
    .where("meeting", "=", meeting)
    .where("confirmed_at", "is not", null)
    .where("decision", "is", null)
    .orderBy("confirmed_at")
    .limit(200)
    .execute();
}

export async function askingCount(ctx: Reads, meeting: string): Promise<number> {
  const row = await ctx.db
    .selectFrom("meeting_askers")
    .select(sql<number>`count(*)::int`.as("asking"))
    .where("meeting", "=", meeting)
    .where("confirmed_at", "is not", null)
    .where("decision", "is", null)
    .executeTakeFirstOrThrow();
  return row.asking;
}

/** @param id well-formed */
export async function askerById(ctx: Reads, id: string): Promise<Asker | undefined> {
  return ctx.db.selectFrom("meeting_askers").select(columns).where("id", "=", id).executeTakeFirst();
}

/** @param email lower case */
export async function askerByEmail(ctx: Reads, meeting: string, email: string): Promise<Asker | undefined> {
  return ctx.db
    .selectFrom("meeting_askers")
    .select(columns)
    .where("meeting", "=", meeting)
    .where("email", "=", email)
    .executeTakeFirst();
}
