import { dayOf } from "#base/local-time.ts";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { ofTable, TEAM, tablePath, type Workspace, workspaceIn } from "#features/partnerships/public.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { addStep, answerGate, beginRoadmap, changeStep, setAside, setLaunch, tickStep } from "./actions.ts";
import { LaunchForm, readGate, readStep } from "./forms.ts";
import { PHASES } from "./phases.ts";
import { gatesOf, type Roadmap, roadmapOf, type Step, stepsOf } from "./queries.ts";
import { BeginPage } from "./views/begin-page.tsx";
import { GatePage } from "./views/gate-page.tsx";
import { RoadmapPage } from "./views/roadmap-page.tsx";
import { StepPage } from "./views/step-page.tsx";

const pathOf = (workspace: Workspace, ...rest: string[]) => tablePath(workspace.slug, "roadmap", ...rest);

interface Returned {
  values?: FormValues;
  problems?: Problems;
}

async function showRoadmap(c: HouseContext, { values, problems = {} }: Returned = {}): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const roadmap = await roadmapOf(ctx, workspace.id);
  const failed = hasProblems(problems);
  const head = {
    title: `Roadmap: ${workspace.name}`,
    noindex: true,
    scripts: ["writing.js"],
    failed,
    status: failed ? (422 as const) : (200 as const),
  };
  if (!roadmap)
    return c.var.show(head, <BeginPage workspace={workspace} values={values ?? {}} problems={problems} />);
  return c.var.show(
    head,
    <RoadmapPage
      workspace={workspace}
      roadmap={roadmap}
      steps={await stepsOf(ctx, roadmap)}
      gates={await gatesOf(ctx, workspace.id)}
      today={dayOf(ctx.now, workspace.timeZone)}
      values={values ?? { launchOn: roadmap.launchOn ?? "", version: String(roadmap.version) }}
      problems={problems}
      done={c.req.query("done")}
    />,
  );
}

async function takeLaunch(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const values = await formValues(c);
  const workspace = await workspaceIn(c);
  const form = parse(LaunchForm, values);
  if (!form.ok) return showRoadmap(c, { values, problems: form.problems });
  if (!(await roadmapOf(ctx, workspace.id))) {
    await beginRoadmap(ctx, workspace.id, form.value.launchOn);
    return c.redirect(`${pathOf(workspace)}?done=begun`, 303);
  }
  try {
    await setLaunch(ctx, workspace.id, form.value.launchOn, Number(textOf(values, "version")) || 0);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return c.redirect(`${pathOf(workspace)}?done=stale`, 303);
  }
  return c.redirect(`${pathOf(workspace)}?done=launch`, 303);
}

/** @throws NotFound where nothing was begun */
async function roadmapIn(c: HouseContext): Promise<{ workspace: Workspace; roadmap: Roadmap }> {
  const workspace = await workspaceIn(c);
  const roadmap = await roadmapOf(c.var.ctx, workspace.id);
  if (!roadmap) throw new NotFound();
  return { workspace, roadmap };
}

async function stepIn(c: HouseContext): Promise<{ workspace: Workspace; step: Step }> {
  const { workspace, roadmap } = await roadmapIn(c);
  const id = idOf(c);
  const step = (await stepsOf(c.var.ctx, roadmap)).find((one) => one.id === id);
  if (!step) throw new NotFound();
  return { workspace, step };
}

async function showStep(c: HouseContext, { values, problems = {} }: Returned = {}): Promise<Response> {
  const isNew = c.req.param("id") === undefined;
  const { workspace, step } = isNew ? { ...(await roadmapIn(c)), step: undefined } : await stepIn(c);
  const failed = hasProblems(problems);
  const now: FormValues = step
    ? { title: step.title, note: step.note, phase: step.phase, dueOn: step.isMoved ? (step.dueOn ?? "") : "" }
    : { phase: "prepare" };
  return c.var.show(
    {
      title: step ? step.title : "Add a step",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <StepPage workspace={workspace} step={step} values={values ?? now} problems={problems} />,
  );
}

async function takeStep(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = readStep(values);
  if (!form.ok) return showStep(c, { values, problems: form.problems });
  const { workspace } = await roadmapIn(c);
  if (c.req.param("id") === undefined) await addStep(c.var.ctx, workspace.id, form.value);
  else await changeStep(c.var.ctx, workspace.id, idOf(c), form.value);
  return c.redirect(`${pathOf(workspace)}?done=step`, 303);
}

async function tick(c: HouseContext): Promise<Response> {
  const { workspace } = await roadmapIn(c);
  const said = textOf(await formValues(c), "state");
  const id = idOf(c);
  if (said === "aside" || said === "needed") await setAside(c.var.ctx, workspace.id, id, said === "aside");
  else await tickStep(c.var.ctx, workspace.id, id, said === "done");
  return c.redirect(`${pathOf(workspace)}#step-${id}`, 303);
}

function phaseIn(c: HouseContext) {
  const phase = PHASES.find(({ key }) => key === c.req.param("phase"));
  if (!phase) throw new NotFound();
  return phase;
}

async function showGate(c: HouseContext, { values, problems = {} }: Returned = {}): Promise<Response> {
  const { workspace } = await roadmapIn(c);
  const phase = phaseIn(c);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Before going on: ${phase.title}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <GatePage
      workspace={workspace}
      phase={phase}
      entries={await gatesOf(c.var.ctx, workspace.id)}
      values={values}
      problems={problems}
    />,
  );
}

async function takeGate(c: HouseContext): Promise<Response> {
  const { workspace } = await roadmapIn(c);
  const phase = phaseIn(c);
  const values = await formValues(c);
  const answers = readGate(phase, values);
  if (!answers.ok) return showGate(c, { values, problems: answers.problems });
  await answerGate(c.var.ctx, workspace.id, answers.value);
  return c.redirect(`${pathOf(workspace)}#phase-${phase.key}`, 303);
}

const ROADMAP = ofTable("/roadmap");

export const roadmapRoutes: Route[] = [
  get(ROADMAP, TEAM, (c) => showRoadmap(c)),
  post(ROADMAP, TEAM, takeLaunch),
  get(`${ROADMAP}/steps/new`, TEAM, (c) => showStep(c)),
  post(`${ROADMAP}/steps`, TEAM, takeStep),
  get(`${ROADMAP}/steps/:id`, TEAM, (c) => showStep(c)),
  post(`${ROADMAP}/steps/:id`, TEAM, takeStep),
  post(`${ROADMAP}/steps/:id/state`, TEAM, tick),
  get(`${ROADMAP}/gates/:phase`, TEAM, (c) => showGate(c)),
  post(`${ROADMAP}/gates/:phase`, TEAM, takeGate),
];
