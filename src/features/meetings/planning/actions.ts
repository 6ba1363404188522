import { Conflict, NotFound } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { type Contact, contactById } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { queueMails } from "#platform/mail/mail.ts";
import { templateFor } from "../agenda/templates.ts";
import { calendarAttachment } from "../answering/calendar-file.ts";
import { rsvpHref } from "../guests/links.ts";
import { type Guest, guestsOf } from "../guests/queries.ts";
import { replyTo } from "../mail-parts.ts";
import { tellOf } from "../open-meeting.ts";
import { type Meeting, meetingById } from "../queries.ts";
import { mayCancel } from "../rules.ts";
import type { MeetingFacts } from "./forms.ts";
import { cancelledMail, movedMail } from "./mails.tsx";

/** @param from a meeting whose agenda is taken over; else our own agenda for the kind is */
export async function planMeeting(
  ctx: Ctx,
  workspace: Pick<Workspace, "id">,
  facts: MeetingFacts,
  from: string | null = null,
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const id = ctx.random.id();
    const earlier = from ? await meetingById(ctx, workspace.id, from) : undefined;
    const champion = await championIn(ctx, workspace.id, facts.welcomedBy);
    const agenda = earlier?.agenda ?? templateFor(facts.kind, champion?.name);
    await ctx.db
      .insertInto("meetings")
      .values({
        id,
        partnership: workspace.id,
        ...columnsOf(facts, champion),
        agenda: JSON.stringify(agenda),
        notes_published_at: null,
        opened_at: null,
        ended_at: null,
        come_key: null,
        door_key: ctx.random.token(),
        created_at: ctx.now,
        changed_at: ctx.now,
      })
      .execute();
    await tellOf(ctx, "meeting.planned", { id, partnership: workspace.id, kind: facts.kind });
    return id;
  });
}

/**
 * @param tellGuests those who said yes or maybe get a mail where its time or place is another one now
 * @throws Conflict when somebody changed it since `version` was read
 */
export async function changeMeeting(
  ctx: Ctx,
  workspace: Workspace,
  id: string,
  facts: MeetingFacts,
  { version, tellGuests }: { version: number; tellGuests: boolean },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const before = await meetingById(ctx, workspace.id, id);
    const champion = await championIn(ctx, workspace.id, facts.welcomedBy);
    const row = await ctx.db
      .updateTable("meetings")
      .set({ ...columnsOf(facts, champion), version: version + 1, changed_at: ctx.now })
      .where("id", "=", id)
      .where("partnership", "=", workspace.id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!before) throw new NotFound();
    if (!row) throw new Conflict();
    const now = (await meetingById(ctx, workspace.id, id))!;
    if (tellGuests && now.state === "planned" && isElsewhere(before, now))
      await queueMails(
        ctx,
        (await awaited(ctx, now)).map(({ guest, email }) => ({
          ...movedMail(ctx.site, { meeting: now, workspace, href: rsvpHref(ctx, guest) }),
          ...calendarFor(ctx, workspace, now, guest),
          to: email,
          ...replyTo(workspace),
        })),
      );
    await tellOf(ctx, "meeting.changed", now);
  });
}

/** @throws Conflict where it has begun, was held or was called off before */
export async function cancelMeeting(ctx: Ctx, workspace: Workspace, id: string, word: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await ctx.db.selectFrom("meetings").select("id").where("id", "=", id).forUpdate().execute();
    const meeting = await meetingById(ctx, workspace.id, id);
    if (!meeting) throw new NotFound();
    if (!mayCancel(meeting))
      throw new Conflict("It has begun or was called off already. Nothing was changed.");
    const guests = await awaited(ctx, meeting);
    await ctx.db
      .updateTable("meetings")
      .set({ state: "cancelled", cancel_word: word, version: meeting.version + 1, changed_at: ctx.now })
      .where("id", "=", id)
      .execute();
    const off = (await meetingById(ctx, workspace.id, id))!;
    await queueMails(
      ctx,
      guests.map(({ guest, email }) => ({
        ...cancelledMail(ctx.site, { meeting, workspace, word }),
        ...calendarFor(ctx, workspace, off, guest),
        to: email,
        ...replyTo(workspace),
      })),
    );
    await tellOf(ctx, "meeting.cancelled", meeting);
  });
}

/** What changes the entry in a guest's calendar, beside the words that say it. */
function calendarFor(ctx: Ctx, workspace: Workspace, meeting: Meeting, guest: Guest) {
  return {
    attachments: [
      calendarAttachment(ctx.site, {
        ...{ meeting, partnership: workspace.name, repliesTo: workspace.repliesTo },
        ...{ href: rsvpHref(ctx, guest), now: ctx.now },
      }),
    ],
  };
}

/** Those who said that they come, or maybe, and can be written to. */
async function awaited(ctx: Ctx, meeting: Meeting) {
  const guests = await guestsOf(ctx, meeting);
  return guests.flatMap((guest) =>
    (guest.answer === "yes" || guest.answer === "maybe") && guest.contact?.email
      ? [{ guest, email: guest.contact.email }]
      : [],
  );
}

function isElsewhere(before: Meeting, now: Meeting): boolean {
  const told = (meeting: Meeting) =>
    JSON.stringify([
      meeting.startsAt,
      meeting.timeZone,
      meeting.minutes,
      meeting.place,
      meeting.address,
      meeting.onlineUrl,
    ]);
  return told(before) !== told(now);
}

/** Undefined for nobody, and for somebody who is not on this roster. */
async function championIn(ctx: Ctx, partnership: string, id: string | null): Promise<Contact | undefined> {
  return id ? contactById(ctx, partnership, id) : undefined;
}

function columnsOf(facts: MeetingFacts, champion: Contact | undefined) {
  return {
    kind: facts.kind,
    title: facts.title,
    starts_local: facts.startsLocal,
    occurrence: facts.occurrence,
    time_zone: facts.timeZone,
    starts_at: facts.startsAt,
    minutes: facts.minutes,
    place: facts.place,
    address: facts.address,
    online_url: facts.onlineUrl,
    purpose: facts.purpose,
    welcomed_by: champion?.id ?? null,
    notes_promised_on: facts.notesPromisedOn,
  };
}
