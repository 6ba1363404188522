import { Conflict, NotFound } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { queueMails } from "#platform/mail/mail.ts";
import { notesHref } from "../guests/links.ts";
import { replyTo } from "../mail-parts.ts";
import { tellOf } from "../open-meeting.ts";
import { type Meeting, meetingById } from "../queries.ts";
import { notesMail } from "./mails.tsx";
import { guestsWithoutNotes } from "./queries.ts";

/** Whoever has the link reads the newest text. @throws Conflict when somebody saved since `version` was read */
export async function writeNotes(
  ctx: Ctx,
  meeting: Pick<Meeting, "id" | "partnership" | "kind">,
  { notes, version }: { notes: string; version: number },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("meetings")
      .set({ notes, version: version + 1, changed_at: ctx.now })
      .where("id", "=", meeting.id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw new Conflict();
    await tellOf(ctx, "meeting.notes-written", meeting);
  });
}

/**
 * Sends the link to the notes to everyone who came and has not got it; who is written down as having come later gets it
 * when this is done again. Answers how many were written to.
 *
 * @throws Conflict for a meeting that has not ended, and for empty notes
 */
export async function publishNotes(ctx: Ctx, workspace: Workspace, id: string): Promise<number> {
  return transact(ctx, async (ctx) => {
    await ctx.db.selectFrom("meetings").select("id").where("id", "=", id).forUpdate().execute();
    const meeting = await meetingById(ctx, workspace.id, id);
    if (!meeting) throw new NotFound();
    if (meeting.state !== "held")
      throw new Conflict(
        "The meeting has not ended yet. End it first, so that everyone who came gets the notes.",
      );
    if (meeting.notes.trim() === "") throw new Conflict("There are no notes yet, so nothing was sent.");
    const guests = await guestsWithoutNotes(ctx, meeting);
    await queueMails(
      ctx,
      guests.map((guest) => ({
        ...notesMail(ctx.site, { meeting, guest, workspace, href: notesHref(ctx, guest) }),
        to: guest.contact!.email!,
        ...replyTo(workspace),
      })),
    );
    if (guests.length > 0)
      await ctx.db
        .updateTable("meeting_guests")
        .set({ notes_sent_at: ctx.now })
        .where(
          "id",
          "in",
          guests.map(({ id }) => id),
        )
        .execute();
    if (!meeting.notesPublishedAt) {
      await ctx.db
        .updateTable("meetings")
        .set({ notes_published_at: ctx.now })
        .where("id", "=", id)
        .execute();
      await tellOf(ctx, "meeting.notes-published", meeting, { guests: guests.length });
    } else if (guests.length > 0) await tellOf(ctx, "meeting.notes-sent", meeting, { guests: guests.length });
    return guests.length;
  });
}
