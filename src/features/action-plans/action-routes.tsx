import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { ofTable, TEAM, type Workspace } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { type FormValues, formValues, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { addAction, changeAction, removeAction, sayStatus } from "./actions.ts";
import { actionIn, planIn } from "./door.ts";
import { placeValue, readAction, readStatus, versionIn } from "./forms.ts";
import { planPath } from "./paths.ts";
import { labelOf, type People, peopleOf, suggestedPeople } from "./people.ts";
import { objectivesOf, type PlanAction, prioritiesOfPlan, priorityById, saidOf } from "./queries.ts";
import { ActionForm } from "./views/action-form.tsx";
import { ActionPage } from "./views/action-page.tsx";

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

async function showAction(c: HouseContext, { values, problems = {}, stale }: Returned = {}) {
  const { ctx } = c.var;
  const { workspace, plan, action, today } = await actionIn(c);
  const said = await saidOf(ctx, action.id);
  const priority = await priorityById(ctx, workspace.id, action.priority);
  const people = await peopleOf(ctx, workspace.id, [action.owner, ...said.map(({ contact }) => contact)]);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: action.words,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <ActionPage
      workspace={workspace}
      plan={plan}
      priority={priority!}
      action={action}
      said={said}
      people={people}
      today={today}
      values={values ?? { status: action.status }}
      problems={problems}
      isStale={stale ?? false}
      done={c.req.query("done")}
    />,
  );
}

/** What the form shows of an action. */
function valuesOf(action: PlanAction, people: People): FormValues {
  const owner = action.owner ? people.get(action.owner) : undefined;
  return {
    place: placeValue(action.priority, action.objective),
    words: action.words,
    owner: owner ? labelOf(owner) : action.ownerName,
    dueOn: action.dueOn ?? "",
    status: action.status,
    evidence: action.evidence,
    evidenceUrl: action.evidenceUrl ?? "",
    version: String(action.version),
  };
}

async function placesOf(ctx: Ctx, workspace: Workspace) {
  const priorities = await prioritiesOfPlan(ctx, workspace.id);
  const objectives = await objectivesOf(ctx, workspace.id);
  return priorities.flatMap(({ id, title }) => [
    { value: placeValue(id, null), label: title },
    ...objectives
      .filter(({ priority }) => priority === id)
      .map((one) => ({ value: placeValue(id, one.id), label: `${title} → ${one.title}` })),
  ]);
}

async function showForm(c: HouseContext, { values, problems = {}, stale }: Returned = {}) {
  const { ctx } = c.var;
  const isNew = c.req.param("id") === undefined;
  const { workspace, action } = isNew ? { ...(await planIn(c)), action: undefined } : await actionIn(c);
  const people = await peopleOf(ctx, workspace.id, [action?.owner ?? null]);
  const now: FormValues = action
    ? valuesOf(action, people)
    : { place: c.req.query("place") ?? "", status: "open" };
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: action ? "Change the action" : "Add an action",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <ActionForm
      workspace={workspace}
      action={action}
      places={await placesOf(ctx, workspace)}
      owners={(await suggestedPeople(ctx, workspace.id)).map(labelOf)}
      // Saving again after a warning is meant, so the form then names the version that was shown beside it.
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
    />,
  );
}

async function takeNew(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { workspace } = await planIn(c);
  const form = await readAction(c.var.ctx, workspace.id, values);
  if (!form.ok) return showForm(c, { values, problems: form.problems });
  const added = await addAction(c.var.ctx, workspace, form.value);
  if (!added.ok) return showForm(c, { values, problems: added.problems });
  return c.redirect(`${planPath(workspace.slug)}?done=action#action-${added.value}`, 303);
}

async function takeChange(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { workspace, action } = await actionIn(c);
  const form = await readAction(c.var.ctx, workspace.id, values);
  if (!form.ok) return showForm(c, { values, problems: form.problems });
  try {
    const changed = await changeAction(c.var.ctx, workspace, action.id, form.value, versionIn(values));
    if (!changed.ok) return showForm(c, { values, problems: changed.problems });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(c, { values, stale: true });
  }
  return c.redirect(`${planPath(workspace.slug, "actions", action.id)}?done=changed`, 303);
}

/** How it stands, said on the plan itself or on the action's page with a word. */
async function takeStatus(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { workspace, action } = await actionIn(c);
  const form = readStatus(values);
  if (!form.ok) return showAction(c, { values, problems: form.problems });
  try {
    await sayStatus(c.var.ctx, workspace, action.id, form.value, versionIn(values));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showAction(c, { values, stale: true });
  }
  const onPlan = textOf(values, "from") === "plan";
  return c.redirect(
    onPlan
      ? `${planPath(workspace.slug)}?done=said#action-${action.id}`
      : `${planPath(workspace.slug, "actions", action.id)}?done=said`,
    303,
  );
}

async function remove(c: HouseContext): Promise<Response> {
  const { workspace, action } = await actionIn(c);
  await removeAction(c.var.ctx, workspace.id, action.id);
  return c.redirect(`${planPath(workspace.slug)}?done=removed`, 303);
}

const ACTIONS = ofTable("/plan/actions");

export const actionRoutes: Route[] = [
  get(`${ACTIONS}/new`, TEAM, (c) => showForm(c)),
  post(ACTIONS, TEAM, takeNew),
  get(`${ACTIONS}/:id`, TEAM, (c) => showAction(c)),
  get(`${ACTIONS}/:id/edit`, TEAM, (c) => showForm(c)),
  post(`${ACTIONS}/:id/edit`, TEAM, takeChange),
  post(`${ACTIONS}/:id/status`, TEAM, takeStatus),
  post(`${ACTIONS}/:id/removal`, TEAM, remove),
];
