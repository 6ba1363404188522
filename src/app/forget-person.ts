import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { Feature } from "#platform/feature.ts";
import { forgetMails } from "#platform/mail/forgetting.ts";
import type { PersonalData } from "#platform/personal-data.ts";

/** What belongs to no room. */
const HOUSE: PersonalData[] = [
  { done: "copies of mails to them or about them deleted", forget: forgetMails, copy: mailsTo },
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

/** Without their texts: they have the mails themselves, and some held a link that signs in. */
async function mailsTo(ctx: Ctx, email: string) {
  const rows = await ctx.db
    .selectFrom("mails")
    .select(["created_at", "subject", "kind", "state"])
    .where(sql<boolean>`lower(recipient) = ${email}`)
    .orderBy("created_at")
    .limit(1_000)
    .execute();
  const records = rows.map(({ created_at, ...mail }) => ({ written: created_at.toISOString(), ...mail }));
  return records.length > 0 ? { heading: "Mails that this site wrote to you", records } : undefined;
}

type Rooms = readonly Pick<Feature, "personalData">[];

/** Rooms stand in the order in which they build on each other, so the account goes last. */
function holders(rooms: Rooms): PersonalData[] {
  return [...rooms.toReversed().flatMap(({ personalData }) => personalData ?? []), ...HOUSE];
}

/**
 * Lets go of what the house holds about a person: all of it or, when a room refuses, nothing.
 *
 * @param email lower case
 * @returns what was done, a line for each kind of thing there was
 * @throws Conflict with the reason when they cannot be forgotten yet
 */
export async function forgetPerson(ctx: Ctx, rooms: Rooms, email: string): Promise<string[]> {
  return transact(ctx, async (ctx) => {
    const lines: string[] = [];
    for (const { done, forget } of holders(rooms)) {
      const count = await forget(ctx, email);
      if (count > 0) lines.push(`${count} ${done}`);
    }
    if (lines.length > 0)
      await tell(ctx, { name: "person.forgotten", subject: { kind: "person", id: ctx.random.id() } });
    return lines;
  });
}

/** Carries what would have been done out of a transaction that is then undone. */
class OnlyTried extends Error {
  readonly lines: string[];
  constructor(lines: string[]) {
    super("This was only tried.");
    this.lines = lines;
  }
}

/**
 * What `forgetPerson` would do: it is done, and undone before anybody sees it.
 *
 * @throws Conflict with the reason when they cannot be forgotten yet
 */
export async function whatWouldGo(ctx: Ctx, rooms: Rooms, email: string): Promise<string[]> {
  try {
    await transact(ctx, async (ctx) => {
      throw new OnlyTried(await forgetPerson(ctx, rooms, email));
    });
  } catch (error) {
    if (error instanceof OnlyTried) return error.lines;
    throw error;
  }
  return [];
}

/** One heading of a copy. */
export interface CopiedPart {
  heading: string;
  records: Record<string, unknown>[];
}

/** Everything the house holds about a person, by what it is; empty where it holds nothing. @param email lower case */
export async function copyOfPerson(ctx: Ctx, rooms: Rooms, email: string): Promise<CopiedPart[]> {
  const parts: CopiedPart[] = [];
  for (const { copy } of holders(rooms).toReversed()) {
    const part = await copy?.(ctx, email);
    if (part && part.records.length > 0) parts.push(part);
  }
  return parts;
}
