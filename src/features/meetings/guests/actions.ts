import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import {
  type Contact,
  contactById,
  contactsByIds,
  findOrAddContact,
  moveFurther,
  type Side,
} from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tellOf } from "../open-meeting.ts";
import type { Meeting } from "../queries.ts";
import type { AnswerCommand, GuestCommand } from "./forms.ts";
import type { Pasted } from "./pasted.ts";
import { type Guest, guestById, MOST_GUESTS } from "./queries.ts";

type Of = Pick<Meeting, "id" | "partnership" | "kind">;

/** Puts people of the roster on the guest list; who stands on it already stays as they are. Answers how many are new. */
export async function addGuests(
  ctx: Ctx,
  meeting: Of,
  contactIds: readonly string[],
  invitedBy: string | null,
): Promise<Outcome<number>> {
  return transact(ctx, async (ctx): Promise<Outcome<number>> => {
    const contacts = await contactsByIds(ctx, meeting.partnership, contactIds);
    const there = await ctx.db
      .selectFrom("meeting_guests")
      .select((all) => all.fn.countAll<number>().as("guests"))
      .where("meeting", "=", meeting.id)
      .executeTakeFirstOrThrow();
    if (Number(there.guests) + contacts.length > MOST_GUESTS)
      return problem(
        "",
        `A guest list holds ${MOST_GUESTS.toLocaleString("en-US")} people at most. Choose fewer.`,
      );
    const inviter = invitedBy ? await contactById(ctx, meeting.partnership, invitedBy) : undefined;
    const added = await insertGuests(ctx, meeting, contacts, { invited_by: inviter?.id ?? null });
    // Whom somebody took off the list before is meant anew.
    const back = await ctx.db
      .updateTable("meeting_guests")
      .set({ state: "listed" })
      .where("meeting", "=", meeting.id)
      .where("state", "=", "withdrawn")
      .where("contact", "in", contactIds.length > 0 ? contactIds : [NOBODY])
      .returning("id")
      .execute();
    for (const { id } of back)
      await ctx.db
        .updateTable("meeting_guests")
        .set({ link_key: ctx.random.token() })
        .where("id", "=", id)
        .execute();
    const count = added.length + back.length;
    if (count > 0) await tellOf(ctx, "meeting.guests-listed", meeting, { guests: count });
    return done(count);
  });
}

const NOBODY = "00000000-0000-4000-8000-000000000000";

/** New rows for those who are not on the list yet; answers their ids. */
export async function insertGuests(
  ctx: Ctx,
  meeting: Pick<Meeting, "id">,
  contacts: readonly Contact[],
  given: { invited_by?: string | null; state?: "listed" | "invited" | "walked-in" } = {},
): Promise<{ id: string }[]> {
  if (contacts.length === 0) return [];
  return ctx.db
    .insertInto("meeting_guests")
    .values(
      contacts.map((contact) => ({
        id: ctx.random.id(),
        meeting: meeting.id,
        contact: contact.id,
        side: contact.side,
        company: contact.company?.id ?? null,
        invited_by: given.invited_by === contact.id ? null : (given.invited_by ?? null),
        state: given.state ?? ("listed" as const),
        invited_at: given.state === "invited" ? ctx.now : null,
        reminded_at: null,
        answer: null,
        answered_at: null,
        came_at: null,
        came_by: null,
        notes_sent_at: null,
        link_key: ctx.random.token(),
        created_at: ctx.now,
      })),
    )
    .onConflict((on) => on.columns(["meeting", "contact"]).where("contact", "is not", null).doNothing())
    .returning("id")
    .execute();
}

/** Puts pasted people on the roster, where they are not on it, and on the guest list. Answers how many are new guests. */
export async function addPasted(
  ctx: Ctx,
  workspace: Workspace,
  meeting: Of,
  people: readonly Pasted[],
  { side, invitedBy }: { side: Side; invitedBy: string | null },
): Promise<Outcome<number>> {
  return transact(ctx, async (ctx) => {
    const ids: string[] = [];
    for (const person of people) ids.push((await findOrAddContact(ctx, workspace, { ...person, side })).id);
    return addGuests(ctx, meeting, ids, invitedBy);
  });
}

/** @throws NotFound */
export async function changeGuest(ctx: Ctx, meeting: Of, id: string, command: GuestCommand): Promise<void> {
  await transact(ctx, async (ctx) => {
    const guest = await lockGuest(ctx, meeting, id);
    const inviter = command.invitedBy
      ? await contactById(ctx, meeting.partnership, command.invitedBy)
      : undefined;
    await ctx.db
      .updateTable("meeting_guests")
      .set({
        side: command.side,
        invited_by: inviter && inviter.id !== guest.contact?.id ? inviter.id : null,
        room_role: command.roomRole ?? "",
      })
      .where("id", "=", id)
      .execute();
    await tellOf(ctx, "meeting.guest-changed", meeting, { guest: id });
  });
}

/**
 * Writes an answer down; the newest counts, and those before it are kept to be read.
 *
 * @param byName who of the team wrote it down; empty for the guest's own
 */
export async function noteAnswer(
  ctx: Ctx,
  meeting: Of & Pick<Meeting, "title">,
  id: string,
  { answer, note }: AnswerCommand,
  byName: string,
): Promise<Guest> {
  return transact(ctx, async (ctx) => {
    const guest = await lockGuest(ctx, meeting, id);
    await ctx.db
      .insertInto("meeting_answers")
      .values({ guest: id, at: ctx.now, answer, note, by_name: byName })
      .execute();
    await ctx.db
      .updateTable("meeting_guests")
      .set({ answer, answered_at: ctx.now, answer_note: note })
      .where("id", "=", id)
      .execute();
    if (answer === "yes" && guest.contact)
      await moveFurther(
        ctx,
        meeting.partnership,
        [guest.contact.id],
        "willing",
        `Said yes to “${meeting.title}”`,
      );
    await tellOf(ctx, "meeting.answered", meeting, { guest: id, answer });
    return guest;
  });
}

/**
 * Takes somebody off the guest list. Whoever was never written to is simply gone; of others it is kept that they were
 * asked, and their link opens nothing from now on.
 *
 * @throws Conflict for somebody who came: that is to be taken back first
 */
export async function withdrawGuest(ctx: Ctx, meeting: Of, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const guest = await lockGuest(ctx, meeting, id);
    if (guest.cameAt)
      throw new Conflict("They are written down as having come, so they were left on the list.");
    if (guest.state === "listed" && !guest.answer)
      await ctx.db.deleteFrom("meeting_guests").where("id", "=", id).execute();
    else
      await ctx.db
        .updateTable("meeting_guests")
        .set({ state: "withdrawn", link_key: null })
        .where("id", "=", id)
        .execute();
    await tellOf(ctx, "meeting.guest-withdrawn", meeting, { guest: id });
  });
}

/** Another link for a guest: the one before opens nothing any more, wherever it was forwarded to. */
export async function renewLink(ctx: Ctx, meeting: Of, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const guest = await lockGuest(ctx, meeting, id);
    await ctx.db
      .updateTable("meeting_guests")
      .set({
        link_key: ctx.random.token(),
        ...(guest.state === "withdrawn" ? { state: guest.invitedAt ? "invited" : "listed" } : {}),
      })
      .where("id", "=", id)
      .execute();
    await tellOf(ctx, "meeting.link-renewed", meeting, { guest: id });
  });
}

/** @throws NotFound also for a guest of another meeting */
export async function lockGuest(
  ctx: Ctx,
  meeting: Pick<Meeting, "id" | "partnership">,
  id: string,
): Promise<Guest> {
  await ctx.db.selectFrom("meeting_guests").select("id").where("id", "=", id).forUpdate().execute();
  const guest = await guestById(ctx, meeting, id);
  if (!guest) throw new NotFound();
  return guest;
}
