import { sql } from "kysely";
import { editors } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { moveHappening } from "../moving.ts";
import type { HappeningContent } from "../tables.ts";
import { createHappening } from "../writing.ts";
import type { DocumentCommand } from "./documents.ts";
import type { SenderCommand } from "./forms.ts";
import { submissionHref } from "./links.ts";
import { confirmMail, deskMail, publishedMail, receivedMail } from "./mails.tsx";
import { isTrusted, type Submission, submissionById, submissionByRequest } from "./queries.ts";
import { skipsTheQueue } from "./rules.ts";
import { storeDocuments } from "./storing.ts";

/** Any number of ours: the same form sent twice at once is taken once. */
const REQUEST_LOCK = 7_301_957;

export interface SubmissionCommand {
  sender: SenderCommand;
  content: Omit<HappeningContent, "artefacts" | "source">;
  documents: DocumentCommand[];
  consentText: string;
  channel: "form" | "api";
  /** A sealed network address. */
  network: string;
  /** Why a person should look twice; null when nothing seemed odd. */
  doubt: string | null;
  /** The same key is the same submission, however often it comes. */
  requestKey: string | null;
}

async function mustBeThere(ctx: Ctx, id: string): Promise<Submission> {
  const submission = await submissionById(ctx, id);
  if (!submission) throw new Error("A submission is gone that was just written");
  return submission;
}

/** Takes an update from anyone. Nobody sees it until its sender has confirmed the address by mail. */
export async function sendSubmission(ctx: Ctx, command: SubmissionCommand): Promise<Submission> {
  return transact(ctx, async (ctx) => {
    const { requestKey, sender } = command;
    if (requestKey) {
      await sql`select pg_advisory_xact_lock(${REQUEST_LOCK}, hashtext(${requestKey}))`.execute(ctx.db);
      const before = await submissionByRequest(ctx, requestKey);
      if (before) return before;
    }
    const artefacts = await storeDocuments(ctx, command.documents);
    const id = await createHappening(ctx, {
      content: { ...command.content, artefacts, source: { name: "", url: null, note: "" } },
      stage: "unconfirmed",
      by: { kind: "submitter", personId: null, name: sender.name },
      doubt: command.doubt,
    });
    await ctx.db
      .insertInto("submissions")
      .values({
        ...sender,
        happening: id,
        consented_at: ctx.now,
        consent_text: command.consentText,
        network: command.network,
        channel: command.channel,
        sent_at: ctx.now,
        confirmed_at: null,
        request_key: requestKey,
        link_key: ctx.random.token(),
      })
      .execute();
    const submission = await mustBeThere(ctx, id);
    await mailConfirmation(ctx, submission);
    await tell(ctx, { name: "submission.sent", subject: { kind: "happening", id } });
    return submission;
  });
}

async function mailConfirmation(ctx: Ctx, submission: Submission): Promise<void> {
  await queueMail(ctx, confirmMail(ctx.site, submission, submissionHref(ctx, "confirm", submission)));
}

/**
 * Sends the mail again, to a corrected address if need be; links that went to the old one stop working then.
 * Does nothing once it is confirmed.
 */
export async function mailAgain(ctx: Ctx, id: string, email: string): Promise<Submission> {
  return transact(ctx, async (ctx) => {
    const before = await mustBeThere(ctx, id);
    if (before.confirmedAt) return before;
    if (email !== before.email) {
      await ctx.db
        .updateTable("submissions")
        .set({ email, link_key: ctx.random.token() })
        .where("happening", "=", id)
        .where("confirmed_at", "is", null)
        .execute();
    }
    const submission = await mustBeThere(ctx, id);
    await mailConfirmation(ctx, submission);
    return submission;
  });
}

/**
 * The sender's own yes, after which an editor gets to see it, or, from somebody trusted, everyone. A second yes
 * changes nothing.
 */
export async function confirmSubmission(ctx: Ctx, id: string): Promise<Submission> {
  return transact(ctx, async (ctx) => {
    const first = await ctx.db
      .updateTable("submissions")
      .set({ confirmed_at: ctx.now })
      .where("happening", "=", id)
      .where("confirmed_at", "is", null)
      .returning("happening")
      .executeTakeFirst();
    const before = await mustBeThere(ctx, id);
    if (!first || before.stage !== "unconfirmed") return before;
    if (skipsTheQueue(before, await isTrusted(ctx, before.email))) {
      await moveHappening(ctx, id, { to: "published", mover: "trusted", version: before.version });
      const submission = await mustBeThere(ctx, id);
      await queueMail(ctx, publishedMail(ctx.site, submission, submissionHref(ctx, "status", submission)));
      return submission;
    }
    const wasEmpty = await deskIsEmpty(ctx);
    await moveHappening(ctx, id, { to: "received", mover: "submitter" });
    const submission = await mustBeThere(ctx, id);
    await queueMail(ctx, receivedMail(ctx.site, submission, submissionHref(ctx, "status", submission)));
    // One mail when the desk fills, not one for each: who comes to the first finds the others beside it.
    if (wasEmpty && !submission.doubt) {
      for (const editor of await editors(ctx))
        await queueMail(ctx, deskMail(ctx.site, submission, editor.email));
    }
    return submission;
  });
}

/** Whether nothing that was sent in waits for an editor. */
async function deskIsEmpty(ctx: Ctx): Promise<boolean> {
  const waiting = await ctx.db
    .selectFrom("happenings")
    .select("id")
    .where("stage", "in", ["received", "in-review"])
    .limit(1)
    .executeTakeFirst();
  return waiting === undefined;
}
