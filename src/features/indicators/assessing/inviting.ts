import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { KnownPartnership } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { forgetMailsLeadingTo } from "#platform/mail/forgetting.ts";
import { queueMail } from "#platform/mail/mail.ts";
import type { InviteCommand } from "./forms.ts";
import { answerHref } from "./links.ts";
import { INVITATION_MAIL, invitationMail } from "./mails.tsx";
import { actorId, lockOpen, tellOf } from "./opening.ts";
import { respondentById, respondentsOf } from "./respondents.ts";
import { MOST_RESPONDENTS } from "./rules.ts";

/** Asks somebody without an account: by a link in a mail, or by a link that the team hands over itself. */
export async function inviteRespondent(
  ctx: Ctx,
  assessmentId: string,
  command: InviteCommand,
  about: { partnership: KnownPartnership; indicators: number },
): Promise<Outcome<string>> {
  return transact(ctx, async (ctx): Promise<Outcome<string>> => {
    const assessment = await lockOpen(ctx, assessmentId);
    const others = await respondentsOf(ctx, assessmentId);
    if (others.length >= MOST_RESPONDENTS)
      return problem(
        "name",
        `${MOST_RESPONDENTS} people are asked already. That is as many as fit on one page.`,
      );
    if (command.email && others.some(({ email }) => email === command.email))
      return problem("email", "Somebody at this address has been asked already.");
    const respondent = { id: ctx.random.id(), linkKey: ctx.random.token() };
    await ctx.db
      .insertInto("assessment_respondents")
      .values({
        id: respondent.id,
        assessment: assessmentId,
        person: null,
        name: command.name,
        email: command.email,
        link_key: respondent.linkKey,
        invited_by: actorId(ctx),
        added_at: ctx.now,
        answered_at: null,
      })
      .execute();
    if (command.email)
      await queueMail(ctx, {
        ...invitationMail(ctx.site, {
          name: command.name,
          partnership: about.partnership.name,
          indicators: about.indicators,
          by: ctx.actor.kind === "guest" ? "Somebody" : ctx.actor.name,
          href: answerHref(ctx, respondent),
        }),
        to: command.email,
      });
    await tellOf(ctx, "assessment.invited", assessment);
    return done(respondent.id);
  });
}

/** Takes back an invitation that nobody has answered; its link opens nothing from now on. */
export async function withdrawInvitation(
  ctx: Ctx,
  assessmentId: string,
  respondentId: string,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const assessment = await lockOpen(ctx, assessmentId);
    const respondent = await respondentById(ctx, respondentId);
    if (respondent?.assessment !== assessmentId) throw new NotFound();
    if (respondent.answeredAt)
      throw new Conflict("They have answered meanwhile, so the invitation was left as it is.");
    await ctx.db.deleteFrom("assessment_respondents").where("id", "=", respondentId).execute();
    if (respondent.email)
      await forgetMailsLeadingTo(
        ctx,
        INVITATION_MAIL,
        respondent.email,
        `/indicators/answer/${respondentId}/`,
      );
    await tellOf(ctx, "assessment.invitation-withdrawn", assessment);
  });
}
