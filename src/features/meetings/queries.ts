import type { Occurrence } from "#base/local-time.ts";
import type { Ctx } from "#platform/context.ts";
import type { MeetingKind, MeetingState } from "./kinds.ts";
import type { AgendaItem, MeetingsTable } from "./tables.ts";
import "./tables.ts";
import type { Selectable } from "kysely";

export interface Meeting {
  id: string;
  partnership: string;
  kind: MeetingKind;
  title: string;
  /** What a clock on the wall shows when it begins: `2026-10-04T09:00`. */
  startsLocal: string;
  occurrence: Occurrence | null;
  /** IANA name. */
  timeZone: string;
  startsAt: Date;
  minutes: number;
  place: string;
  address: string;
  onlineUrl: string | null;
  purpose: string;
  agenda: AgendaItem[];
  /** Contact id of the champion who welcomes. */
  welcomedBy: string | null;
  state: MeetingState;
  /** Restricted Markdown. */
  notes: string;
  /** A day, `2026-10-07`. */
  notesPromisedOn: string | null;
  notesPublishedAt: Date | null;
  openedAt: Date | null;
  endedAt: Date | null;
  cancelWord: string;
  comeKey: string | null;
  doorKey: string | null;
  version: number;
}

type Reads = Pick<Ctx, "db">;

/** @param page its items stand in order of time: what comes next first, what was last first */
export async function meetingsOf(
  ctx: Pick<Ctx, "db" | "now">,
  partnership: string,
  page: { which: "coming" | "past" | "all"; offset: number; limit: number },
): Promise<{ items: Meeting[]; more: boolean }> {
  let query = ctx.db.selectFrom("meetings").selectAll().where("partnership", "=", partnership);
  // What is under way counts as coming however long it runs over; what was called off as past.
  const coming = ["planned", "under-way"] as const;
  if (page.which === "coming") query = query.where("state", "in", coming).orderBy("starts_at");
  else if (page.which === "past") query = query.where("state", "not in", coming).orderBy("starts_at", "desc");
  else query = query.orderBy("starts_at", "desc");
  const rows = await query
    .orderBy("id")
    .offset(page.offset)
    .limit(page.limit + 1)
    .execute();
  return { items: rows.slice(0, page.limit).map(meetingFrom), more: rows.length > page.limit };
}

/** The next one that is planned or under way; undefined where there is none. One query. */
export async function nextMeetingOf(
  ctx: Pick<Ctx, "db" | "now">,
  partnership: string,
): Promise<Meeting | undefined> {
  return (await meetingsOf(ctx, partnership, { which: "coming", offset: 0, limit: 1 })).items[0];
}

/** A meeting of this partnership; undefined for those of others. @param id well-formed */
export async function meetingById(ctx: Reads, partnership: string, id: string): Promise<Meeting | undefined> {
  const row = await ctx.db
    .selectFrom("meetings")
    .selectAll()
    .where("id", "=", id)
    .where("partnership", "=", partnership)
    .executeTakeFirst();
  return row && meetingFrom(row);
}

/** For links, which name the meeting alone. @param id well-formed */
export async function anyMeetingById(ctx: Reads, id: string): Promise<Meeting | undefined> {
  const row = await ctx.db.selectFrom("meetings").selectAll().where("id", "=", id).executeTakeFirst();
  return row && meetingFrom(row);
}

function meetingFrom(row: Selectable<MeetingsTable>): Meeting {
  return {
    id: row.id,
    partnership: row.partnership,
    kind: row.kind,
    title: row.title,
    startsLocal: row.starts_local,
    occurrence: row.occurrence,
    timeZone: row.time_zone,
    startsAt: row.starts_at,
    minutes: row.minutes,
    place: row.place,
    address: row.address,
    onlineUrl: row.online_url,
    purpose: row.purpose,
    agenda: row.agenda,
    welcomedBy: row.welcomed_by,
    state: row.state,
    notes: row.notes,
    notesPromisedOn: row.notes_promised_on,
    notesPublishedAt: row.notes_published_at,
    openedAt: row.opened_at,
    endedAt: row.ended_at,
    cancelWord: row.cancel_word,
    comeKey: row.come_key,
    doorKey: row.door_key,
    version: row.version,
  };
}
