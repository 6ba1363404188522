import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { lockOpen, stepVersion, tellOf } from "../locking.ts";
import type { Choice, Settled } from "../queries.ts";
import { type Score, type Scorer, scorerById, scorersOf, scoresBy } from "./scorers.ts";

/**
 * Keeps what a signed-in person thinks. Who scores again changes their own scores.
 *
 * @throws Conflict when the team has decided
 */
export async function scoreAs(
  ctx: Ctx,
  choiceId: string,
  person: { id: string; name: string },
  scores: readonly Score[],
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await lockOpen(ctx, choiceId);
    const before = (await scorersOf(ctx, choiceId)).find((one) => one.person === person.id);
    const id = before?.id ?? ctx.random.id();
    if (!before)
      await ctx.db
        .insertInto("choice_scorers")
        .values({
          id,
          choice: choiceId,
          person: person.id,
          name: person.name,
          email: null,
          link_key: null,
          invited_by: null,
          added_at: ctx.now,
          scored_at: null,
        })
        .execute();
    await keepScores(
      ctx,
      choice,
      { id, scoredAt: before?.scoredAt ?? null, changes: before?.changes ?? 0 },
      scores,
    );
  });
}

/**
 * Keeps what the holder of a link thinks; a link is one person's, so scoring again changes the same scores.
 *
 * @throws Conflict when the team has decided
 */
export async function scoreByLink(
  ctx: Ctx,
  { id, choice: choiceId }: Scorer,
  scores: readonly Score[],
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await lockOpen(ctx, choiceId);
    // Read again under the lock: it may have been withdrawn a moment ago.
    const scorer = await scorerById(ctx, id);
    if (!scorer) throw new NotFound();
    await keepScores(ctx, choice, scorer, scores);
  });
}

async function keepScores(
  ctx: Ctx,
  choice: Choice,
  scorer: Pick<Scorer, "id" | "scoredAt" | "changes">,
  scores: readonly Score[],
): Promise<void> {
  const before = await scoresBy(ctx, scorer.id);
  const inGrid = scores.map(({ candidate, criterion }) => `${candidate} ${criterion}`);
  const same = before.filter(({ candidate, criterion }) => inGrid.includes(`${candidate} ${criterion}`));
  // Sent twice it is one answer.
  if (scorer.scoredAt && plain(same) === plain(scores)) return;
  // What was said of a candidate that is out for now stays, for it may come back.
  for (const { candidate, criterion } of same)
    await ctx.db
      .deleteFrom("choice_scores")
      .where("scorer", "=", scorer.id)
      .where("candidate", "=", candidate)
      .where("criterion", "=", criterion)
      .execute();
  await ctx.db
    .insertInto("choice_scores")
    .values(scores.map((score) => ({ scorer: scorer.id, ...score })))
    .execute();
  await ctx.db
    .updateTable("choice_scorers")
    .set({ scored_at: ctx.now, changes: scorer.scoredAt ? scorer.changes + 1 : 0 })
    .where("id", "=", scorer.id)
    .execute();
  await tellOf(ctx, scorer.scoredAt ? "sector-choice.rescored" : "sector-choice.scored", choice);
}

function plain(scores: readonly Score[]): string {
  return scores
    .map(({ candidate, criterion, score, note }) => JSON.stringify([candidate, criterion, score, note]))
    .sort()
    .join();
}

/**
 * Keeps what the team agrees on, as far as it has come.
 *
 * @throws Conflict when somebody else has written since `version` was read, or it is decided
 */
export async function settleScores(
  ctx: Ctx,
  choiceId: string,
  command: { version: number; settled: readonly Settled[] },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await stepVersion(ctx, choiceId, command.version);
    await ctx.db.deleteFrom("choice_settlements").where("choice", "=", choiceId).execute();
    if (command.settled.length > 0)
      await ctx.db
        .insertInto("choice_settlements")
        .values(command.settled.map((one) => ({ choice: choiceId, ...one })))
        .execute();
    await tellOf(ctx, "sector-choice.settled", choice);
  });
}
