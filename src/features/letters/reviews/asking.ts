import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { type Contact, contactsByIds } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { forgetMailsLeadingTo } from "#platform/mail/forgetting.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { isReviewedOneByOne } from "../kinds.ts";
import { lockRound } from "../rounds/actions.ts";
import type { Round } from "../rounds/queries.ts";
import { audienceOf, type Recipient } from "../rounds/recipients.ts";
import { reviewById } from "../rounds/reviews.ts";
import { actorName, tellOf } from "../telling.ts";
import { reviewHref } from "./links.ts";
import { REVIEW_MAIL, reviewMail } from "./mails.tsx";
import { waitingFor } from "./waiting.ts";

const LINK_DAYS = 30;

/**
 * Asks a champion to read the letters in their name, or their assistant; by mail where there is an address, else by a
 * link to hand over. A link given before for the same reader ends.
 */
export async function askForReview(
  ctx: Ctx,
  workspace: Workspace,
  roundId: string,
  { champion: championId, reader }: { champion: string; reader: "champion" | "assistant" },
): Promise<Outcome<string>> {
  return transact(ctx, async (ctx): Promise<Outcome<string>> => {
    const round = await lockRound(ctx, workspace.id, roundId);
    const [champion] = await contactsByIds(ctx, workspace.id, [championId]);
    if (!champion) throw new NotFound();
    const reviewer = readerOf(champion, reader);
    if (!reviewer)
      return problem(
        "reader",
        `The roster names nobody who reads for ${champion.name}. Add them there, or ask ${champion.name}.`,
      );
    const { recipients } = await audienceOf(ctx, workspace, round);
    const waiting = waitingFor(recipients, champion.id);
    if (waiting.length === 0)
      return problem(
        "reader",
        `There is nothing that waits for ${champion.name}: letters in which something is missing come first.`,
      );
    await endLinks(ctx, round.id, champion.id, reviewer.name);
    const review = { id: ctx.random.id(), linkKey: ctx.random.token() };
    const mail = reviewer.email
      ? await queueMail(ctx, {
          ...reviewMail(ctx.site, {
            reviewer: reviewer.name,
            champion: champion.name,
            isChampion: reader === "champion",
            partnership: workspace.name,
            letters: waiting.length,
            oneByOne: isReviewedOneByOne(round),
            by: actorName(ctx) || "The team",
            href: reviewHref(ctx, review),
          }),
          to: reviewer.email,
          ...(round.repliesTo ? { replyTo: round.repliesTo.email, replyToName: round.repliesTo.name } : {}),
          fromName: `${actorName(ctx) || "The team"}, ${workspace.name}`,
        })
      : null;
    await ctx.db
      .insertInto("letter_reviews")
      .values({
        id: review.id,
        round: round.id,
        champion: champion.id,
        reviewer_name: reviewer.name,
        reviewer_email: reviewer.email,
        mail,
        link_key: review.linkKey,
        link_ends_at: new Date(ctx.now.getTime() + LINK_DAYS * 86_400_000),
        created_at: ctx.now,
      })
      .execute();
    await tellOf(ctx, "letters.review-asked", workspace.id, { round: round.id, letters: waiting.length });
    return done(review.id);
  });
}

function readerOf(champion: Contact, reader: "champion" | "assistant") {
  if (reader === "champion") return { name: champion.name, email: champion.email };
  return (
    champion.assistant && {
      name: champion.assistant.name || "The assistant",
      email: champion.assistant.email,
    }
  );
}

async function endLinks(ctx: Ctx, round: string, champion: string, reviewer: string): Promise<void> {
  await ctx.db
    .updateTable("letter_reviews")
    .set({ link_key: null })
    .where("round", "=", round)
    .where("champion", "=", champion)
    .where("reviewer_name", "=", reviewer)
    .execute();
}

/** Ends a link that went to the wrong hands; what was approved by it stays approved. */
export async function endReview(ctx: Ctx, workspace: Workspace, roundId: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await lockRound(ctx, workspace.id, roundId);
    const review = await reviewById(ctx, id);
    if (review?.round !== roundId) throw new NotFound();
    await ctx.db.updateTable("letter_reviews").set({ link_key: null }).where("id", "=", id).execute();
    if (review.reviewer.email)
      await forgetMailsLeadingTo(ctx, REVIEW_MAIL, review.reviewer.email, `/letters/review/${id}/`);
    await tellOf(ctx, "letters.review-ended", workspace.id, { round: roundId });
  });
}

/** A champion said yes in a way that no link saw, such as on the telephone: a member of the team answers for it. */
export async function noteApproval(
  ctx: Ctx,
  workspace: Workspace,
  roundId: string,
  championId: string,
): Promise<Outcome<number>> {
  return transact(ctx, async (ctx): Promise<Outcome<number>> => {
    const round = await lockRound(ctx, workspace.id, roundId);
    const { recipients } = await audienceOf(ctx, workspace, round);
    const waiting = waitingFor(recipients, championId);
    if (waiting.length === 0) return problem("reader", "There is nothing of theirs that waits.");
    const by = `${actorName(ctx)}, for the champion`;
    if (isReviewedOneByOne(round)) await approveLetters(ctx, round, waiting, by);
    else await approveText(ctx, round, championId, by);
    await tellOf(ctx, "letters.approved", workspace.id, { round: round.id, letters: waiting.length });
    return done(waiting.length);
  });
}

async function approveText(ctx: Ctx, round: Round, champion: string, by: string): Promise<void> {
  await ctx.db
    .insertInto("letter_reviews")
    .values({
      id: ctx.random.id(),
      round: round.id,
      champion,
      reviewer_name: by,
      reviewer_email: null,
      link_key: null,
      link_ends_at: null,
      answer: "approved",
      answered_at: ctx.now,
      text_version: round.version,
      created_at: ctx.now,
    })
    .execute();
}

/** Approved words are kept as they were read, so that a later change of the round does not slip in under a yes. */
export async function approveLetters(
  ctx: Ctx,
  round: Round,
  letters: readonly Recipient[],
  by: string,
): Promise<void> {
  for (const { contact, guest, letter, signer, composed } of letters) {
    if (!contact) continue;
    if (letter?.sent) throw new Conflict("This letter has gone out meanwhile.");
    await ctx.db
      .insertInto("letters")
      .values({
        id: letter?.id ?? ctx.random.id(),
        round: round.id,
        contact: contact.id,
        guest: guest?.id ?? null,
        facts: JSON.stringify(letter?.facts ?? {}),
        created_at: ctx.now,
        ...approved(ctx, signer, composed, by),
      })
      .onConflict((on) => on.column("id").doUpdateSet(approved(ctx, signer, composed, by)))
      .execute();
  }
}

function approved(
  ctx: Ctx,
  signer: Contact | null,
  { subject, body }: { subject: string; body: string },
  by: string,
) {
  return {
    signer: signer?.id ?? null,
    subject,
    body,
    state: "approved" as const,
    word: "",
    decided_at: ctx.now,
    decided_by: by,
  };
}
