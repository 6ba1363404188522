import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { Feature } from "#platform/feature.ts";
import { forgetMails } from "#platform/mail/forgetting.ts";
import type { PersonalData } from "#platform/personal-data.ts";

/** What belongs to no room. */
const HOUSE: PersonalData[] = [
  { done: "copies of mails to them or about them deleted", forget: forgetMails },
  { done: "entries of the log without their address now", forget: clearLog },
];

async function clearLog(ctx: Ctx, email: string): Promise<number> {
  const { rows } = await sql`update events set particulars = (
      select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(particulars)
      where lower(value #>> '{}') is distinct from ${email})
    where exists (select from jsonb_each_text(particulars) where lower(value) = ${email})
    returning id`.execute(ctx.db);
  return rows.length;
}

/**
 * Lets go of what the house holds about a person: all of it or, when a room refuses, nothing.
 *
 * @param email lower case
 * @returns what was done, a line for each kind of thing there was
 * @throws Conflict with the reason when they cannot be forgotten yet
 */
export async function forgetPerson(ctx: Ctx, features: readonly Feature[], email: string): Promise<string[]> {
  return transact(ctx, async (ctx) => {
    // Rooms stand in the order in which they build on each other, so the account goes last.
    const rooms = features.toReversed().flatMap(({ personalData }) => personalData ?? []);
    const lines: string[] = [];
    for (const { done, forget } of [...rooms, ...HOUSE]) {
      const count = await forget(ctx, email);
      if (count > 0) lines.push(`${count} ${done}`);
    }
    if (lines.length > 0)
      await tell(ctx, { name: "person.forgotten", subject: { kind: "person", id: ctx.random.id() } });
    return lines;
  });
}
