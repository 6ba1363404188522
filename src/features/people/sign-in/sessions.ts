import { sql } from "kysely";
import type { Actor, Ctx } from "#platform/context.ts";
import type { Db } from "#platform/database/tables.ts";
import { hashToken } from "#platform/secrets.ts";
import { standingGrants } from "../grants/queries.ts";
import { actorFrom } from "../queries.ts";
import type { SignedIn } from "../rules.ts";
import "../tables.ts";
import "./tables.ts";

const DAY = 24 * 3600_000;
const HOUR = 3600_000;
/** A session ends after so long without a visit, */
export const IDLE_DAYS = 30;
/** and after so long in any case. */
export const LONGEST_DAYS = 180;

export const GUEST: Actor = { kind: "guest" };

/** Opens a session and answers with its token, which is stored nowhere but in the person's browser. */
export async function openSession(ctx: Ctx, person: SignedIn): Promise<string> {
  const token = ctx.random.token();
  await ctx.db
    .insertInto("sessions")
    .values({
      token_hash: hashToken(token),
      person_id: person.id,
      created_at: ctx.now,
      seen_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + IDLE_DAYS * DAY),
    })
    .execute();
  await ctx.db.updateTable("people").set({ last_seen_at: ctx.now }).where("id", "=", person.id).execute();
  return token;
}

/**
 * Who holds this token: one query. Once an hour it also notes that they were here, which keeps the session going.
 *
 * @param token as the cookie gave it; whatever is wrong with it makes a guest
 */
export async function actorOf(ctx: { db: Db; now: Date }, token: string | undefined): Promise<Actor> {
  if (!token) return GUEST;
  const hash = hashToken(token);
  const row = await ctx.db
    .selectFrom("sessions")
    .innerJoin("people", "people.id", "sessions.person_id")
    .selectAll("people")
    .select(["sessions.seen_at", standingGrants.as("grants")])
    .where("sessions.token_hash", "=", hash)
    .where("sessions.expires_at", ">", ctx.now)
    .executeTakeFirst();
  if (!row) return GUEST;
  if (ctx.now.getTime() - row.seen_at.getTime() >= HOUR) await noteVisit(ctx, hash, row.id);
  return actorFrom(row, row.grants);
}

async function noteVisit(ctx: { db: Db; now: Date }, hash: string, personId: string): Promise<void> {
  const idleEnd = new Date(ctx.now.getTime() + IDLE_DAYS * DAY);
  await ctx.db
    .updateTable("sessions")
    .set({
      seen_at: ctx.now,
      expires_at: sql<Date>`least(${idleEnd}::timestamptz, created_at + make_interval(days => ${LONGEST_DAYS}::int))`,
    })
    .where("token_hash", "=", hash)
    .execute();
  await ctx.db.updateTable("people").set({ last_seen_at: ctx.now }).where("id", "=", personId).execute();
}

export async function closeSession(ctx: { db: Db }, token: string): Promise<void> {
  await ctx.db.deleteFrom("sessions").where("token_hash", "=", hashToken(token)).execute();
}

/** Ends every session of a person, on every device. */
export async function closeSessionsOf(ctx: { db: Db }, personId: string): Promise<void> {
  await ctx.db.deleteFrom("sessions").where("person_id", "=", personId).execute();
}

/** On how many devices a person is signed in. */
export async function countSessions(ctx: { db: Db; now: Date }, personId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom("sessions")
    .select(sql<number>`count(*)`.as("sessions"))
    .where("person_id", "=", personId)
    .where("expires_at", ">", ctx.now)
    .executeTakeFirstOrThrow();
  return row.sessions;
}
