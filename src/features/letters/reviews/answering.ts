import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { type Workspace, workspaceById } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { isReviewedOneByOne } from "../kinds.ts";
import { changeLetter, letterRow, lockRound } from "../rounds/actions.ts";
import { anyRoundById, type Round } from "../rounds/queries.ts";
import { audienceOf, type Recipient } from "../rounds/recipients.ts";
import { type Review, reviewById } from "../rounds/reviews.ts";
import { tellOf } from "../telling.ts";
import { approveLetters } from "./asking.ts";

/** What a review link opens: the round, and of its letters those in this champion's name. */
export interface Opened {
  review: Review;
  round: Round;
  workspace: Workspace;
  letters: Recipient[];
}

/** @throws NotFound where the round is gone */
export async function openedReview(ctx: Ctx, review: Review): Promise<Opened> {
  const round = await anyRoundById(ctx, review.round);
  const workspace = round && (await workspaceById(ctx, round.partnership));
  if (!round || !workspace) throw new NotFound();
  const { recipients } = await audienceOf(ctx, workspace, round);
  const letters = recipients.filter(
    ({ signer, held }) => signer?.id === review.champion && isForReview(held?.cause),
  );
  return { review, round, workspace, letters };
}

/** What cannot go out for another reason than the missing yes is the team's to mend, not the champion's to read. */
function isForReview(cause: string | undefined): boolean {
  return cause === undefined || cause === "unapproved" || cause === "sent";
}

/** Notes that the link was opened, once, so that the team knows that it arrived. */
export async function noteOpened(ctx: Ctx, review: Review): Promise<void> {
  if (review.openedAt) return;
  await ctx.db
    .updateTable("letter_reviews")
    .set({ opened_at: ctx.now })
    .where("id", "=", review.id)
    .where("opened_at", "is", null)
    .execute();
}

/** Changes the words of one letter and says yes to them. */
export async function approveLetter(
  ctx: Ctx,
  review: Review,
  contact: string,
  words: { subject: string; body: string } | null,
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const one = await mine(ctx, review, contact);
    if (words) {
      const changed = await changeLetter(
        ctx,
        one.workspace,
        one.round.id,
        { contact, guest: one.letter.guest?.id ?? null },
        { own: words },
      );
      if (!changed.ok) return changed;
    }
    const { letter } = words ? await mine(ctx, review, contact) : one;
    if (letter.composed.missing.length > 0)
      return problem("body", "Something is missing in this letter. Ask the team to mend it first.");
    await approveLetters(ctx, one.round, [letter], review.reviewer.name);
    await tellOf(ctx, "letters.approved", one.workspace.id, { round: one.round.id, letters: 1 });
    return done(null);
  });
}

/** Sends one letter back to the team, with a word. */
export async function sendBackLetter(ctx: Ctx, review: Review, contact: string, word: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { round, workspace, letter } = await mine(ctx, review, contact);
    const row = await letterRow(ctx, round.id, { contact, guest: letter.guest?.id ?? null });
    await ctx.db
      .updateTable("letters")
      .set({
        state: "sent-back",
        word,
        decided_at: ctx.now,
        decided_by: review.reviewer.name,
        version: row.version + 1,
      })
      .where("id", "=", row.id)
      .execute();
    await tellOf(ctx, "letters.sent-back", workspace.id, { round: round.id });
  });
}

/** Says yes to a round's one text, as it is now, or sends it back. */
export async function answerText(
  ctx: Ctx,
  review: Review,
  answer: "approved" | "sent-back",
  { word, version }: { word: string; version: number },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { round, workspace } = await fresh(ctx, review);
    if (isReviewedOneByOne(round)) throw new NotFound();
    if (round.version !== version)
      throw new Conflict(
        "The team has changed the text while you were reading. Please open the link again and read it as it is now.",
      );
    await ctx.db
      .updateTable("letter_reviews")
      .set({ answer, answered_at: ctx.now, text_version: round.version, word })
      .where("id", "=", review.id)
      .execute();
    await tellOf(ctx, answer === "approved" ? "letters.approved" : "letters.sent-back", workspace.id, {
      round: round.id,
    });
  });
}

/** Read again under the round's lock: the link may have been withdrawn a moment ago. */
async function fresh(ctx: Ctx, review: Review): Promise<{ round: Round; workspace: Workspace }> {
  const known = await anyRoundById(ctx, review.round);
  const workspace = known && (await workspaceById(ctx, known.partnership));
  if (!workspace) throw new NotFound();
  const round = await lockRound(ctx, workspace.id, review.round);
  if (!(await reviewById(ctx, review.id))?.linkKey) throw new NotFound();
  return { round, workspace };
}

async function mine(ctx: Ctx, review: Review, contact: string) {
  const { round, workspace } = await fresh(ctx, review);
  if (!isReviewedOneByOne(round)) throw new NotFound();
  const { letters } = await openedReview(ctx, review);
  const letter = letters.find((one) => one.contact?.id === contact);
  if (!letter) throw new NotFound();
  if (letter.letter?.sent)
    throw new Conflict("This letter has gone out already. What was sent is kept as it was.");
  return { round, workspace, letter };
}
