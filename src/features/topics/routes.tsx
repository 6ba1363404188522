import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { addTopic, changeTopic, moveTopic, setTopicRetired } from "./actions.ts";
import { TopicEditForm, TopicForm } from "./forms.ts";
import { allTopics, type Topic } from "./queries.ts";
import { ManageTopics } from "./views/manage.tsx";
import { TopicFormPage } from "./views/topic-form.tsx";

const SCRIPTS = ["writing.js"];

async function showList(c: HouseContext): Promise<Response> {
  return c.var.show(
    { title: "Topics", noindex: true, scripts: SCRIPTS },
    <ManageTopics topics={await allTopics(c.var.ctx)} />,
  );
}

function stored(topic: Topic): FormValues {
  return {
    name: topic.name,
    description: topic.description,
    version: String(topic.version),
  };
}

interface Shown {
  values?: FormValues;
  problems?: Problems;
  /** Another editor saved since this form was read. */
  stale?: boolean;
}

async function showForm(c: HouseContext, id: string | undefined, shown: Shown = {}): Promise<Response> {
  const existing = id ? (await allTopics(c.var.ctx)).find((topic) => topic.id === id) : undefined;
  if (id && !existing) throw new NotFound();
  const { problems = {}, stale } = shown;
  const now = existing ? stored(existing) : {};
  const values = shown.values ?? now;
  return c.var.show(
    {
      title: existing ? `Change ${existing.name}` : "Add a topic",
      noindex: true,
      scripts: SCRIPTS,
      failed: stale || hasProblems(problems),
      status: stale ? 409 : hasProblems(problems) ? 422 : 200,
    },
    <TopicFormPage
      existing={existing}
      values={stale && existing ? { ...values, version: String(existing.version) } : values}
      problems={problems}
      saved={!shown.values && c.req.query("saved") !== undefined}
      theirs={stale ? now : undefined}
    />,
  );
}

async function add(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(TopicForm, values);
  const outcome = form.ok ? await addTopic(c.var.ctx, form.value) : form;
  if (!outcome.ok) return showForm(c, undefined, { values, problems: outcome.problems });
  return c.redirect(`/desk/topics/${outcome.value.id}?saved`, 303);
}

async function change(c: HouseContext): Promise<Response> {
  const id = idOf(c);
  const values = await formValues(c);
  const form = parse(TopicEditForm, values);
  if (!form.ok) return showForm(c, id, { values, problems: form.problems });
  try {
    const outcome = await changeTopic(c.var.ctx, id, form.value);
    if (!outcome.ok) return showForm(c, id, { values, problems: outcome.problems });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(c, id, { values, stale: true });
  }
  return c.redirect(`/desk/topics/${id}?saved`, 303);
}

const toList = () => "/desk/topics";

const move = deed(async (c) => {
  const direction = textOf(await formValues(c), "direction") === "up" ? "up" : "down";
  await moveTopic(c.var.ctx, idOf(c), direction);
}, toList);
const retire = deed((c) => setTopicRetired(c.var.ctx, idOf(c), true), toList);
const putBack = deed((c) => setTopicRetired(c.var.ctx, idOf(c), false), toList);

export const topicRoutes: Route[] = [
  get("/desk/topics", "editor", showList),
  get("/desk/topics/new", "editor", (c) => showForm(c, undefined)),
  post("/desk/topics", "editor", add),
  get("/desk/topics/:id", "editor", (c) => showForm(c, idOf(c))),
  post("/desk/topics/:id", "editor", change),
  post("/desk/topics/:id/position", "editor", move),
  post("/desk/topics/:id/retirement", "editor", retire),
  post("/desk/topics/:id/return", "editor", putBack),
];
