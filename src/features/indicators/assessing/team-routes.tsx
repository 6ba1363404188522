import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { may } from "#platform/permissions.ts";
import { movesBetween } from "../comparing/series.ts";
import { settledBefore, withResults } from "../queries.ts";
import { setsByVersion } from "../sets/queries.ts";
import { assessmentIn, type Found, forItsTeam, indicatorsPath } from "./door.ts";
import { answersAsValues, readAnswers, SharingForm, VersionForm } from "./forms.ts";
import { evidenceBeside } from "./respondent-routes.tsx";
import { answersOf, respondentsOf } from "./respondents.ts";
import { toWork } from "./routes.tsx";
import { SETTLED, type Spread, spreadOf } from "./rules.ts";
import { setTeamAnswer, settleAssessment, shareAssessment } from "./settling.ts";
import { DifferencesPage } from "./views/differences-page.tsx";
import { ReportPage } from "./views/report-page.tsx";
import { SettlementPage } from "./views/settlement-page.tsx";
import { TeamAnswerPage } from "./views/team-answer-page.tsx";

/** What everybody said, by indicator; undefined for somebody who has not answered an open one. */
async function spreadsSeenBy(c: HouseContext, { assessment, set }: Found): Promise<Spread[] | undefined> {
  const { ctx } = c.var;
  const respondents = await respondentsOf(ctx, assessment.id);
  const mine = respondents.find(({ person }) => person === me(c).id);
  if (assessment.state === "open" && !mine?.answeredAt) return undefined;
  const answers = await answersOf(ctx, assessment.id);
  return set.content.indicators.map((indicator) =>
    spreadOf(
      indicator,
      respondents.flatMap(({ id, name }) => {
        const answer = answers.get(id)?.find((one) => one.indicator === indicator.id);
        return answer ? [{ name, level: answer.level, note: answer.note }] : [];
      }),
    ),
  );
}

async function showDifferences(c: HouseContext): Promise<Response> {
  const found = await assessmentIn(c);
  const spreads = await spreadsSeenBy(c, found);
  if (!spreads) return c.redirect(`${toWork(c)}?done=first`, 303);
  return c.var.show(
    { title: `Differences: ${found.partnership.name}`, noindex: true },
    <DifferencesPage {...found} spreads={spreads} />,
  );
}

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

async function showTeamAnswer(
  c: HouseContext,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const found = await assessmentIn(c);
  const { assessment, set, partnership } = found;
  if (assessment.state === "settled") throw new Conflict(SETTLED);
  const spreads = await spreadsSeenBy(c, found);
  if (!spreads) return c.redirect(`${toWork(c)}?done=first`, 303);
  const [team] = await withResults(c.var.ctx, [assessment]);
  const now: FormValues = {
    ...answersAsValues(team?.results ?? []),
    version: String(assessment.version),
  };
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `The team’s answer: ${partnership.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <TeamAnswerPage
      {...found}
      spreads={spreads}
      evidence={await evidenceBeside(c, partnership.id, set.content)}
      // Saving again after a warning is meant, so the form then names the version that was shown beside it.
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
    />,
  );
}

async function takeTeamAnswer(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { assessment, set } = await assessmentIn(c);
  const answers = readAnswers(set.content.indicators, values, { all: false });
  if (!answers.ok) return showTeamAnswer(c, { values, problems: answers.problems });
  const { version } = VersionForm.parse(values);
  try {
    await setTeamAnswer(c.var.ctx, assessment.id, { version, answers: answers.value });
  } catch (error) {
    if (!(error instanceof Conflict) || (await assessmentIn(c)).assessment.state === "settled") throw error;
    return showTeamAnswer(c, { values, stale: true });
  }
  const whole = answers.value.length === set.content.indicators.length;
  return c.redirect(whole ? `${toWork(c)}/settlement` : `${toWork(c)}?done=kept`, 303);
}

async function showSettlement(
  c: HouseContext,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const found = await assessmentIn(c);
  const { assessment, partnership } = found;
  if (assessment.state === "settled")
    return c.redirect(indicatorsPath(partnership.slug, assessment.id, "report"), 303);
  const [team] = await withResults(c.var.ctx, [assessment]);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Settle it: ${partnership.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <SettlementPage
      {...found}
      results={team?.results ?? []}
      values={{ sharedWith: "partnership", ...values, version: String(assessment.version) }}
      problems={problems}
      stale={stale ?? false}
    />,
  );
}

async function settle(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(SharingForm, values);
  if (!form.ok) return showSettlement(c, { values, problems: form.problems });
  const { assessment, partnership } = await assessmentIn(c);
  const report = `${indicatorsPath(partnership.slug, assessment.id, "report")}?done=settled`;
  // Pressed twice, it is settled all the same.
  if (assessment.state === "settled") return c.redirect(report, 303);
  try {
    const settled = await settleAssessment(c.var.ctx, assessment.id, form.value);
    if (!settled.ok) return showSettlement(c, { values, problems: settled.problems });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const now = (await assessmentIn(c)).assessment;
    const { sharedWith, inPicture } = form.value;
    // Pressed twice at once: what was asked for is done.
    if (now.state === "settled" && now.sharedWith === sharedWith && now.inPicture === inPicture)
      return c.redirect(report, 303);
    if (now.state === "settled") throw error;
    return showSettlement(c, { values, stale: true });
  }
  return c.redirect(report, 303);
}

/**
 * What a team settled on. Its own people see who answered what and say who may see it; a state's lead and everyone
 * else see it as far as it is shared, and without anybody's name.
 */
async function showReport(c: HouseContext, { problems = {}, stale }: Returned = {}): Promise<Response> {
  const { ctx } = c.var;
  const found = await assessmentIn(c);
  const { assessment, partnership, set } = found;
  const place = { partnership: partnership.id, states: partnership.states };
  const isTeam = may(ctx.actor, "partnership.assess", place);
  const isShared =
    assessment.sharedWith === "public" ||
    (assessment.sharedWith === "state" && may(ctx.actor, "state.oversee", place));
  if (!isTeam && !isShared) throw new NotFound();
  if (assessment.state === "open") return c.redirect(toWork(c), 303);
  const [settled] = await withResults(ctx, [assessment]);
  // What came before is shown to others only as far as it is shared with them.
  const before = await settledBefore(ctx, assessment);
  const comparable =
    before && (isTeam || before.sharedWith === "public" || before.sharedWith === assessment.sharedWith);
  const sets = await setsByVersion(ctx, [set.version, ...(before ? [before.setVersion] : [])]);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Where the ${partnership.name} stood on ${assessment.heldOn}`,
      noindex: assessment.sharedWith !== "public",
      scripts: isTeam ? ["writing.js"] : ["reading.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <ReportPage
      {...found}
      results={settled?.results ?? []}
      moves={comparable && settled ? movesBetween(before, settled, sets) : new Map()}
      before={comparable ? before : undefined}
      isTeam={isTeam}
      done={c.req.query("done")}
      problems={problems}
      stale={stale ?? false}
    />,
  );
}

async function share(c: HouseContext): Promise<Response> {
  const form = parse(SharingForm, await formValues(c));
  if (!form.ok) return showReport(c, { problems: form.problems });
  const { assessment, partnership } = await assessmentIn(c);
  if (assessment.state === "open") throw new Conflict("Settle it first; then say who may see it.");
  try {
    await shareAssessment(c.var.ctx, assessment.id, form.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showReport(c, { stale: true });
  }
  return c.redirect(`${indicatorsPath(partnership.slug, assessment.id, "report")}?done=shared`, 303);
}

const BASE = "/partnerships/:slug/indicators/:id";

export const teamRoutes: Route[] = [
  get(`${BASE}/differences`, forItsTeam, showDifferences),
  get(`${BASE}/team-answer`, forItsTeam, (c) => showTeamAnswer(c)),
  post(`${BASE}/team-answer`, forItsTeam, takeTeamAnswer),
  get(`${BASE}/settlement`, forItsTeam, (c) => showSettlement(c)),
  post(`${BASE}/settlement`, forItsTeam, settle),
  get(`${BASE}/report`, "everyone", (c) => showReport(c)),
  post(`${BASE}/sharing`, forItsTeam, share),
];
