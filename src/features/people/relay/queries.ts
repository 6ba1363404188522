import { sql } from "kysely";
import type { Db } from "#platform/database/tables.ts";
import type { LetterState } from "./tables.ts";

export interface HeldLetter {
  id: string;
  toName: string;
  fromName: string;
  fromEmail: string;
  /** Empty once it was passed on or dropped. */
  text: string;
  doubt: string | null;
  state: LetterState;
  receivedAt: Date;
  decidedAt: Date | null;
}

/** A letter as an editor sees it: no address of whom it goes to. */
export async function letterById(ctx: { db: Db }, id: string): Promise<HeldLetter | undefined> {
  const row = await ctx.db.selectFrom("relay_letters").selectAll().where("id", "=", id).executeTakeFirst();
  return (
    row && {
      id: row.id,
      toName: row.to_name,
      fromName: row.from_name,
      fromEmail: row.from_email,
      text: row.text,
      doubt: row.doubt,
      state: row.state,
      receivedAt: row.received_at,
      decidedAt: row.decided_at,
    }
  );
}

/** Letters that wait for an editor, the longest waiting first. */
export async function heldLetters(ctx: { db: Db }, limit: number) {
  return ctx.db
    .selectFrom("relay_letters")
    .select(["id", "to_name", "from_name", "doubt", "received_at"])
    .where("state", "=", "held")
    .orderBy("received_at")
    .orderBy("id")
    .limit(limit)
    .execute();
}

export async function countHeldLetters(ctx: { db: Db }): Promise<number> {
  const row = await ctx.db
    .selectFrom("relay_letters")
    .select(sql<number>`count(*)`.as("letters"))
    .where("state", "=", "held")
    .executeTakeFirstOrThrow();
  return row.letters;
}
