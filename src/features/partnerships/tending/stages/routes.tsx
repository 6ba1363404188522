import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { TEND, tendedOf } from "../access.ts";
import { tendPath } from "../paths.ts";
import { moveStage } from "./actions.ts";
import { StageForm } from "./forms.ts";
import { stageHistory } from "./queries.ts";
import { StagePage } from "./views/stage-page.tsx";

async function show(
  c: HouseContext,
  returned: { values?: FormValues; problems?: Problems; stale?: boolean } = {},
): Promise<Response> {
  const { ctx } = c.var;
  const tended = await tendedOf(c);
  const { values = {}, problems = {}, stale = false } = returned;
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Stage: ${tended.content.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <StagePage
      tended={tended}
      history={await stageHistory(ctx, tended.id)}
      values={values}
      problems={problems}
      stale={stale}
      zone={ctx.site.timeZone}
    />,
  );
}

async function move(c: HouseContext): Promise<Response> {
  const tended = await tendedOf(c);
  const values = await formValues(c);
  const form = parse(StageForm, values);
  if (!form.ok) return show(c, { values, problems: form.problems });
  try {
    const moved = await moveStage(c.var.ctx, tended.id, form.value);
    if (!moved.ok) return show(c, { values, problems: moved.problems });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return show(c, { values, stale: true });
  }
  return c.redirect(`${tendPath(tended.slug)}?done=moved`, 303);
}

export const stageRoutes: Route[] = [
  get("/partnerships/:slug/tend/stage", TEND, (c) => show(c)),
  post("/partnerships/:slug/tend/stage", TEND, move),
];
