import { Conflict } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { noteAnswer } from "../guests/actions.ts";
import type { AnswerCommand } from "../guests/forms.ts";
import { type OpenedGuest, rsvpHref } from "../guests/links.ts";
import { replyTo } from "../mail-parts.ts";
import { takesAnswers } from "../rules.ts";
import { calendarAttachment } from "./calendar-file.ts";
import { answerMail } from "./mails.tsx";

/**
 * A guest says by their link whether they come. A mail confirms it where the answer is another one than before; a note
 * that changes alone sends none.
 *
 * @throws Conflict once the meeting has begun, or was called off
 */
export async function answerInvitation(
  ctx: Ctx,
  opened: OpenedGuest & { workspace: Workspace },
  command: AnswerCommand,
): Promise<void> {
  const { meeting, guest, workspace } = opened;
  if (!takesAnswers(meeting, ctx.now))
    throw new Conflict("The meeting has begun or was called off, so answers cannot be changed any more.");
  await transact(ctx, async (ctx) => {
    const before = await noteAnswer(ctx, meeting, guest.id, command, "");
    if (before.answer === command.answer || !before.contact?.email) return;
    await queueMail(ctx, {
      ...answerMail(ctx.site, { ...opened, answer: command.answer, href: rsvpHref(ctx, guest) }),
      to: before.contact.email,
      ...replyTo(workspace),
      ...(command.answer === "no"
        ? {}
        : {
            attachments: [
              calendarAttachment(ctx.site, {
                meeting,
                partnership: workspace.name,
                href: rsvpHref(ctx, guest),
                repliesTo: workspace.repliesTo,
                now: ctx.now,
              }),
            ],
          }),
    });
  });
}
