import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { ofTable, TEAM } from "#features/partnerships/public.ts";
import { type FormValues, formValues } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { planIn } from "../door.ts";
import { readPastDay } from "../forms.ts";
import { planPath } from "../paths.ts";
import { keepReview } from "./actions.ts";
import { reviewsOf, reviewWithBefore } from "./queries.ts";
import { ReviewPage } from "./views/review-page.tsx";
import { ReviewsPage } from "./views/reviews-page.tsx";

const PAGE = 30;

async function showReviews(
  c: HouseContext,
  { values = {}, problems = {} }: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { workspace, plan, today } = await planIn(c);
  const page = Math.min(1_000, Math.max(1, Number.parseInt(c.req.query("page") ?? "", 10) || 1));
  const { items, more } = await reviewsOf(c.var.ctx, workspace.id, {
    offset: (page - 1) * PAGE,
    limit: PAGE,
  });
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Reviews of the plan: ${workspace.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <ReviewsPage
      workspace={workspace}
      plan={plan}
      reviews={items}
      page={page}
      more={more}
      today={today}
      values={values}
      problems={problems}
    />,
  );
}

async function takeReview(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { workspace, today } = await planIn(c);
  const form = readPastDay(values, { field: "reviewedOn", today });
  if (!form.ok) return showReviews(c, { values, problems: form.problems });
  const { on, word } = form.value;
  const number = await keepReview(c.var.ctx, workspace.id, { reviewedOn: on, word });
  return c.redirect(`${planPath(workspace.slug, "reviews", String(number))}?done=kept`, 303);
}

async function showReview(c: HouseContext): Promise<Response> {
  const { workspace } = await planIn(c);
  const number = Number(c.req.param("number"));
  if (!Number.isSafeInteger(number) || number < 1 || number > 1_000_000) throw new NotFound();
  const found = await reviewWithBefore(c.var.ctx, workspace.id, number);
  if (!found) throw new NotFound();
  return c.var.show(
    { title: `The plan, version ${number}: ${workspace.name}`, noindex: true },
    <ReviewPage workspace={workspace} {...found} done={c.req.query("done")} />,
  );
}

const REVIEWS = ofTable("/plan/reviews");

export const reviewRoutes: Route[] = [
  get(REVIEWS, TEAM, (c) => showReviews(c)),
  post(REVIEWS, TEAM, takeReview),
  get(`${REVIEWS}/:number`, TEAM, showReview),
];
