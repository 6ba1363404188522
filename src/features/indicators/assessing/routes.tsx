import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { holdersOf } from "#features/people/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { deed, idOf, me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { compareOverTime } from "../comparing/series.ts";
import { openAssessmentOf, settledOf, withResults } from "../queries.ts";
import { currentSet, setsByVersion } from "../sets/queries.ts";
import { assessmentIn, forItsTeam, indicatorsPath, partnershipIn, todayIn } from "./door.ts";
import { changeForm, openForm } from "./forms.ts";
import { answerHref } from "./links.ts";
import { changeAssessment, dropAssessment, openAssessment } from "./opening.ts";
import { respondentsOf } from "./respondents.ts";
import { NewPage } from "./views/new-page.tsx";
import { OverviewPage } from "./views/overview-page.tsx";
import { WorkPage } from "./views/work-page.tsx";

/** As many as a picture and a table hold side by side. */
const PAGE = 8;

async function showOverview(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const partnership = await partnershipIn(c);
  const page = Math.min(1_000, Math.max(1, Number.parseInt(c.req.query("page") ?? "", 10) || 1));
  const { items, more } = await settledOf(ctx, partnership.id, { offset: (page - 1) * PAGE, limit: PAGE });
  const sets = await setsByVersion(
    ctx,
    items.map(({ setVersion }) => setVersion),
  );
  return c.var.show(
    { title: `Indicators of the ${partnership.name}`, noindex: true },
    <OverviewPage
      partnership={partnership}
      open={await openAssessmentOf(ctx, partnership.id)}
      settled={items}
      comparison={compareOverTime(items, sets)}
      anySet={(await currentSet(ctx)) !== undefined}
      page={page}
      more={more}
      removed={c.req.query("done") === "removed"}
    />,
  );
}

async function showNew(c: HouseContext, values?: FormValues, problems: Problems = {}): Promise<Response> {
  const { ctx } = c.var;
  const partnership = await partnershipIn(c);
  const open = await openAssessmentOf(ctx, partnership.id);
  if (open) return c.redirect(indicatorsPath(partnership.slug, open.id), 303);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `A new look at the ${partnership.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <NewPage
      partnership={partnership}
      set={await currentSet(ctx)}
      values={values ?? { heldOn: todayIn(c) }}
      today={todayIn(c)}
      problems={problems}
    />,
  );
}

async function open(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(openForm(todayIn(c)), values);
  if (!form.ok) return showNew(c, values, form.problems);
  const { id, slug } = await partnershipIn(c);
  const opened = await openAssessment(c.var.ctx, id, form.value);
  if (!opened.ok) return showNew(c, values, opened.problems);
  return c.redirect(indicatorsPath(slug, opened.value), 303);
}

/** What came back from the forms on the page: nothing yet, or what was typed and what is wrong with it. */
export interface Returned {
  invite?: { values: FormValues; problems: Problems };
  change?: { values: FormValues; problems: Problems; stale?: boolean };
}

export async function showWork(c: HouseContext, { invite, change }: Returned = {}): Promise<Response> {
  const { ctx } = c.var;
  const found = await assessmentIn(c);
  const { partnership, assessment } = found;
  if (assessment.state === "settled")
    return c.redirect(indicatorsPath(partnership.slug, assessment.id, "report"), 303);
  const respondents = await respondentsOf(ctx, assessment.id);
  const holders = await holdersOf(ctx, [partnership.id], ["partnership-editor"]);
  const [team] = await withResults(ctx, [assessment]);
  const problems = { ...invite?.problems, ...change?.problems };
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `${partnership.name}: a look at yourselves`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: change?.stale ? 409 : failed ? 422 : 200,
    },
    <WorkPage
      {...found}
      respondents={respondents.map((respondent) => ({
        ...respondent,
        href: respondent.linkKey && !respondent.email ? answerHref(ctx, respondent) : null,
      }))}
      waitingFor={holders
        .filter(({ person }) => !respondents.some((one) => one.person === person.id))
        .map(({ person }) => person.name)}
      me={me(c).id}
      chosen={team?.results.length ?? 0}
      siteUrl={ctx.site.url}
      today={todayIn(c)}
      done={c.req.query("done")}
      invite={invite ?? { values: {}, problems: {} }}
      change={
        change ?? {
          values: { heldOn: assessment.heldOn, note: assessment.note, version: String(assessment.version) },
          problems: {},
        }
      }
    />,
  );
}

async function change(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(changeForm(todayIn(c)), values);
  if (!form.ok) return showWork(c, { change: { values, problems: form.problems } });
  try {
    await changeAssessment(c.var.ctx, (await assessmentIn(c)).assessment.id, form.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const { assessment } = await assessmentIn(c);
    if (assessment.state === "settled") throw error;
    // Saving again after the warning is meant, so the form then names the version that was shown with it.
    const now = { ...values, version: String(assessment.version) };
    return showWork(c, { change: { values: now, problems: {}, stale: true } });
  }
  return c.redirect(toWork(c), 303);
}

export const toWork = (c: HouseContext) => indicatorsPath(c.req.param("slug") ?? "", idOf(c));

async function drop(c: HouseContext): Promise<void> {
  const { assessment } = await assessmentIn(c);
  await dropAssessment(c.var.ctx, assessment.id);
}

export const assessmentRoutes: Route[] = [
  get("/partnerships/:slug/indicators", forItsTeam, showOverview),
  get("/partnerships/:slug/indicators/new", forItsTeam, (c) => showNew(c)),
  post("/partnerships/:slug/indicators", forItsTeam, open),
  get("/partnerships/:slug/indicators/:id", forItsTeam, (c) => showWork(c)),
  post("/partnerships/:slug/indicators/:id", forItsTeam, change),
  post(
    "/partnerships/:slug/indicators/:id/removal",
    forItsTeam,
    deed(drop, (c) => `${indicatorsPath(c.req.param("slug") ?? "")}?done=removed`),
  ),
];
