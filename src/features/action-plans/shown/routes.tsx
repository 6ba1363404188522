import { z } from "zod";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { ofTable, partnershipBySlug, TEAM } from "#features/partnerships/public.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route, reading } from "#platform/http/routes.ts";
import { planIn } from "../door.ts";
import { versionIn } from "../forms.ts";
import { planPath, publicPlanPath } from "../paths.ts";
import { SHOWN } from "../statuses.ts";
import { chooseShown } from "./choosing.ts";
import { planAsShown, publicPlan } from "./public-plan.ts";
import { PublicPlanPage } from "./views/public-plan.tsx";
import { ShownPage } from "./views/shown-page.tsx";

const ShownForm = z.object({
  shown: z.enum(SHOWN, "Choose how much everybody may see."),
});

async function showChoice(
  c: HouseContext,
  { values, problems = {}, stale }: { values?: FormValues; problems?: Problems; stale?: boolean } = {},
): Promise<Response> {
  const { workspace, plan } = await planIn(c);
  const failed = hasProblems(problems);
  const now: FormValues = { shown: plan.shown };
  return c.var.show(
    {
      title: `What everyone sees: ${workspace.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <ShownPage
      workspace={workspace}
      plan={plan}
      // The fuller of the two shows what either would.
      preview={await planAsShown(c.var.ctx, workspace.id, "actions")}
      values={{ ...(values ?? now), version: String(plan.version) }}
      problems={problems}
      isStale={stale ?? false}
      done={c.req.query("done") === "chosen"}
    />,
  );
}

async function takeChoice(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { workspace } = await planIn(c);
  const form = parse(ShownForm, values);
  if (!form.ok) return showChoice(c, { values, problems: form.problems });
  try {
    await chooseShown(c.var.ctx, workspace.id, form.value.shown, versionIn(values));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showChoice(c, { values: { ...values, version: textOf(values, "version") }, stale: true });
  }
  return c.redirect(`${planPath(workspace.slug, "shown")}?done=chosen`, 303);
}

/** For readers: no more than the partnership chose. */
async function showPublic(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const partnership = await partnershipBySlug(ctx, c.req.param("slug") ?? "");
  const plan = partnership && (await publicPlan(ctx, partnership.id));
  if (!plan) throw new NotFound();
  return c.var.show(
    {
      title: `What ${partnership.name} works on`,
      description: `The priorities that businesses of ${partnership.name} set, and how they stand.`,
      canonical: publicPlanPath(partnership.slug),
    },
    <PublicPlanPage partnership={partnership} plan={plan} />,
  );
}

const SHOWN_ROUTE = ofTable("/plan/shown");

export const shownRoutes: Route[] = [
  get(SHOWN_ROUTE, TEAM, (c) => showChoice(c)),
  post(SHOWN_ROUTE, TEAM, takeChoice),
  reading("/partnerships/:slug/plan", showPublic),
];
