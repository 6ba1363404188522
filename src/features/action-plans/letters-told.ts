import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";

export interface LettersTold {
  /** By meeting: when its follow-up first went out to those who came. */
  followUps: ReadonlyMap<string, Date>;
  /** Welcome letters that went out, each time. */
  welcomes: { at: Date; letters: number }[];
}

/** Longer ago nobody looks. */
const MOST_EVENTS = 2_000;

/** What letters were told to have gone out since a day: how many and after which meeting, nothing else. One query. */
export async function lettersTold(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  since: Date,
): Promise<LettersTold> {
  const { rows } = await sql<{ name: string; at: Date; meeting: string | null; letters: number | null }>`
    select name, at, particulars ->> 'meeting' as meeting, (particulars ->> 'letters')::int as letters
    from events where subject_kind = 'partnership' and subject_id = ${partnership} and at >= ${since}
      and name in ('letters.follow-up-sent', 'letters.welcome-sent')
    order by id desc limit ${MOST_EVENTS}`.execute(ctx.db);
  const followUps = new Map<string, Date>();
  // The newest comes first, so the first of a meeting is what stays.
  for (const { name, at, meeting } of rows)
    if (name === "letters.follow-up-sent" && meeting) followUps.set(meeting, at);
  return {
    followUps,
    welcomes: rows
      .filter(({ name }) => name === "letters.welcome-sent")
      .map(({ at, letters }) => ({ at, letters: letters ?? 0 })),
  };
}
