import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { meetingsOf } from "#features/meetings/public.ts";
import { ofTable, TEAM, workspaceIn } from "#features/partnerships/public.ts";
import { type FormValues, formValues, listOf, parse, textOf } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { mailStates } from "#platform/mail/mail.ts";
import { lettersPath } from "../paths.ts";
import { askForReview, endReview, noteApproval } from "../reviews/asking.ts";
import { reviewHref } from "../reviews/links.ts";
import { dropRound, openRound } from "../rounds/actions.ts";
import { fiveToday, NewRoundForm, ReviewForm, SendingForm, sendTime } from "../rounds/forms.ts";
import { roundsOf } from "../rounds/queries.ts";
import { audienceOf } from "../rounds/recipients.ts";
import { retryFailed } from "../rounds/returned.ts";
import { reviewsOf } from "../rounds/reviews.ts";
import { roundIn } from "../rounds/round-in.ts";
import { planRound, unplanRound } from "../rounds/sending.ts";
import { templatesOpenTo } from "../templates/queries.ts";
import { type Returned, SCRIPTS } from "./returned.ts";
import { shownOf } from "./shown.ts";
import { NewRoundPage } from "./views/new-round-page.tsx";
import { RoundPage } from "./views/round-page.tsx";
import { RoundsPage } from "./views/rounds-page.tsx";

const PER_PAGE = 30;

function pageOf(c: HouseContext): number {
  const page = Number(c.req.query("page") ?? 1);
  return Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1;
}

async function showRounds(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const page = pageOf(c);
  const { items, more } = await roundsOf(ctx, workspace.id, {
    offset: (page - 1) * PER_PAGE,
    limit: PER_PAGE,
  });
  const meetings = await meetingsOf(ctx, workspace.id, { which: "all", offset: 0, limit: 40 });
  return c.var.show(
    { title: `Letters of the ${workspace.name}`, noindex: true },
    <RoundsPage
      workspace={workspace}
      rounds={items}
      meetings={new Map(meetings.items.map((meeting) => [meeting.id, meeting]))}
      page={page}
      more={more}
      gone={c.req.query("done") === "gone"}
    />,
  );
}

async function showNew(c: HouseContext, values?: FormValues, problems: Problems = {}): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const meetings = await meetingsOf(ctx, workspace.id, { which: "all", offset: 0, limit: 40 });
  const failed = hasProblems(problems);
  return c.var.show(
    { title: "Write letters", noindex: true, scripts: SCRIPTS, failed, status: failed ? 422 : 200 },
    <NewRoundPage
      workspace={workspace}
      meetings={meetings.items}
      templates={await templatesOpenTo(ctx, workspace.id)}
      values={values ?? c.req.query()}
      problems={problems}
    />,
  );
}

async function open(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const values = await formValues(c);
  const form = parse(NewRoundForm, values);
  if (!form.ok) return showNew(c, values, form.problems);
  const round = await openRound(c.var.ctx, workspace, form.value);
  if (!round.ok) return showNew(c, values, round.problems);
  return c.redirect(
    lettersPath(workspace.slug, round.value.id, ...(round.value.audience === "chosen" ? ["text"] : [])),
    303,
  );
}

async function showRound(c: HouseContext, { values = {}, problems = {} }: Returned = {}): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, round } = await roundIn(c);
  const audience = await audienceOf(ctx, workspace, round);
  const reviews = await reviewsOf(ctx, round.id);
  const mails = await mailStates(ctx, [
    ...audience.recipients.flatMap(({ letter }) => letter?.mail ?? []),
    ...reviews.flatMap(({ mail }) => mail ?? []),
  ]);
  const page = pageOf(c);
  const five = fiveToday(ctx.now, workspace.timeZone);
  const failed = hasProblems(problems);
  return c.var.show(
    { title: round.subject, noindex: true, scripts: SCRIPTS, failed, status: failed ? 422 : 200 },
    <RoundPage
      workspace={workspace}
      round={round}
      audience={audience}
      shown={shownOf(audience, c.req.query("show") ?? "", mails, page)}
      mails={mails}
      reviews={reviews.map((review) => ({
        ...review,
        href: review.linkKey ? reviewHref(ctx, review) : null,
      }))}
      siteUrl={ctx.site.url}
      now={ctx.now}
      fiveIsToCome={five.ok && five.value > ctx.now}
      done={c.req.query("done")}
      values={values}
      problems={problems}
    />,
  );
}

async function send(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, round } = await roundIn(c);
  const values = await formValues(c);
  const form = parse(SendingForm, values);
  if (!form.ok) return showRound(c, { values, problems: form.problems });
  const at = sendTime(form.value, workspace.timeZone, ctx.now);
  if (!at.ok) return showRound(c, { values, problems: at.problems });
  const planned = await planRound(ctx, workspace, round.id, at.value);
  if (!planned.ok) return showRound(c, { values, problems: planned.problems });
  return c.redirect(`${lettersPath(workspace.slug, round.id)}?done=${at.value ? "planned" : "sending"}`, 303);
}

/** All of a round at once. */
async function retry(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, round } = await roundIn(c);
  await retryFailed(ctx, (await audienceOf(ctx, workspace, round)).recipients);
  return c.redirect(`${lettersPath(workspace.slug, round.id)}?done=again`, 303);
}

async function ask(c: HouseContext): Promise<Response> {
  const { workspace, round } = await roundIn(c);
  const values = await formValues(c);
  const form = parse(ReviewForm, values);
  if (!form.ok) return showRound(c, { values, problems: form.problems });
  const champions = listOf(values, "champion");
  for (const champion of champions) {
    const asked = await askForReview(c.var.ctx, workspace, round.id, {
      ...form.value,
      champion: asId(champion),
    });
    if (!asked.ok) return showRound(c, { values, problems: asked.problems });
  }
  return c.redirect(`${lettersPath(workspace.slug, round.id)}?done=asked`, 303);
}

function asId(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw new NotFound();
  return text;
}

async function approveByHand(c: HouseContext): Promise<Response> {
  const { workspace, round } = await roundIn(c);
  const values = await formValues(c);
  const noted = await noteApproval(c.var.ctx, workspace, round.id, asId(textOf(values, "champion")));
  if (!noted.ok) return showRound(c, { values, problems: noted.problems });
  return c.redirect(`${lettersPath(workspace.slug, round.id)}?done=approved`, 303);
}

const backToRound = (c: HouseContext) => lettersPath(c.req.param("slug") ?? "", idOf(c));

export const roundRoutes: Route[] = [
  get(ofTable("/letters"), TEAM, showRounds),
  get(ofTable("/letters/new"), TEAM, (c) => showNew(c)),
  post(ofTable("/letters"), TEAM, open),
  get(ofTable("/letters/:id"), TEAM, (c) => showRound(c)),
  post(ofTable("/letters/:id/sending"), TEAM, send),
  post(
    ofTable("/letters/:id/unplanning"),
    TEAM,
    deed(async (c) => unplanRound(c.var.ctx, await workspaceIn(c), idOf(c)), backToRound),
  ),
  post(
    ofTable("/letters/:id/removal"),
    TEAM,
    deed(
      async (c) => dropRound(c.var.ctx, await workspaceIn(c), idOf(c)),
      (c) => `${lettersPath(c.req.param("slug") ?? "")}?done=gone`,
    ),
  ),
  post(ofTable("/letters/:id/retry"), TEAM, retry),
  post(ofTable("/letters/:id/reviews"), TEAM, ask),
  post(
    ofTable("/letters/:id/reviews/:review/ending"),
    TEAM,
    deed(async (c) => endReview(c.var.ctx, await workspaceIn(c), idOf(c), idOf(c, "review")), backToRound),
  ),
  post(ofTable("/letters/:id/approvals"), TEAM, approveByHand),
];
