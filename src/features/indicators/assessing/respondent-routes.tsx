import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { partnershipRecord } from "#features/partnerships/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { deed, idOf, me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import type { SetContent } from "../content.ts";
import { evidenceFor } from "../evidence.ts";
import { answerAgain, answerAs } from "./answering.ts";
import { assessmentIn, forItsTeam, indicatorsPath } from "./door.ts";
import { InviteForm, readAnswers } from "./forms.ts";
import { inviteRespondent, withdrawInvitation } from "./inviting.ts";
import { respondentsOf } from "./respondents.ts";
import { showWork, toWork } from "./routes.tsx";
import { SETTLED } from "./rules.ts";
import { AnswerPage } from "./views/answer-page.tsx";

const HOUR = 3_600;
/** Enough for a whole team, too few to send mail to a town. */
const INVITATIONS_PER_HOUR = 40;

/** What the partnership's own page says, by indicator. */
export async function evidenceBeside(
  c: HouseContext,
  partnership: string,
  { indicators }: Pick<SetContent, "indicators">,
): Promise<Map<string, string[]>> {
  const { ctx } = c.var;
  const record = await partnershipRecord(ctx, partnership);
  if (!record) return new Map();
  return new Map(
    indicators.map(({ id, evidence }) => [id, evidenceFor(evidence, record, ctx.site.timeZone)]),
  );
}

async function showAnswer(c: HouseContext, values: FormValues = {}, problems: Problems = {}) {
  const { partnership, assessment, set } = await assessmentIn(c);
  if (assessment.state === "settled") throw new Conflict(SETTLED);
  const mine = (await respondentsOf(c.var.ctx, assessment.id)).find(({ person }) => person === me(c).id);
  if (mine?.answeredAt) return c.redirect(`${toWork(c)}?done=answered`, 303);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `How do you see the ${partnership.name}?`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <AnswerPage
      partnership={partnership}
      set={set}
      evidence={await evidenceBeside(c, partnership.id, set.content)}
      action={indicatorsPath(partnership.slug, assessment.id, "answer")}
      keep={`indicators-${assessment.id}`}
      trail={[
        { href: indicatorsPath(partnership.slug), label: "Indicators" },
        { href: toWork(c), label: "A look at yourselves" },
      ]}
      values={values}
      problems={problems}
    />,
  );
}

async function answer(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { assessment, set } = await assessmentIn(c);
  const answers = readAnswers(set.content.indicators, values, { all: true });
  if (!answers.ok) return showAnswer(c, values, answers.problems);
  await answerAs(c.var.ctx, assessment.id, me(c), answers.value);
  return c.redirect(`${toWork(c)}?done=answered`, 303);
}

async function invite(c: HouseContext): Promise<Response> {
  const { ctx, limits } = c.var;
  const { partnership, assessment, set } = await assessmentIn(c);
  const values = await formValues(c);
  const form = parse(InviteForm, values);
  if (!form.ok) return showWork(c, { invite: { values, problems: form.problems } });
  if (form.value.email)
    await limits.allow(
      ctx.seal("rate limit", `indicator invitations of ${me(c).id}`),
      INVITATIONS_PER_HOUR,
      HOUR,
    );
  const about = { partnership, indicators: set.content.indicators.length };
  const invited = await inviteRespondent(ctx, assessment.id, form.value, about);
  if (!invited.ok) return showWork(c, { invite: { values, problems: invited.problems } });
  return c.redirect(`${toWork(c)}?done=${form.value.email ? "mailed" : "linked"}#team`, 303);
}

async function withdraw(c: HouseContext): Promise<void> {
  const { assessment } = await assessmentIn(c);
  await withdrawInvitation(c.var.ctx, assessment.id, idOf(c, "respondent"));
}

async function again(c: HouseContext): Promise<void> {
  const { assessment } = await assessmentIn(c);
  await answerAgain(c.var.ctx, assessment.id, idOf(c, "respondent"), me(c));
}

const toTeam = (c: HouseContext) => `${toWork(c)}#team`;
const BASE = "/partnerships/:slug/indicators/:id";

export const respondentRoutes: Route[] = [
  get(`${BASE}/answer`, forItsTeam, (c) => showAnswer(c)),
  post(`${BASE}/answer`, forItsTeam, answer),
  post(`${BASE}/invitations`, forItsTeam, invite),
  post(`${BASE}/respondents/:respondent/withdrawal`, forItsTeam, deed(withdraw, toTeam)),
  post(`${BASE}/respondents/:respondent/again`, forItsTeam, deed(again, toTeam)),
];
