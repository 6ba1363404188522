import { Conflict } from "#base/surprises.ts";
import { personById } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { contentOf } from "../content.ts";
import { moveHappening } from "../moving.ts";
import type { HappeningContent } from "../tables.ts";
import { reviseHappening } from "../writing.ts";
import type { DocumentCommand } from "./documents.ts";
import { answeredMail } from "./mails.tsx";
import { type Submission, submissionById } from "./queries.ts";
import { maySubmitterAnswer, maySubmitterEdit } from "./rules.ts";
import { storeDocuments } from "./storing.ts";

const MOVED_ON = "This has moved on meanwhile, so that is no longer possible. Nothing was changed.";

/** The submission as it is now, held against editors until the transaction ends. */
async function hold(ctx: Ctx, id: string): Promise<Submission> {
  await ctx.db.selectFrom("happenings").select("id").where("id", "=", id).forUpdate().execute();
  const submission = await submissionById(ctx, id);
  if (!submission) throw new Conflict(MOVED_ON);
  return submission;
}

/**
 * The submitter writes to the editors. What they had asked for has then been answered, and it waits for them again.
 *
 * @throws Conflict when there is nothing to answer any more
 */
export async function answerEditors(ctx: Ctx, id: string, answer: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const submission = await hold(ctx, id);
    if (!maySubmitterAnswer(submission.stage)) throw new Conflict(MOVED_ON);
    await writeAnswer(ctx, submission, answer);
    await handBack(ctx, submission);
  });
}

/**
 * Saves what the submitter changed as the next version, with a word to the editor if they wrote one.
 *
 * @throws Conflict when an editor saved since `version` was read, or has decided meanwhile
 */
export async function changeSubmission(
  ctx: Ctx,
  id: string,
  command: {
    content: Omit<HappeningContent, "artefacts" | "source">;
    documents: DocumentCommand[];
    version: number;
    answer: string;
  },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const submission = await hold(ctx, id);
    if (!maySubmitterEdit(submission.stage)) throw new Conflict(MOVED_ON);
    if (submission.version !== command.version) throw new Conflict();
    const stored = await contentOf(ctx, id);
    if (!stored) throw new Conflict(MOVED_ON);
    const { source } = stored.content;
    const artefacts = await storeDocuments(ctx, command.documents);
    await reviseHappening(ctx, id, {
      content: { ...command.content, source, artefacts },
      version: command.version,
      by: { kind: "submitter", personId: null, name: submission.name },
    });
    if (command.answer.trim() !== "") await writeAnswer(ctx, submission, command.answer);
    await handBack(ctx, submission);
  });
}

async function handBack(ctx: Ctx, submission: Submission): Promise<void> {
  if (submission.stage === "changes-asked")
    await moveHappening(ctx, submission.id, { to: "received", mover: "submitter" });
}

async function writeAnswer(ctx: Ctx, submission: Submission, text: string): Promise<void> {
  const asker = await lastAsker(ctx, submission);
  await ctx.db
    .insertInto("happening_messages")
    .values({
      id: ctx.random.id(),
      happening: submission.id,
      at: ctx.now,
      kind: "answer",
      by_kind: "submitter",
      by_person: null,
      by_name: submission.name,
      text,
    })
    .execute();
  const editor = asker ? await personById(ctx, asker) : undefined;
  if (editor?.email && editor.role !== "member")
    await queueMail(ctx, answeredMail(ctx.site, submission, text, editor.email));
  await tell(ctx, {
    name: "submission.answered",
    subject: { kind: "happening", id: submission.id },
    particulars: { title: submission.title },
  });
}

/** The editor who waits for an answer: whoever has it in hand, or else wrote last. */
async function lastAsker(ctx: Ctx, submission: Submission): Promise<string | null> {
  if (submission.inHand) return submission.inHand;
  const row = await ctx.db
    .selectFrom("happening_messages")
    .select("by_person")
    .where("happening", "=", submission.id)
    .where("by_kind", "=", "editor")
    .where("kind", "!=", "note")
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.by_person ?? null;
}

/** The submitter takes it back, at any stage; what was published leaves the site at once. Twice is as good as once. */
export async function withdrawSubmission(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const submission = await hold(ctx, id);
    if (submission.stage === "withdrawn") return;
    await moveHappening(ctx, id, { to: "withdrawn", mover: "submitter" });
  });
}
