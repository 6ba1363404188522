import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { MeetingKind } from "./kinds.ts";
import "./tables.ts";

/** What a held meeting says for a partnership's figures. */
export interface HeldMeeting {
  id: string;
  kind: MeetingKind;
  title: string;
  startsAt: Date;
  endedAt: Date;
  notesPromisedOn: string | null;
  notesPublishedAt: Date | null;
  /** People who came. */
  business: number;
  public: number;
  /** Companies of the business side that came; whose company nobody wrote down is not among them. */
  businesses: number;
  /** Of the people of the business side who came: whose first meeting it was. */
  firstTimers: number;
}

/** Meetings that were held and began in a span, oldest first; at most 500. One query. */
export async function heldMeetings(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  { from, to }: { from: Date; to: Date },
): Promise<HeldMeeting[]> {
  const came = sql`g.came_at is not null`;
  const rows = await ctx.db
    .selectFrom("meetings as m")
    .leftJoin("meeting_guests as g", "g.meeting", "m.id")
    .select([
      "m.id",
      "m.kind",
      "m.title",
      "m.starts_at",
      "m.ended_at",
      "m.notes_promised_on",
      "m.notes_published_at",
      sql<number>`(count(*) filter (where ${came} and g.side = 'business'))::int`.as("business"),
      sql<number>`(count(*) filter (where ${came} and g.side = 'public'))::int`.as("public"),
      sql<number>`(count(distinct g.company) filter (where ${came} and g.side = 'business'))::int`.as(
        "businesses",
      ),
      sql<number>`(count(*) filter (where ${came} and g.side = 'business' and g.is_first))::int`.as(
        "first_timers",
      ),
    ])
    .where("m.partnership", "=", partnership)
    .where("m.state", "=", "held")
    .where("m.starts_at", ">=", from)
    .where("m.starts_at", "<", to)
    .groupBy("m.id")
    .orderBy("m.starts_at")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    startsAt: row.starts_at,
    endedAt: row.ended_at!,
    notesPromisedOn: row.notes_promised_on,
    notesPublishedAt: row.notes_published_at,
    business: row.business,
    public: row.public,
    businesses: row.businesses,
    firstTimers: row.first_timers,
  }));
}

/**
 * Which companies of the business side came to a meeting that was held, and when each came for the first and the last
 * time inside a span, with their first time ever: what "engaged", "new" and "retained" are counted from. One query.
 */
export async function businessesWhoCame(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  { from, to }: { from: Date; to: Date },
): Promise<{ company: string; name: string; firstEver: Date; last: Date; meetings: number }[]> {
  const { rows } = await sql<{
    company: string;
    name: string;
    firstEver: Date;
    last: Date;
    meetings: number;
  }>`select g.company, o.name, min(m.starts_at) as "firstEver",
      max(m.starts_at) filter (where m.starts_at >= ${from}) as last,
      (count(distinct m.id) filter (where m.starts_at >= ${from}))::int as meetings
    from meetings m join meeting_guests g on g.meeting = m.id join roster_companies o on o.id = g.company
    where m.partnership = ${partnership}::uuid and m.state = 'held' and m.starts_at < ${to}
      and g.side = 'business' and g.came_at is not null
    group by g.company, o.name having max(m.starts_at) >= ${from}
    order by lower(o.name), g.company`.execute(ctx.db);
  return rows;
}
