import { NotFound } from "#base/surprises.ts";
import { formValues, parse } from "#platform/http/forms.ts";
import { deed, idOf, me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { keptSecret } from "#platform/http/secret-page.ts";
import { WORK } from "../../regions/access.ts";
import { regionsByIds } from "../../regions/queries.ts";
import { choicePath, type Found, ONE_CHOICE, openChoiceIn, trailTo } from "../door.ts";
import { figuresFor } from "../figures.ts";
import { versionIn } from "../forms.ts";
import { choiceById, settlementsOf } from "../queries.ts";
import { formHead, intoOpen, type Returned, showWork, toWork } from "../routes.tsx";
import { scoreAs, scoreByLink, settleScores } from "./answering.ts";
import { InviteForm, readScores, readSettlement, scoresAsValues } from "./forms.ts";
import { inviteScorer, renewLink, withdrawScorer } from "./inviting.ts";
import { openLink, scoreHref } from "./links.ts";
import { scorersOf, scoresBy, scoresOf } from "./scorers.ts";
import { spreadsOf } from "./spread.ts";
import { DifferencesPage } from "./views/differences-page.tsx";
import { LinkClosedPage, LinkDonePage } from "./views/link-pages.tsx";
import { ScorePage } from "./views/score-page.tsx";

const HOUR = 3_600;
/** Enough for a whole team, too few to send mail to a town. */
const INVITATIONS_PER_HOUR = 40;
const TRIES_PER_HOUR = 60;

/** Candidates with their names and, beside each, a few figures. */
async function candidatesOf(c: HouseContext, { choice }: Pick<Found, "choice">) {
  const answer = await figuresFor(c.var.ctx, choice);
  return answer.ok ? [...answer.value.rows] : [];
}

async function showScore(c: HouseContext, { values, problems = {} }: Returned = {}): Promise<Response> {
  const { ctx } = c.var;
  const found = await openChoiceIn(c);
  const { region, choice } = found;
  const mine = (await scorersOf(ctx, choice.id)).find(({ person }) => person === me(c).id);
  return c.var.show(
    formHead(`What do you know of them? ${choice.title}`, { problems }),
    <ScorePage
      region={region.name}
      choice={choice}
      rows={await candidatesOf(c, found)}
      action={choicePath(region, choice.id, "scores")}
      keep={`sector-scores-${choice.id}`}
      trail={trailTo(region, choice)}
      scoredAt={mine?.scoredAt ?? null}
      zone={ctx.site.timeZone}
      values={values ?? scoresAsValues(mine ? await scoresBy(ctx, mine.id) : [])}
      problems={problems}
    />,
  );
}

async function takeScore(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const found = await openChoiceIn(c);
  const { choice } = found;
  const scores = readScores(choice.candidates, choice.criteria, values);
  if (!scores.ok) return showScore(c, { values, problems: scores.problems });
  await scoreAs(c.var.ctx, choice.id, me(c), scores.value);
  return c.redirect(toWork(found, "scored"), 303);
}

async function invite(c: HouseContext): Promise<Response> {
  const { ctx, limits } = c.var;
  const found = await openChoiceIn(c);
  const values = await formValues(c);
  const form = parse(InviteForm, values);
  if (!form.ok) return showWork(c, { invite: { values, problems: form.problems } });
  if (form.value.email)
    await limits.allow(
      ctx.seal("rate limit", `score invitations of ${me(c).id}`),
      INVITATIONS_PER_HOUR,
      HOUR,
    );
  const invited = await inviteScorer(ctx, found.choice.id, form.value, found.region);
  if (!invited.ok) return showWork(c, { invite: { values, problems: invited.problems } });
  return c.redirect(`${toWork(found, form.value.email ? "mailed" : "linked")}#team`, 303);
}

async function withdraw(c: HouseContext): Promise<void> {
  const { choice } = await openChoiceIn(c);
  await withdrawScorer(c.var.ctx, choice.id, idOf(c, "scorer"));
}

async function renew(c: HouseContext): Promise<void> {
  const { choice } = await openChoiceIn(c);
  await renewLink(c.var.ctx, choice.id, idOf(c, "scorer"));
}

const toTeam = (c: HouseContext) => `${choicePath({ slug: c.req.param("slug") ?? "" }, idOf(c))}#team`;

/** Everybody's scores, for those who have given theirs. */
async function showDifferences(
  c: HouseContext,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const { ctx } = c.var;
  const found = await openChoiceIn(c);
  const { choice } = found;
  const scorers = await scorersOf(ctx, choice.id);
  if (!scorers.find(({ person }) => person === me(c).id)?.scoredAt)
    return c.redirect(toWork(found, "first"), 303);
  const settled = scoresAsValues(await settlementsOf(ctx, choice.id));
  return c.var.show(
    formHead(`Where you differ: ${choice.title}`, { problems, ...(stale ? { stale } : {}) }),
    <DifferencesPage
      {...found}
      rows={await candidatesOf(c, found)}
      spreads={spreadsOf(choice.candidates, choice.criteria, scorers, await scoresOf(ctx, choice.id))}
      scorers={scorers.filter(({ scoredAt }) => scoredAt)}
      values={{ ...(values ?? settled), version: String(choice.version) }}
      theirs={stale ? settled : undefined}
      problems={problems}
    />,
  );
}

async function settle(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const found = await openChoiceIn(c);
  const { choice } = found;
  const settled = readSettlement(choice.candidates, choice.criteria, values);
  if (!settled.ok) return showDifferences(c, { values, problems: settled.problems });
  const version = versionIn(values);
  return intoOpen(
    c,
    () => settleScores(c.var.ctx, choice.id, { version, settled: settled.value }),
    () => showDifferences(c, { values, stale: true }),
    toWork(found, "settled"),
  );
}

async function opened(c: HouseContext) {
  const { ctx } = c.var;
  const scorer = await openLink(ctx, { id: c.req.param("id"), token: c.req.param("token") });
  const choice = await choiceById(ctx, scorer.choice);
  const [region] = choice ? await regionsByIds(ctx, [choice.region]) : [];
  if (!choice || !region) throw new NotFound();
  return { scorer, choice, region };
}

async function showLink(c: HouseContext, { values, problems = {} }: Returned = {}): Promise<Response> {
  const { ctx } = c.var;
  const { scorer, choice, region } = await opened(c);
  const keep = `sector-scores-link-${scorer.id}`;
  if (choice.state === "decided")
    return keptSecret(
      c.var.show({ title: "It is decided", noindex: true }, <LinkClosedPage region={region.name} />),
    );
  if (c.req.query("done") && scorer.scoredAt)
    return keptSecret(
      c.var.show(
        { title: "Thank you", noindex: true },
        <LinkDonePage region={region.name} name={scorer.name} again={scoreHref(ctx, scorer)} keep={keep} />,
      ),
    );
  return keptSecret(
    c.var.show(
      formHead(`What do you know of them? ${region.name}`, { problems }),
      <ScorePage
        region={region.name}
        choice={choice}
        rows={await candidatesOf(c, { choice })}
        action={scoreHref(ctx, scorer)}
        keep={keep}
        invited={scorer.name}
        scoredAt={scorer.scoredAt}
        zone={ctx.site.timeZone}
        values={values ?? scoresAsValues(await scoresBy(ctx, scorer.id))}
        problems={problems}
      />,
    ),
  );
}

async function takeLink(c: HouseContext): Promise<Response> {
  const { ctx, limits } = c.var;
  const { scorer, choice } = await opened(c);
  await limits.allow(ctx.seal("rate limit", `sector scores by ${scorer.id}`), TRIES_PER_HOUR, HOUR);
  if (choice.state === "decided") return showLink(c);
  const values = await formValues(c);
  const scores = readScores(choice.candidates, choice.criteria, values);
  if (!scores.ok) return showLink(c, { values, problems: scores.problems });
  await scoreByLink(ctx, scorer, scores.value);
  return keptSecret(c.redirect(`${scoreHref(ctx, scorer)}?done=scored`, 303));
}

const LINK = "/industry/scores/:id/:token";

export const scoringRoutes: Route[] = [
  get(`${ONE_CHOICE}/scores`, WORK, (c) => showScore(c)),
  post(`${ONE_CHOICE}/scores`, WORK, takeScore),
  post(`${ONE_CHOICE}/scorers`, WORK, invite),
  post(`${ONE_CHOICE}/scorers/:scorer/withdrawal`, WORK, deed(withdraw, toTeam)),
  post(`${ONE_CHOICE}/scorers/:scorer/renewal`, WORK, deed(renew, toTeam)),
  get(`${ONE_CHOICE}/differences`, WORK, (c) => showDifferences(c)),
  post(`${ONE_CHOICE}/differences`, WORK, settle),
  get(LINK, "signed-link", (c) => showLink(c)),
  post(LINK, "signed-link", takeLink),
];
