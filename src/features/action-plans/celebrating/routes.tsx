import { Conflict } from "#base/surprises.ts";
import { carriedIntoShare } from "#features/happenings/public.ts";
import { ofTable, TEAM } from "#features/partnerships/public.ts";
import { sectorsByIds } from "#features/sectors/public.ts";
import { formValues, listOf, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { actionIn } from "../door.ts";
import { planPath } from "../paths.ts";
import { peopleOf, rosterNamesIn } from "../people.ts";
import { objectivesOf, priorityById } from "../queries.ts";
import { markQuickWin } from "./quick-wins.ts";
import { type Named, storyOf } from "./story.ts";
import { CarryPage } from "./views/carry-page.tsx";
import { ConsentPage } from "./views/consent-page.tsx";

async function takeMark(c: HouseContext): Promise<Response> {
  const { workspace, action } = await actionIn(c);
  const isQuickWin = textOf(await formValues(c), "is") !== "no";
  await markQuickWin(c.var.ctx, workspace.id, action.id, isQuickWin);
  const done = isQuickWin ? "celebrated" : "uncelebrated";
  return c.redirect(`${planPath(workspace.slug, "actions", action.id)}?done=${done}`, 303);
}

/** An action that is done, with everybody who has a part in it. @throws Conflict where it is not done */
async function doneIn(c: HouseContext) {
  const { ctx } = c.var;
  const opened = await actionIn(c);
  const { workspace, action } = opened;
  if (action.status !== "done")
    throw new Conflict("This action is not done yet. Once it is, its facts can be shared.");
  const priority = (await priorityById(ctx, workspace.id, action.priority))!;
  const parts = [
    ["owner", action.owner],
    ["business lead", priority.businessLead],
    ["support lead", priority.supportLead],
  ] as const;
  const people = await peopleOf(
    ctx,
    workspace.id,
    parts.map(([, id]) => id),
  );
  const named: Named[] = [];
  for (const [part, id] of parts) {
    const contact = id ? people.get(id) : undefined;
    if (contact && !named.some((one) => one.contact.id === contact.id)) named.push({ contact, part });
  }
  return { ...opened, priority, named };
}

async function showConsent(c: HouseContext): Promise<Response> {
  const { workspace, action, named } = await doneIn(c);
  return c.var.show(
    { title: "Tell the network", noindex: true, scripts: ["writing.js"] },
    <ConsentPage workspace={workspace} action={action} named={named} />,
  );
}

/** Makes the fields of a happening from an action, for its team to send with the form that everybody uses. */
async function carry(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const values = await formValues(c);
  const { workspace, action, priority, named } = await doneIn(c);
  const objectives = await objectivesOf(ctx, workspace.id);
  const objective = objectives.find(({ id }) => id === action.objective)?.title ?? null;
  const texts = [priority.title, priority.problem, objective, action.words, action.evidence].join("\n");
  const { title, summary, story } = storyOf({
    partnership: workspace.name,
    priority,
    objective,
    action,
    named,
    agreed: new Set(listOf(values, "agreed")),
    names: [...(await rosterNamesIn(ctx, workspace.id, texts)), action.ownerName].filter(Boolean),
  });
  const sectors = await sectorsByIds(ctx, workspace.sectors);
  const carried = await carriedIntoShare(ctx, {
    kind: "quick-win",
    title,
    summary,
    story,
    partnership: workspace.name,
    place: workspace.region,
    states: workspace.states,
    sectors: workspace.sectors.flatMap((id) => sectors.get(id)?.slug ?? []),
  });
  return c.var.show(
    { title: "Tell the network", noindex: true, scripts: ["writing.js"] },
    <CarryPage workspace={workspace} action={action} values={carried} />,
  );
}

const ACTION = ofTable("/plan/actions/:id");

export const celebratingRoutes: Route[] = [
  post(`${ACTION}/quick-win`, TEAM, takeMark),
  get(`${ACTION}/happening`, TEAM, showConsent),
  post(`${ACTION}/happening`, TEAM, carry),
];
