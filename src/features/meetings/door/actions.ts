import { sql } from "kysely";
import { Conflict } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { findOrAddContact, moveFurther, type NewContact } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { announce } from "#platform/live.ts";
import { insertGuests, lockGuest } from "../guests/actions.ts";
import { type Guest, guestById, guestsByIds } from "../guests/queries.ts";
import type { CameBy } from "../kinds.ts";
import { tellOf } from "../open-meeting.ts";
import type { Meeting } from "../queries.ts";
import { mayNoteArrivals } from "../rules.ts";

/** What screens watch that show who is there. */
export function doorTopic(meeting: Pick<Meeting, "id">): string {
  return `meeting-door ${meeting.id}`;
}

/**
 * Somebody is there. Twice is once. Their company is written down as it is today, and the roster knows that they came.
 *
 * @throws Conflict before the day, and for a meeting that was called off
 */
export async function checkIn(ctx: Ctx, meeting: Meeting, guestId: string, by: CameBy): Promise<Guest> {
  return transact(ctx, async (ctx) => {
    refuseTooEarly(ctx, meeting);
    const guest = await lockGuest(ctx, meeting, guestId);
    if (guest.cameAt) return guest;
    await ctx.db
      .updateTable("meeting_guests")
      .set({
        // Who is ticked off a paper list came when the meeting began; a clock said no more.
        came_at: by === "self" || by === "greeter" ? ctx.now : meeting.startsAt,
        came_by: by,
        is_first: await isFirstOf(ctx, meeting, guest),
        ...(guest.contact ? { company: guest.contact.company?.id ?? guest.company?.id ?? null } : {}),
        ...(guest.state === "withdrawn"
          ? {
              state: guest.invitedAt ? ("invited" as const) : ("walked-in" as const),
              link_key: ctx.random.token(),
            }
          : {}),
      })
      .where("id", "=", guestId)
      .execute();
    if (guest.contact)
      await moveFurther(
        ctx,
        meeting.partnership,
        [guest.contact.id],
        "attended",
        `Came to “${meeting.title}”`,
      );
    await tellOf(ctx, "meeting.guest-came", meeting, { guest: guestId });
    await announce(ctx, doorTopic(meeting));
    return (await guestById(ctx, meeting, guestId))!;
  });
}

/** They are not there after all. Where they stand on the roster is left to the team. */
export async function undoCheckIn(ctx: Ctx, meeting: Meeting, guestId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const guest = await lockGuest(ctx, meeting, guestId);
    if (!guest.cameAt) return;
    // Whoever walked in and did not come is nobody's guest.
    if (guest.state === "walked-in" && !guest.answer)
      await ctx.db.deleteFrom("meeting_guests").where("id", "=", guestId).execute();
    else
      await ctx.db
        .updateTable("meeting_guests")
        .set({ came_at: null, came_by: null, is_first: false })
        .where("id", "=", guestId)
        .execute();
    await tellOf(ctx, "meeting.guest-not-there", meeting, { guest: guestId });
    await announce(ctx, doorTopic(meeting));
  });
}

/** Somebody who was not on the list is there: they are on the roster and on the list from now on. */
export async function walkIn(
  ctx: Ctx,
  { meeting, workspace }: { meeting: Meeting; workspace: Workspace },
  person: NewContact,
  by: CameBy,
): Promise<Guest> {
  return transact(ctx, async (ctx) => {
    refuseTooEarly(ctx, meeting);
    const contact = await findOrAddContact(ctx, workspace, person);
    await insertGuests(ctx, meeting, [contact], { state: "walked-in" });
    const row = await ctx.db
      .selectFrom("meeting_guests")
      .select("id")
      .where("meeting", "=", meeting.id)
      .where("contact", "=", contact.id)
      .executeTakeFirstOrThrow();
    return checkIn(ctx, meeting, row.id, by);
  });
}

/**
 * What the paper sheet says of those it shows: who is ticked came, who is not did not.
 *
 * @param sheet ids of guests; those of other meetings are not found
 */
export async function writeSheet(
  ctx: Ctx,
  meeting: Meeting,
  sheet: { shown: readonly string[]; came: readonly string[] },
): Promise<void> {
  const came = new Set(sheet.came);
  await transact(ctx, async (ctx) => {
    const before = new Map((await guestsByIds(ctx, meeting, sheet.shown)).map((guest) => [guest.id, guest]));
    for (const [id, guest] of before) {
      if (came.has(id) && !guest.cameAt)
        await checkIn(ctx, meeting, id, meeting.state === "held" ? "later" : "sheet");
      if (!came.has(id) && guest.cameAt) await undoCheckIn(ctx, meeting, id);
    }
  });
}

/** Another code for the door; what was printed before opens nothing any more. */
export async function renewDoor(ctx: Ctx, meeting: Meeting): Promise<void> {
  await transact(ctx, async (ctx) => {
    await ctx.db
      .updateTable("meetings")
      .set({ door_key: ctx.random.token() })
      .where("id", "=", meeting.id)
      .execute();
    await tellOf(ctx, "meeting.door-renewed", meeting);
  });
}

function refuseTooEarly(ctx: Ctx, meeting: Meeting): void {
  if (!mayNoteArrivals(meeting, ctx.now))
    throw new Conflict(
      meeting.state === "cancelled"
        ? "This meeting was called off, so nobody can be checked in."
        : "It is not the day of the meeting yet, so nobody can be checked in.",
    );
}

/** Whether they never came to an earlier meeting of this partnership. */
async function isFirstOf(ctx: Ctx, meeting: Meeting, { contact }: Guest): Promise<boolean> {
  if (!contact) return false;
  const { rows } = await sql<{ came: boolean }>`select exists (
      select from meeting_guests g join meetings m on m.id = g.meeting
      where g.contact = ${contact.id}::uuid and g.came_at is not null
        and m.partnership = ${meeting.partnership}::uuid and m.starts_at < ${meeting.startsAt}
    ) as came`.execute(ctx.db);
  return !rows[0]!.came;
}
