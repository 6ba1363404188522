import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { type Meeting, meetingById, meetingsOf, prioritiesOf } from "#features/meetings/public.ts";
import { ofTable, TEAM, type Workspace, workspaceIn } from "#features/partnerships/public.ts";
import { type FormValues, formValues, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { planIn, todayAt } from "./door.ts";
import { filterFrom } from "./filter.ts";
import { planPath } from "./paths.ts";
import { peopleOf } from "./people.ts";
import { bringPriorities } from "./priorities.ts";
import { actionsOf, objectivesOf, planOf, prioritiesOfPlan } from "./queries.ts";
import { ACTIONS_PAGE, MOST_ACTIONS } from "./rules.ts";
import { planTable } from "./table.ts";
import { lastMetOf, membersOf } from "./teams.ts";
import { BeginPage } from "./views/begin-page.tsx";
import { PlanPage } from "./views/plan-page.tsx";

/** Launches that a plan may begin from: the newest few, because each is read with what was voted there. */
const LAUNCHES = 3;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const pageIn = (c: HouseContext) =>
  Math.min(100, Math.max(1, Number.parseInt(c.req.query("page") ?? "", 10) || 1));

async function showPlan(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const plan = await planOf(ctx, workspace.id);
  if (!plan) return showBegin(c);
  const filter = filterFrom(new URL(c.req.url).searchParams);
  const page = pageIn(c);
  const today = todayAt(c, workspace);
  const priorities = await prioritiesOfPlan(ctx, workspace.id);
  const members = await membersOf(ctx, workspace.id);
  const { items, more } = await actionsOf(ctx, workspace.id, filter, {
    today,
    offset: (page - 1) * ACTIONS_PAGE,
    limit: ACTIONS_PAGE,
  });
  const people = await peopleOf(ctx, workspace.id, [
    ...priorities.flatMap((one) => [one.businessLead, one.supportLead]),
    ...items.flatMap((one) => [one.owner, one.lastWordBy]),
    ...members.map(({ contact }) => contact),
    filter.owner ?? null,
  ]);
  return c.var.show(
    { title: `Action plan: ${workspace.name}`, noindex: true, scripts: ["writing.js"] },
    <PlanPage
      workspace={workspace}
      plan={plan}
      priorities={priorities}
      objectives={await objectivesOf(ctx, workspace.id)}
      actions={items}
      members={members}
      lastMet={await lastMetOf(ctx, workspace.id)}
      people={people}
      filter={filter}
      page={page}
      more={more}
      today={today}
      done={c.req.query("done")}
    />,
  );
}

async function savePlan(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, today } = await planIn(c);
  const filter = filterFrom(new URL(c.req.url).searchParams);
  const priorities = await prioritiesOfPlan(ctx, workspace.id);
  const { items } = await actionsOf(ctx, workspace.id, filter, { today, offset: 0, limit: MOST_ACTIONS });
  const people = await peopleOf(ctx, workspace.id, [
    ...priorities.flatMap((one) => [one.businessLead, one.supportLead]),
    ...items.map(({ owner }) => owner),
  ]);
  const objectives = await objectivesOf(ctx, workspace.id);
  return new Response(planTable({ priorities, objectives, actions: items, people }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${workspace.slug}-action-plan.csv"`,
    },
  });
}

async function launchesOf(c: HouseContext, workspace: Workspace) {
  const { ctx } = c.var;
  const { items } = await meetingsOf(ctx, workspace.id, { which: "all", offset: 0, limit: 30 });
  const launches: { meeting: Meeting; priorities: Awaited<ReturnType<typeof prioritiesOf>> }[] = [];
  for (const meeting of items.filter(({ state }) => state === "held" || state === "under-way")) {
    const priorities = await prioritiesOf(ctx, meeting);
    if (priorities.length > 0) launches.push({ meeting, priorities });
    if (launches.length === LAUNCHES) break;
  }
  return launches;
}

async function showBegin(c: HouseContext, problems: Problems = {}, values: FormValues = {}) {
  const workspace = await workspaceIn(c);
  const failed = hasProblems(problems);
  const plan = await planOf(c.var.ctx, workspace.id);
  const there = plan ? await prioritiesOfPlan(c.var.ctx, workspace.id) : [];
  return c.var.show(
    {
      title: `Action plan: ${workspace.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <BeginPage
      workspace={workspace}
      isBegun={plan !== undefined}
      launches={await launchesOf(c, workspace)}
      taken={new Set(there.flatMap(({ launchGroup }) => launchGroup ?? []))}
      values={values}
      problems={problems}
    />,
  );
}

/** Takes the priorities of a launch over. */
async function takeLaunch(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const workspace = await workspaceIn(c);
  const id = textOf(values, "meeting");
  if (!UUID.test(id))
    return showBegin(c, problem("meeting", "Choose the meeting whose priorities you take over.").problems);
  const meeting = await meetingById(c.var.ctx, workspace.id, id);
  if (!meeting) throw new NotFound();
  const brought = await bringPriorities(c.var.ctx, workspace.id, meeting);
  return c.redirect(`${planPath(workspace.slug)}?done=${brought > 0 ? "brought" : "nothing-new"}`, 303);
}

const PLAN = ofTable("/plan");

export const planRoutes: Route[] = [
  get(PLAN, TEAM, showPlan),
  get(ofTable("/plan.csv"), TEAM, savePlan),
  get(`${PLAN}/launches`, TEAM, (c) => showBegin(c)),
  post(`${PLAN}/launches`, TEAM, takeLaunch),
];
