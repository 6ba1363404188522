import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotAllowed, NotFound } from "#base/surprises.ts";
import { holdersOf } from "#features/people/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { idOf, me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { tendedOf } from "../access.ts";
import { pagePath } from "../paths.ts";
import type { Tended } from "../queries.ts";
import { makeClaim, withdrawClaim } from "./actions.ts";
import { ClaimForm } from "./forms.ts";
import { lastClaim } from "./queries.ts";
import { ClaimPage } from "./views/claim-page.tsx";

const HOUR = 3_600;
const CLAIMS_PER_HOUR = 10;

/** What is off the site cannot be asked for. */
async function claimable(c: HouseContext): Promise<Tended> {
  const page = await tendedOf(c);
  if (page.hiddenAt) throw new NotFound();
  return page;
}

function actorOf(c: HouseContext) {
  const { actor } = c.var.ctx;
  if (actor.kind !== "person") throw new NotAllowed("Please sign in first.");
  return actor;
}

async function show(
  c: HouseContext,
  returned: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { ctx } = c.var;
  const page = await claimable(c);
  const { id, email } = actorOf(c);
  const holders = await holdersOf(ctx, [page.id], ["partnership-editor"]);
  const { values = {}, problems = {} } = returned;
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Look after ${page.content.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <ClaimPage
      page={page}
      holders={holders.length}
      last={await lastClaim(ctx, page.id, id)}
      mine={holders.some(({ person }) => person.id === id)}
      email={email}
      zone={ctx.site.timeZone}
      done={failed ? "" : (c.req.query("done") ?? "")}
      values={values}
      problems={problems}
    />,
  );
}

async function claim(c: HouseContext): Promise<Response> {
  const { ctx, limits } = c.var;
  const page = await claimable(c);
  const values = await formValues(c);
  const form = parse(ClaimForm, values);
  if (!form.ok) return show(c, { values, problems: form.problems });
  const actor = actorOf(c);
  await limits.allow(ctx.seal("rate limit", `claims by ${actor.id}`), CLAIMS_PER_HOUR, HOUR);
  const made = await makeClaim(ctx, page, actor, form.value);
  if (!made.ok) return show(c, { values, problems: made.problems });
  return c.redirect(`${pagePath(page.slug)}/claim?done=claimed`, 303);
}

async function withdraw(c: HouseContext): Promise<Response> {
  await withdrawClaim(c.var.ctx, idOf(c), me(c).id);
  return c.redirect("/my-partnerships", 303);
}

export const claimRoutes: Route[] = [
  get("/partnerships/:slug/claim", "member", (c) => show(c)),
  post("/partnerships/:slug/claim", "member", claim),
  post("/my-partnerships/claims/:id/withdrawal", "member", withdraw),
];
