import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { partnershipById, partnershipNames } from "#features/partnerships/public.ts";
import { type FormValues, formValues } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { keptSecret } from "#platform/http/secret-page.ts";
import { assessmentById, newestAndOpen } from "../queries.ts";
import { publishedSet } from "../sets/queries.ts";
import { answerByLink } from "./answering.ts";
import { readAnswers } from "./forms.ts";
import { answerHref, openLink } from "./links.ts";
import { evidenceBeside } from "./respondent-routes.tsx";
import type { Respondent } from "./respondents.ts";
import { AnswerPage } from "./views/answer-page.tsx";
import { LinkDonePage, LinkSettledPage } from "./views/link-pages.tsx";
import { MinePage } from "./views/mine-page.tsx";

const HOUR = 3_600;
const TRIES_PER_HOUR = 30;

async function opened(c: HouseContext) {
  const { ctx } = c.var;
  const respondent = await openLink(ctx, { id: c.req.param("id"), token: c.req.param("token") });
  const assessment = await assessmentById(ctx, respondent.assessment);
  const partnership = assessment && (await partnershipById(ctx, assessment.partnership));
  if (!assessment || !partnership) throw new NotFound();
  return { respondent, assessment, partnership, set: await publishedSet(ctx, assessment.setVersion) };
}

async function showLink(
  c: HouseContext,
  values: FormValues = {},
  problems: Problems = {},
): Promise<Response> {
  const { ctx } = c.var;
  const { respondent, assessment, partnership, set } = await opened(c);
  const title = `How do you see the ${partnership.name}?`;
  if (respondent.answeredAt) return keptSecret(showDone(c, respondent, partnership.name, 200));
  if (assessment.state === "settled")
    return keptSecret(
      c.var.show({ title, noindex: true }, <LinkSettledPage partnership={partnership.name} />),
    );
  const failed = hasProblems(problems);
  return keptSecret(
    c.var.show(
      { title, noindex: true, scripts: ["writing.js"], failed, status: failed ? 422 : 200 },
      <AnswerPage
        partnership={partnership}
        set={set}
        evidence={await evidenceBeside(c, partnership.id, set.content)}
        action={answerHref(ctx, respondent)}
        keep={`indicators-link-${respondent.id}`}
        invited={respondent.name}
        values={values}
        problems={problems}
      />,
    ),
  );
}

function showDone(c: HouseContext, respondent: Respondent, partnership: string, status: 200 | 409) {
  return c.var.show(
    { title: "Thank you", noindex: true, status },
    <LinkDonePage
      partnership={partnership}
      again={status === 409}
      keep={`indicators-link-${respondent.id}`}
      name={respondent.name}
    />,
  );
}

async function answer(c: HouseContext): Promise<Response> {
  const { ctx, limits } = c.var;
  const { respondent, partnership, set } = await opened(c);
  await limits.allow(ctx.seal("rate limit", `indicator answers by ${respondent.id}`), TRIES_PER_HOUR, HOUR);
  const values = await formValues(c);
  const answers = readAnswers(set.content.indicators, values, { all: true });
  if (!answers.ok) return showLink(c, values, answers.problems);
  try {
    await answerByLink(ctx, respondent, answers.value);
  } catch (error) {
    if (!(error instanceof Conflict) || !(await opened(c)).respondent.answeredAt) throw error;
    return keptSecret(showDone(c, respondent, partnership.name, 409));
  }
  return keptSecret(c.redirect(answerHref(ctx, respondent), 303));
}

/** Where somebody who looks after partnerships finds theirs. */
async function showMine(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { actor } = ctx;
  const ids =
    actor.kind === "person"
      ? actor.grants.filter(({ role }) => role === "partnership-editor").map(({ scope }) => scope)
      : [];
  const names = await partnershipNames(ctx, ids);
  const states = await newestAndOpen(ctx, [...names.keys()]);
  const mine = [...names]
    .map(([id, known]) => ({
      ...known,
      isOpen: states.get(id)?.isOpen ?? false,
      newest: states.get(id)?.newest ?? null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return c.var.show({ title: "Answer for your partnership", noindex: true }, <MinePage mine={mine} />);
}

export const linkRoutes: Route[] = [
  get("/indicators/mine", "member", showMine),
  get("/indicators/answer/:id/:token", "signed-link", (c) => showLink(c)),
  post("/indicators/answer/:id/:token", "signed-link", answer),
];
