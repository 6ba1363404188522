import { sql } from "kysely";
import { type Contact, contactsByIds } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { type Guest, guestsByIds } from "../guests/queries.ts";
import type { Meeting } from "../queries.ts";
import "../tables.ts";

/**
 * Whom a champion should call: guests whom they invite, or whom they know by the roster's ties, and who have not said
 * yes or no. At most 60. Three queries.
 */
export async function callsOf(
  ctx: Pick<Ctx, "db">,
  meeting: Pick<Meeting, "id" | "partnership">,
  champion: string,
): Promise<Guest[]> {
  const { rows } = await sql<{ id: string }>`select g.id from meeting_guests g
    where g.meeting = ${meeting.id}::uuid and g.state <> 'withdrawn' and g.came_at is null
      and (g.answer is null or g.answer = 'maybe') and g.contact is distinct from ${champion}::uuid
      and (g.invited_by = ${champion}::uuid or exists (
        select from roster_ties t where t.contact = g.contact and t.known_by = ${champion}::uuid))
    limit 60`.execute(ctx.db);
  return guestsByIds(
    ctx,
    meeting,
    rows.map(({ id }) => id),
  );
}

/** How many calls each champion of a meeting has before them, with those who have none left out. Two queries. */
export async function callers(
  ctx: Pick<Ctx, "db">,
  meeting: Pick<Meeting, "id" | "partnership">,
): Promise<{ champion: Contact; calls: number }[]> {
  const { rows } = await sql<{ champion: string; calls: number }>`
    select champion, count(distinct guest)::int as calls from (
      select g.invited_by as champion, g.id as guest from meeting_guests g
      where g.meeting = ${meeting.id}::uuid and g.state <> 'withdrawn' and g.came_at is null
        and (g.answer is null or g.answer = 'maybe') and g.invited_by is not null
      union all
      select t.known_by, g.id from meeting_guests g join roster_ties t on t.contact = g.contact
        join roster_contacts c on c.id = t.known_by and c.is_champion
      where g.meeting = ${meeting.id}::uuid and g.state <> 'withdrawn' and g.came_at is null
        and (g.answer is null or g.answer = 'maybe')
    ) as one group by champion`.execute(ctx.db);
  const counts = new Map(rows.map(({ champion, calls }) => [champion, calls]));
  const champions = await contactsByIds(ctx, meeting.partnership, [...counts.keys()]);
  return champions.map((champion) => ({ champion, calls: counts.get(champion.id)! }));
}
