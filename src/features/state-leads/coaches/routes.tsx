import { hasProblems, type Problems } from "#base/outcome.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { ofState, stateOf } from "../scope.ts";
import { addCoach, endCoach, removeCoach } from "./actions.ts";
import { CoachForm } from "./forms.ts";
import { coachesOf } from "./queries.ts";
import { CoachesPage } from "./views/coaches-page.tsx";

async function showCoaches(
  c: HouseContext,
  { values = {}, problems = {} }: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const state = stateOf(c);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Coaches in ${state.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <CoachesPage
      state={state}
      coaches={await coachesOf(c.var.ctx, state.code)}
      values={values}
      problems={problems}
    />,
  );
}

async function add(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(CoachForm, values);
  if (!form.ok) return showCoaches(c, { values, problems: form.problems });
  const added = await addCoach(c.var.ctx, stateOf(c).code, form.value);
  if (!added.ok) return showCoaches(c, { values, problems: added.problems });
  return toCoaches(c);
}

const pathOf = (c: HouseContext) => `/states/${stateOf(c).code}/coaches`;
const toCoaches = (c: HouseContext) => c.redirect(pathOf(c), 303);

const tend = ofState("state.tend");

export const coachRoutes: Route[] = [
  get("/states/:code/coaches", tend, (c) => showCoaches(c)),
  post("/states/:code/coaches", tend, add),
  post(
    "/states/:code/coaches/:id/end",
    tend,
    deed((c) => endCoach(c.var.ctx, stateOf(c).code, idOf(c)), pathOf),
  ),
  post(
    "/states/:code/coaches/:id/removal",
    tend,
    deed((c) => removeCoach(c.var.ctx, stateOf(c).code, idOf(c)), pathOf),
  ),
];
