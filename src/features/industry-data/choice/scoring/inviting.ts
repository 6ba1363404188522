import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { forgetMailsLeadingTo } from "#platform/mail/forgetting.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { lockOpen, tellOf } from "../locking.ts";
import type { InviteCommand } from "./forms.ts";
import { scoreHref } from "./links.ts";
import { SCORE_MAIL, scoreMail } from "./mails.tsx";
import { MOST_SCORERS, type Scorer, scorerById, scorersOf } from "./scorers.ts";

/** Asks somebody without an account: by a link in a mail, or by one that the team hands over itself. */
export async function inviteScorer(
  ctx: Ctx,
  choiceId: string,
  command: InviteCommand,
  region: { name: string },
): Promise<Outcome<string>> {
  return transact(ctx, async (ctx): Promise<Outcome<string>> => {
    const choice = await lockOpen(ctx, choiceId);
    const others = await scorersOf(ctx, choiceId);
    if (others.length >= MOST_SCORERS)
      return problem("name", `${MOST_SCORERS} people are asked already. That is as many as fit on one page.`);
    if (command.email && others.some(({ email }) => email === command.email))
      return problem("email", "Somebody at this address has been asked already.");
    const scorer = { id: ctx.random.id(), linkKey: ctx.random.token() };
    await ctx.db
      .insertInto("choice_scorers")
      .values({
        id: scorer.id,
        choice: choiceId,
        person: null,
        name: command.name,
        email: command.email,
        link_key: scorer.linkKey,
        invited_by: ctx.actor.kind === "person" ? ctx.actor.id : null,
        added_at: ctx.now,
        scored_at: null,
      })
      .execute();
    if (command.email)
      await queueMail(ctx, {
        ...scoreMail(ctx.site, {
          name: command.name,
          region: region.name,
          candidates: choice.candidates.length,
          by: ctx.actor.kind === "guest" ? "Somebody" : ctx.actor.name,
          href: scoreHref(ctx, scorer),
        }),
        to: command.email,
      });
    await tellOf(ctx, "sector-choice.scorer-invited", choice);
    return done(scorer.id);
  });
}

/** Takes back an invitation that nobody has used; its link opens nothing from now on. */
export async function withdrawScorer(ctx: Ctx, choiceId: string, scorerId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await lockOpen(ctx, choiceId);
    const scorer = await linkedScorer(ctx, choiceId, scorerId);
    if (scorer.scoredAt)
      throw new Conflict("They have scored meanwhile, so the invitation was left as it is.");
    await ctx.db.deleteFrom("choice_scorers").where("id", "=", scorerId).execute();
    await forgetMailTo(ctx, scorer);
    await tellOf(ctx, "sector-choice.invitation-withdrawn", choice);
  });
}

/** Makes a link a new one, because it came into other hands; what was scored by it stays. */
export async function renewLink(ctx: Ctx, choiceId: string, scorerId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const choice = await lockOpen(ctx, choiceId);
    const scorer = await linkedScorer(ctx, choiceId, scorerId);
    await forgetMailTo(ctx, scorer);
    await ctx.db
      .updateTable("choice_scorers")
      // The new link is handed over by the team itself.
      .set({ link_key: ctx.random.token(), email: null })
      .where("id", "=", scorerId)
      .execute();
    await tellOf(ctx, "sector-choice.link-renewed", choice);
  });
}

async function linkedScorer(ctx: Ctx, choiceId: string, scorerId: string): Promise<Scorer> {
  const scorer = await scorerById(ctx, scorerId);
  if (scorer?.choice !== choiceId || !scorer.linkKey) throw new NotFound();
  return scorer;
}

function forgetMailTo(ctx: Ctx, { id, email }: Scorer): Promise<unknown> {
  return email ? forgetMailsLeadingTo(ctx, SCORE_MAIL, email, `/industry/scores/${id}/`) : Promise.resolve();
}

/** Mails with links into a choice that goes. */
export async function forgetScoreMails(ctx: Ctx, choiceId: string): Promise<void> {
  for (const scorer of await scorersOf(ctx, choiceId)) await forgetMailTo(ctx, scorer);
}
