import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { type Holder, holdersOf, openInvitations, withdrawInvitation } from "#features/people/public.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { idOf, me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { SHARE, tendedOf } from "../access.ts";
import { decideClaim } from "../claims/actions.ts";
import { readDecision } from "../claims/forms.ts";
import { waitingClaimsFor } from "../claims/queries.ts";
import { tendPath } from "../paths.ts";
import type { Tended } from "../queries.ts";
import { endCoEditor, inviteCoEditor } from "./actions.ts";
import { InviteForm } from "./forms.ts";
import { EditorsPage } from "./views/editors-page.tsx";
import { LeavingPage } from "./views/leaving-page.tsx";

const HOUR = 3_600;
/** Each invitation is a mail to somebody who did not ask for it. */
const INVITATIONS_PER_HOUR = 20;
const ROLE = ["partnership-editor"] as const;

async function show(
  c: HouseContext,
  returned: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { ctx } = c.var;
  const tended = await tendedOf(c);
  const { values = {}, problems = {} } = returned;
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Who looks after it: ${tended.content.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <EditorsPage
      tended={tended}
      holders={await holdersOf(ctx, [tended.id], ROLE)}
      invitations={await openInvitations(ctx, [tended.id], ROLE)}
      claims={await waitingClaimsFor(ctx, [tended.id])}
      me={me(c).id}
      zone={ctx.site.timeZone}
      done={failed ? "" : (c.req.query("done") ?? "")}
      values={values}
      problems={problems}
    />,
  );
}

const back = (c: HouseContext, { slug }: Tended, done: string) =>
  c.redirect(`${tendPath(slug, "editors")}?done=${done}`, 303);

async function invite(c: HouseContext): Promise<Response> {
  const { ctx, limits } = c.var;
  const tended = await tendedOf(c);
  const values = await formValues(c);
  const form = parse(InviteForm, values);
  if (!form.ok) return show(c, { values, problems: form.problems });
  await limits.allow(ctx.seal("rate limit", `invitations by ${me(c).id}`), INVITATIONS_PER_HOUR, HOUR);
  const invited = await inviteCoEditor(ctx, tended, form.value);
  return invited.ok ? back(c, tended, "invited") : show(c, { values, problems: invited.problems });
}

async function withdraw(c: HouseContext): Promise<Response> {
  const tended = await tendedOf(c);
  await withdrawInvitation(c.var.ctx, idOf(c), tended.id);
  return back(c, tended, "withdrawn");
}

async function end(c: HouseContext): Promise<Response> {
  const tended = await tendedOf(c);
  await endCoEditor(c.var.ctx, tended.id, idOf(c));
  return back(c, tended, "ended");
}

/** The actor's own part in the page, with everybody's. @throws NotFound for who tends it by another right */
async function ownPart(c: HouseContext, tended: Tended): Promise<{ own: Holder; holders: Holder[] }> {
  const holders = await holdersOf(c.var.ctx, [tended.id], ROLE);
  const own = holders.find(({ person }) => person.id === me(c).id);
  if (!own) throw new NotFound("You do not look after this page yourself, so there is nothing to leave.");
  return { own, holders };
}

async function showLeaving(c: HouseContext): Promise<Response> {
  const tended = await tendedOf(c);
  const { own, holders } = await ownPart(c, tended);
  return c.var.show(
    { title: `Leave ${tended.content.name}`, noindex: true },
    <LeavingPage tended={tended} others={holders.length - 1} part={own.grantId} />,
  );
}

async function leave(c: HouseContext): Promise<Response> {
  const tended = await tendedOf(c);
  const { own } = await ownPart(c, tended);
  // Whoever has not seen what follows sees it first.
  if (textOf(await formValues(c), "part") !== own.grantId)
    return c.redirect(tendPath(tended.slug, "leaving"), 303);
  await endCoEditor(c.var.ctx, tended.id, own.grantId);
  return c.redirect("/my-partnerships?done=left", 303);
}

function decide(grants: boolean) {
  return async (c: HouseContext): Promise<Response> => {
    const tended = await tendedOf(c);
    const values = await formValues(c);
    const decision = readDecision(values, idOf(c), grants);
    if (!decision.ok) return show(c, { values, problems: decision.problems });
    await decideClaim(c.var.ctx, idOf(c), { ...decision.value, partnership: tended.id });
    return back(c, tended, grants ? "let-in" : "declined");
  };
}

const BASE = "/partnerships/:slug/tend";

export const coEditorRoutes: Route[] = [
  get(`${BASE}/editors`, SHARE, (c) => show(c)),
  post(`${BASE}/editors`, SHARE, invite),
  post(`${BASE}/editors/:id/removal`, SHARE, end),
  post(`${BASE}/invitations/:id/withdrawal`, SHARE, withdraw),
  post(`${BASE}/claims/:id/grant`, SHARE, decide(true)),
  post(`${BASE}/claims/:id/refusal`, SHARE, decide(false)),
  get(`${BASE}/leaving`, SHARE, showLeaving),
  post(`${BASE}/leaving`, SHARE, leave),
];
