import type { Ctx } from "#platform/context.ts";

/** Whom a state's lead knows as a coach or facilitator. For leads of the state and editors only. */
export interface Coach {
  id: string;
  name: string;
  organization: string;
  /** The partnership they coach, by id, where it is one. */
  partnership: string | null;
  note: string;
  /** As much of a date as is known. */
  from: string | null;
  to: string | null;
}

export const MOST_COACHES = 100;

/** A state's coaches, those of today first; a hundred at most. One query. */
export async function coachesOf(ctx: Ctx, code: string): Promise<Coach[]> {
  const rows = await ctx.db
    .selectFrom("state_coaches")
    .select(["id", "name", "organization", "partnership", "note", "from_on as from", "to_on as to"])
    .where("state_code", "=", code)
    .orderBy((is) => is("to_on", "is not", null))
    .orderBy("created_at")
    .orderBy("id")
    .limit(MOST_COACHES)
    .execute();
  return rows;
}
