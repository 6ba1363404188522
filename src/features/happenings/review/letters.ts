import type { Site } from "#base/site.ts";
import type { Ctx } from "#platform/context.ts";
import { type Letter, queueMail } from "#platform/mail/mail.ts";
import { submissionHref } from "../submissions/links.ts";
import { type Submission, submissionById } from "../submissions/queries.ts";
import type { Editor } from "./holding.ts";

/**
 * A mail to whoever sent the happening in, in the caller's transaction. Nobody is written to about what editors
 * wrote themselves, nor before the address is known to be theirs, nor once they asked to be forgotten.
 */
export async function writeToSender(
  ctx: Ctx,
  id: string,
  compose: (site: Site, submission: Submission, statusPath: string) => Letter,
): Promise<void> {
  const submission = await submissionById(ctx, id);
  if (!submission?.confirmedAt || !submission.email) return;
  await queueMail(ctx, compose(ctx.site, submission, submissionHref(ctx, "status", submission)));
}

/** Keeps what an editor wrote with the happening. */
export async function writeMessage(
  ctx: Ctx,
  id: string,
  message: { kind: "changes-asked" | "declined" | "note" | "letter"; by: Editor; text: string },
): Promise<void> {
  await ctx.db
    .insertInto("happening_messages")
    .values({
      id: ctx.random.id(),
      happening: id,
      at: ctx.now,
      kind: message.kind,
      by_kind: "editor",
      by_person: message.by.id,
      by_name: message.by.name,
      text: message.text,
    })
    .execute();
}
