import { Conflict, NotAllowed, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import type { Assessment } from "../queries.ts";
import { lockOpen, tellOf } from "./opening.ts";
import { type Answer, answersOf, type Respondent, respondentById, respondentsOf } from "./respondents.ts";

const ANSWERED =
  "There is an answer already, and it was left as it is. One person, and one link, answers once.";

/**
 * Keeps what a signed-in person thinks. Sent twice it is one answer.
 *
 * @throws Conflict when it is settled, or they have answered otherwise before
 */
export async function answerAs(
  ctx: Ctx,
  assessmentId: string,
  person: { id: string; name: string },
  answers: readonly Answer[],
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const assessment = await lockOpen(ctx, assessmentId);
    const before = (await respondentsOf(ctx, assessmentId)).find((one) => one.person === person.id);
    const id = before?.id ?? ctx.random.id();
    if (!before)
      await ctx.db
        .insertInto("assessment_respondents")
        .values({
          id,
          assessment: assessmentId,
          person: person.id,
          name: person.name,
          email: null,
          link_key: null,
          invited_by: null,
          added_at: ctx.now,
          answered_at: null,
        })
        .execute();
    await keepAnswers(ctx, assessment, { id, answeredAt: before?.answeredAt ?? null }, answers);
  });
}

/**
 * Keeps what the holder of a link thinks. Sent twice it is one answer.
 *
 * @throws Conflict when it is settled, or the link has been used with other answers
 */
export async function answerByLink(
  ctx: Ctx,
  { id, assessment: assessmentId }: Respondent,
  answers: readonly Answer[],
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const assessment = await lockOpen(ctx, assessmentId);
    // Read again under the lock: it may have been used, or withdrawn, a moment ago.
    const respondent = await respondentById(ctx, id);
    if (!respondent) throw new NotFound();
    await keepAnswers(ctx, assessment, respondent, answers);
  });
}

async function keepAnswers(
  ctx: Ctx,
  assessment: Assessment,
  respondent: Pick<Respondent, "id" | "answeredAt">,
  answers: readonly Answer[],
): Promise<void> {
  if (respondent.answeredAt) {
    const before = (await answersOf(ctx, assessment.id)).get(respondent.id) ?? [];
    if (sameAnswers(before, answers)) return;
    throw new Conflict(ANSWERED);
  }
  await ctx.db
    .insertInto("assessment_answers")
    .values(answers.map((answer) => ({ respondent: respondent.id, ...answer })))
    .execute();
  await ctx.db
    .updateTable("assessment_respondents")
    .set({ answered_at: ctx.now })
    .where("id", "=", respondent.id)
    .execute();
  await tellOf(ctx, "assessment.answered", assessment);
}

function sameAnswers(a: readonly Answer[], b: readonly Answer[]): boolean {
  const plain = (answers: readonly Answer[]) =>
    JSON.stringify(
      answers
        .map(({ indicator, level, note }) => [indicator, level, note])
        .sort((x, y) => (`${x[0]}` < `${y[0]}` ? -1 : 1)),
    );
  return plain(a) === plain(b);
}

/**
 * Lets somebody answer again: their own answer, or that of somebody who answered by link, is set aside, and a link
 * becomes a new one.
 *
 * @throws NotAllowed for the answer of another person with an account
 */
export async function answerAgain(
  ctx: Ctx,
  assessmentId: string,
  respondentId: string,
  by: { id: string },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const assessment = await lockOpen(ctx, assessmentId);
    const respondent = await respondentById(ctx, respondentId);
    if (respondent?.assessment !== assessmentId) throw new NotFound();
    if (respondent.person !== by.id && !respondent.linkKey)
      throw new NotAllowed("Only they themselves can set their answer aside.");
    await ctx.db.deleteFrom("assessment_answers").where("respondent", "=", respondentId).execute();
    await ctx.db
      .updateTable("assessment_respondents")
      .set({ answered_at: null, ...(respondent.linkKey ? { link_key: ctx.random.token() } : {}) })
      .where("id", "=", respondentId)
      .execute();
    await tellOf(ctx, "assessment.answer-set-aside", assessment);
  });
}
