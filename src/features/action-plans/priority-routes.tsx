import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { ofTable, TEAM, workspaceIn } from "#features/partnerships/public.ts";
import { type FormValues, formValues, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { addObjective, changeObjective, removeObjective } from "./actions.ts";
import { planIn, priorityIn } from "./door.ts";
import { readMember, readObjective, readPastDay, readPriority, versionIn } from "./forms.ts";
import { planPath } from "./paths.ts";
import { labelOf, type People, peopleOf, suggestedPeople } from "./people.ts";
import {
  addPriority,
  changePriority,
  joinTeam,
  leaveTeam,
  noteTeamMeeting,
  removePriority,
} from "./priorities.ts";
import { objectivesOf, type Priority } from "./queries.ts";
import { membersOf, teamMeetingsOf } from "./teams.ts";
import { ObjectivePage } from "./views/objective-page.tsx";
import { PriorityForm } from "./views/priority-form.tsx";
import { TeamPage } from "./views/team-page.tsx";

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

const status = (failed: boolean, stale?: boolean) => (stale ? 409 : failed ? 422 : 200);

/** A priority with its action team: the charter, who is in it, when it met. */
async function showTeam(c: HouseContext, { values = {}, problems = {} }: Returned = {}) {
  const { ctx } = c.var;
  const { workspace, priority, today } = await priorityIn(c);
  const members = (await membersOf(ctx, workspace.id)).filter((one) => one.priority === priority.id);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: priority.title,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: status(failed),
    },
    <TeamPage
      workspace={workspace}
      priority={priority}
      objectives={(await objectivesOf(ctx, workspace.id)).filter((one) => one.priority === priority.id)}
      members={members}
      meetings={await teamMeetingsOf(ctx, priority.id)}
      people={
        await peopleOf(ctx, workspace.id, [
          priority.businessLead,
          priority.supportLead,
          ...members.map(({ contact }) => contact),
        ])
      }
      suggestions={(await suggestedPeople(ctx, workspace.id)).map(labelOf)}
      today={today}
      values={values}
      problems={problems}
      done={c.req.query("done")}
    />,
  );
}

function valuesOf(priority: Priority, people: People): FormValues {
  const label = (id: string | null) => {
    const person = id ? people.get(id) : undefined;
    return person ? labelOf(person) : "";
  };
  return {
    title: priority.title,
    theme: priority.theme ?? "",
    state: priority.state,
    businessLead: label(priority.businessLead),
    supportLead: label(priority.supportLead),
    problem: priority.problem,
    desiredResult: priority.desiredResult,
    measure: priority.measure,
    firstDays: priority.firstDays,
    rhythm: priority.rhythm,
    version: String(priority.version),
  };
}

async function showForm(c: HouseContext, { values, problems = {}, stale }: Returned = {}) {
  const { ctx } = c.var;
  const isNew = c.req.param("id") === undefined;
  const workspace = await workspaceIn(c);
  const priority = isNew ? undefined : (await priorityIn(c)).priority;
  const people = await peopleOf(ctx, workspace.id, [
    priority?.businessLead ?? null,
    priority?.supportLead ?? null,
  ]);
  const now: FormValues = priority ? valuesOf(priority, people) : { state: "open" };
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: priority ? `Change ${priority.title}` : "Add a priority",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: status(failed, stale),
    },
    <PriorityForm
      workspace={workspace}
      priority={priority}
      suggestions={(await suggestedPeople(ctx, workspace.id)).map(labelOf)}
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
    />,
  );
}

/** The first priority begins the plan. */
async function takeNew(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const workspace = await workspaceIn(c);
  const form = await readPriority(c.var.ctx, workspace.id, values);
  if (!form.ok) return showForm(c, { values, problems: form.problems });
  const added = await addPriority(c.var.ctx, workspace.id, form.value);
  if (!added.ok) return showForm(c, { values, problems: added.problems });
  return c.redirect(`${planPath(workspace.slug)}?done=priority#priority-${added.value}`, 303);
}

async function takeChange(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { workspace, priority } = await priorityIn(c);
  const form = await readPriority(c.var.ctx, workspace.id, values);
  if (!form.ok) return showForm(c, { values, problems: form.problems });
  try {
    await changePriority(c.var.ctx, workspace.id, priority.id, form.value, versionIn(values));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(c, { values, stale: true });
  }
  return c.redirect(`${planPath(workspace.slug, "priorities", priority.id)}?done=changed`, 303);
}

async function remove(c: HouseContext): Promise<Response> {
  const { workspace, priority } = await priorityIn(c);
  await removePriority(c.var.ctx, workspace.id, priority.id);
  return c.redirect(`${planPath(workspace.slug)}?done=removed`, 303);
}

async function takeMember(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { workspace, priority } = await priorityIn(c);
  const form = await readMember(c.var.ctx, workspace.id, values);
  if (!form.ok) return showTeam(c, { values, problems: form.problems });
  const joined = await joinTeam(c.var.ctx, workspace.id, priority.id, form.value);
  if (!joined.ok) return showTeam(c, { values, problems: joined.problems });
  return c.redirect(`${planPath(workspace.slug, "priorities", priority.id)}?done=joined#team`, 303);
}

async function takeLeaving(c: HouseContext): Promise<Response> {
  const { workspace, priority } = await priorityIn(c);
  await leaveTeam(c.var.ctx, workspace.id, priority.id, idOf(c, "contact"));
  return c.redirect(`${planPath(workspace.slug, "priorities", priority.id)}?done=left#team`, 303);
}

async function takeMeeting(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { workspace, priority, today } = await priorityIn(c);
  const form = readPastDay(values, { field: "metOn", today });
  if (!form.ok) return showTeam(c, { values, problems: form.problems });
  const { on, word } = form.value;
  await noteTeamMeeting(c.var.ctx, workspace.id, priority.id, { metOn: on, word });
  return c.redirect(`${planPath(workspace.slug, "priorities", priority.id)}?done=met#meetings`, 303);
}

async function takeObjective(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { workspace, priority } = await priorityIn(c);
  const form = readObjective(values);
  if (!form.ok) return showTeam(c, { values, problems: form.problems });
  const added = await addObjective(c.var.ctx, workspace.id, priority.id, form.value.title);
  if (!added.ok) return showTeam(c, { values, problems: added.problems });
  return c.redirect(`${planPath(workspace.slug, "priorities", priority.id)}?done=objective#objectives`, 303);
}

async function objectiveIn(c: HouseContext) {
  const { workspace } = await planIn(c);
  const id = idOf(c);
  const objective = (await objectivesOf(c.var.ctx, workspace.id)).find((one) => one.id === id);
  if (!objective) throw new NotFound();
  return { workspace, objective };
}

async function showObjective(c: HouseContext, { values, problems = {}, stale }: Returned = {}) {
  const { workspace, objective } = await objectiveIn(c);
  const now: FormValues = { title: objective.title, version: String(objective.version) };
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: "Change the objective",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: status(failed, stale),
    },
    <ObjectivePage
      workspace={workspace}
      objective={objective}
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
    />,
  );
}

async function takeObjectiveChange(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { workspace, objective } = await objectiveIn(c);
  const form = readObjective(values);
  if (!form.ok) return showObjective(c, { values, problems: form.problems });
  try {
    await changeObjective(c.var.ctx, workspace.id, objective.id, form.value.title, versionIn(values));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showObjective(c, { values, stale: true });
  }
  return c.redirect(
    `${planPath(workspace.slug, "priorities", objective.priority)}?done=objective#objectives`,
    303,
  );
}

async function takeObjectiveAway(c: HouseContext): Promise<Response> {
  const { workspace, objective } = await objectiveIn(c);
  await removeObjective(c.var.ctx, workspace.id, objective.id);
  return c.redirect(
    `${planPath(workspace.slug, "priorities", objective.priority)}?done=objective#objectives`,
    303,
  );
}

const PRIORITIES = ofTable("/plan/priorities");
const OBJECTIVES = ofTable("/plan/objectives");

export const priorityRoutes: Route[] = [
  get(`${PRIORITIES}/new`, TEAM, (c) => showForm(c)),
  post(PRIORITIES, TEAM, takeNew),
  get(`${PRIORITIES}/:id`, TEAM, (c) => showTeam(c)),
  get(`${PRIORITIES}/:id/edit`, TEAM, (c) => showForm(c)),
  post(`${PRIORITIES}/:id/edit`, TEAM, takeChange),
  post(`${PRIORITIES}/:id/removal`, TEAM, remove),
  post(`${PRIORITIES}/:id/team`, TEAM, takeMember),
  post(`${PRIORITIES}/:id/team/:contact/removal`, TEAM, takeLeaving),
  post(`${PRIORITIES}/:id/meetings`, TEAM, takeMeeting),
  post(`${PRIORITIES}/:id/objectives`, TEAM, takeObjective),
  get(`${OBJECTIVES}/:id`, TEAM, (c) => showObjective(c)),
  post(`${OBJECTIVES}/:id`, TEAM, takeObjectiveChange),
  post(`${OBJECTIVES}/:id/removal`, TEAM, takeObjectiveAway),
];
