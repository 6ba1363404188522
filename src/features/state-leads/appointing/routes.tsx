import { localPath } from "#base/brands.ts";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import {
  endGrant,
  holdersOf,
  inviteTo,
  openInvitations,
  withdrawInvitation,
} from "#features/people/public.ts";
import { allStates } from "#features/places/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { toldStates } from "../page/queries.ts";
import { stateOf } from "../scope.ts";
import { InviteForm, STATE_ROLES } from "./forms.ts";
import { AppointPage } from "./views/appoint-page.tsx";
import { StatesDeskPage } from "./views/states-desk-page.tsx";

async function showStates(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const codes = allStates().map(({ code }) => code);
  return c.var.show(
    { title: "State leads", noindex: true },
    <StatesDeskPage
      holders={await holdersOf(ctx, codes, STATE_ROLES)}
      invitations={await openInvitations(ctx, codes, STATE_ROLES)}
      told={await toldStates(ctx)}
    />,
  );
}

async function showState(
  c: HouseContext,
  { values = {}, problems = {} }: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { ctx } = c.var;
  const state = stateOf(c);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Who leads ${state.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <AppointPage
      state={state}
      holders={await holdersOf(ctx, [state.code], STATE_ROLES)}
      invitations={await openInvitations(ctx, [state.code], STATE_ROLES)}
      values={values}
      problems={problems}
      invited={c.req.query("done") === "invited"}
      zone={ctx.site.timeZone}
    />,
  );
}

async function invite(c: HouseContext): Promise<Response> {
  const state = stateOf(c);
  const values = await formValues(c);
  const form = parse(InviteForm, values);
  if (!form.ok) return showState(c, { values, problems: form.problems });
  const leadsTo = localPath(`/states/${state.code}/lead`);
  if (!leadsTo) throw new NotFound();
  const sent = await inviteTo(c.var.ctx, {
    ...form.value,
    scope: state.code,
    onBehalfOf: "",
    what: state.name,
    leadsTo,
  });
  if (!sent.ok) return showState(c, { values, problems: sent.problems });
  return c.redirect(`/desk/states/${state.code}?done=invited`, 303);
}

const toState = (c: HouseContext) => `/desk/states/${stateOf(c).code}`;

export const appointRoutes: Route[] = [
  get("/desk/states", "editor", showStates),
  get("/desk/states/:code", "editor", (c) => showState(c)),
  post("/desk/states/:code/invitations", "editor", invite),
  post(
    "/desk/states/:code/invitations/:id/withdrawal",
    "editor",
    deed((c) => withdrawInvitation(c.var.ctx, idOf(c), stateOf(c).code), toState),
  ),
  post(
    "/desk/states/:code/roles/:id/end",
    "editor",
    deed((c) => endGrant(c.var.ctx, idOf(c), stateOf(c).code, stateOf(c).name), toState),
  ),
];
