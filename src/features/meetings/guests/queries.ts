import { sql } from "kysely";
import { type Contact, contactsByIds, type Side } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { Answer, CameBy, GuestState, RoomRole } from "../kinds.ts";
import type { Meeting } from "../queries.ts";
import "../tables.ts";

/** Somebody who is asked to a meeting, or came. */
export interface Guest {
  id: string;
  meeting: string;
  /** Null once they were taken off the roster; what was counted stays counted. */
  contact: Contact | null;
  /** As on the day. */
  side: Side;
  company: { id: string; name: string } | null;
  /** Contact id of the champion in whose name they are asked. */
  invitedBy: string | null;
  state: GuestState;
  invitedAt: Date | null;
  remindedAt: Date | null;
  answer: Answer | null;
  answeredAt: Date | null;
  answerNote: string;
  roomRole: RoomRole | null;
  cameAt: Date | null;
  cameBy: CameBy | null;
  /** Whether this was the first meeting of theirs. */
  isFirst: boolean;
  notesSentAt: Date | null;
  /** Null: their links open nothing. */
  linkKey: string | null;
}

type Reads = Pick<Ctx, "db">;

export const GUESTS_WHICH = ["open", "yes", "maybe", "no", "came", "missed", "withdrawn"] as const;
export type GuestsWhich = (typeof GUESTS_WHICH)[number];

export interface GuestFilter {
  side?: Side | undefined;
  /** `open`: no answer yet, whether invited or still to be. `came`, `missed`: after the meeting. */
  which?: GuestsWhich | undefined;
  /** Contact id of a champion. */
  invitedBy?: string | undefined;
  /** Part of a name, a company or an address. */
  q?: string | undefined;
}

function guestsWith(ctx: Reads, meeting: string) {
  return ctx.db
    .selectFrom("meeting_guests as g")
    .leftJoin("roster_companies as o", "o.id", "g.company")
    .leftJoin("roster_contacts as c", "c.id", "g.contact")
    .selectAll("g")
    .select("o.name as company_name")
    .where("g.meeting", "=", meeting);
}

type Row = Awaited<ReturnType<ReturnType<typeof guestsWith>["execute"]>>[number];

const byName = sql`coalesce(c.name, '') = '', lower(c.name), c.email, g.id`;

async function withContacts(ctx: Reads, partnership: string, rows: Row[]): Promise<Guest[]> {
  const contacts = await contactsByIds(
    ctx,
    partnership,
    rows.flatMap(({ contact }) => contact ?? []),
  );
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  return rows.map((row) => ({
    id: row.id,
    meeting: row.meeting,
    contact: (row.contact && byId.get(row.contact)) || null,
    side: row.side,
    company: row.company && row.company_name ? { id: row.company, name: row.company_name } : null,
    invitedBy: row.invited_by,
    state: row.state,
    invitedAt: row.invited_at,
    remindedAt: row.reminded_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    answerNote: row.answer_note,
    roomRole: (row.room_role || null) as RoomRole | null,
    cameAt: row.came_at,
    cameBy: row.came_by,
    isFirst: row.is_first,
    notesSentAt: row.notes_sent_at,
    linkKey: row.link_key,
  }));
}

/** Everybody of a meeting, by name; those who are not asked any more only where `filter` wants them. Two queries. */
export async function guestsOf(
  ctx: Reads,
  meeting: Pick<Meeting, "id" | "partnership">,
  filter: GuestFilter = {},
): Promise<Guest[]> {
  return (await guestsPage(ctx, meeting, filter, { offset: 0, limit: MOST_GUESTS })).items;
}

/** More than this nobody lists for one meeting. */
export const MOST_GUESTS = 3_000;

export async function guestsPage(
  ctx: Reads,
  meeting: Pick<Meeting, "id" | "partnership">,
  filter: GuestFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: Guest[]; more: boolean }> {
  let query = guestsWith(ctx, meeting.id);
  query =
    filter.which === "withdrawn"
      ? query.where("g.state", "=", "withdrawn")
      : query.where("g.state", "<>", "withdrawn");
  if (filter.side) query = query.where("g.side", "=", filter.side);
  if (filter.invitedBy) query = query.where("g.invited_by", "=", filter.invitedBy);
  if (filter.which === "open") query = query.where("g.answer", "is", null).where("g.came_at", "is", null);
  if (filter.which === "yes" || filter.which === "no" || filter.which === "maybe")
    query = query.where("g.answer", "=", filter.which);
  if (filter.which === "came") query = query.where("g.came_at", "is not", null);
  if (filter.which === "missed") query = query.where("g.came_at", "is", null);
  if (filter.q) {
    const part = `%${filter.q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where(
      sql<boolean>`(lower(c.name) like ${part} or c.email like ${part} or lower(o.name) like ${part})`,
    );
  }
  const rows = await query
    .orderBy(byName)
    .offset(offset)
    .limit(limit + 1)
    .execute();
  return {
    items: await withContacts(ctx, meeting.partnership, rows.slice(0, limit)),
    more: rows.length > limit,
  };
}

/** Some guests of this meeting, by name. Two queries. @param ids well-formed */
export async function guestsByIds(
  ctx: Reads,
  meeting: Pick<Meeting, "id" | "partnership">,
  ids: readonly string[],
): Promise<Guest[]> {
  if (ids.length === 0) return [];
  const rows = await guestsWith(ctx, meeting.id).where("g.id", "in", ids).orderBy(byName).execute();
  return withContacts(ctx, meeting.partnership, rows);
}

/** One guest of this meeting. @param id well-formed */
export async function guestById(
  ctx: Reads,
  meeting: Pick<Meeting, "id" | "partnership">,
  id: string,
): Promise<Guest | undefined> {
  return (await guestsByIds(ctx, meeting, [id]))[0];
}

/** For links, which name the guest alone. @param id well-formed */
export async function guestAnywhere(
  ctx: Reads,
  id: string,
): Promise<{ guest: Guest; partnership: string } | undefined> {
  const row = await ctx.db
    .selectFrom("meeting_guests as g")
    .innerJoin("meetings as m", "m.id", "g.meeting")
    .select(["g.meeting", "m.partnership"])
    .where("g.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const guest = await guestById(ctx, { id: row.meeting, partnership: row.partnership }, id);
  return guest && { guest, partnership: row.partnership };
}

/** How many of a meeting are asked, said what, and came, by side. */
export interface SideCounts {
  asked: number;
  invited: number;
  yes: number;
  maybe: number;
  no: number;
  /** Invited, and silent so far. */
  open: number;
  /** On the list, and not invited yet. */
  waiting: number;
  came: number;
  /** Of those who came, whose first meeting it was. */
  first: number;
}
export interface GuestCounts {
  business: SideCounts;
  public: SideCounts;
}

const NONE: SideCounts = {
  asked: 0,
  invited: 0,
  yes: 0,
  maybe: 0,
  no: 0,
  open: 0,
  waiting: 0,
  came: 0,
  first: 0,
};

/** Counts for some meetings; a meeting without guests is in it as well. One query. */
export async function guestCounts(
  ctx: Reads,
  meetings: readonly string[],
): Promise<Map<string, GuestCounts>> {
  const counts = new Map(meetings.map((id) => [id, { business: { ...NONE }, public: { ...NONE } }]));
  if (meetings.length === 0) return counts;
  const rows = await ctx.db
    .selectFrom("meeting_guests")
    .select([
      "meeting",
      "side",
      sql<number>`(count(*) filter (where state <> 'walked-in'))::int`.as("asked"),
      sql<number>`(count(*) filter (where state = 'invited'))::int`.as("invited"),
      sql<number>`(count(*) filter (where answer = 'yes'))::int`.as("yes"),
      sql<number>`(count(*) filter (where answer = 'maybe'))::int`.as("maybe"),
      sql<number>`(count(*) filter (where answer = 'no'))::int`.as("no"),
      sql<number>`(count(*) filter (where answer is null and state = 'invited'))::int`.as("open"),
      sql<number>`(count(*) filter (where answer is null and state = 'listed'))::int`.as("waiting"),
      sql<number>`(count(*) filter (where came_at is not null))::int`.as("came"),
      sql<number>`(count(*) filter (where came_at is not null and is_first))::int`.as("first"),
    ])
    .where("meeting", "in", meetings)
    .where("state", "<>", "withdrawn")
    .groupBy(["meeting", "side"])
    .execute();
  for (const { meeting, side, ...found } of rows) counts.get(meeting)![side] = found;
  return counts;
}

/** What a guest and the team said about coming, newest first; at most 50. One query. */
export async function answersOf(
  ctx: Reads,
  guest: string,
): Promise<{ at: Date; answer: Answer; note: string; byName: string }[]> {
  const rows = await ctx.db
    .selectFrom("meeting_answers")
    .select(["at", "answer", "note", "by_name as byName"])
    .where("guest", "=", guest)
    .orderBy("id", "desc")
    .limit(50)
    .execute();
  return rows;
}

/** Which of some contacts stand on a meeting's guest list. One query. */
export async function listedAmong(
  ctx: Reads,
  meeting: string,
  contacts: readonly Pick<Contact, "id">[],
): Promise<Set<string>> {
  if (contacts.length === 0) return new Set();
  const ids = contacts.map(({ id }) => id);
  const rows = await ctx.db
    .selectFrom("meeting_guests")
    .select("contact")
    .where("meeting", "=", meeting)
    .where("state", "<>", "withdrawn")
    .where("contact", "in", ids)
    .execute();
  return new Set(rows.flatMap(({ contact }) => contact ?? []));
}
