import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { openInvitations, withdrawInvitation } from "#features/people/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { idOf, me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { KEEP, keeps, regionIn, WORK } from "./access.ts";
import { InviteForm } from "./forms.ts";
import { REGIONS_PATH, regionPath } from "./paths.ts";
import { endPart, inviteIntoTeam, TEAM_ROLES, teamOf } from "./team.ts";
import { TeamPage } from "./views/team-page.tsx";

const HOUR = 3_600;
/** Each invitation is a mail to somebody who did not ask for it. */
const INVITATIONS_PER_HOUR = 40;

async function showTeam(
  c: HouseContext,
  { values = {}, problems = {} }: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { ctx } = c.var;
  const region = await regionIn(c);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `The team of ${region.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <TeamPage
      region={region}
      team={await teamOf(ctx, region.id)}
      invitations={await openInvitations(ctx, [region.id], TEAM_ROLES)}
      keeps={keeps(c, region)}
      me={me(c).id}
      zone={ctx.site.timeZone}
      done={failed ? undefined : c.req.query("done")}
      values={values}
      problems={problems}
    />,
  );
}

function toTeam(c: HouseContext, done: string): Response {
  return c.redirect(`${regionPath(c.req.param("slug") ?? "", "team")}?done=${done}`, 303);
}

async function invite(c: HouseContext): Promise<Response> {
  const { ctx, limits } = c.var;
  const region = await regionIn(c);
  const values = await formValues(c);
  const form = parse(InviteForm, values);
  if (!form.ok) return showTeam(c, { values, problems: form.problems });
  await limits.allow(ctx.seal("rate limit", `region invitations by ${me(c).id}`), INVITATIONS_PER_HOUR, HOUR);
  const invited = await inviteIntoTeam(ctx, region, form.value);
  return invited.ok ? toTeam(c, "invited") : showTeam(c, { values, problems: invited.problems });
}

async function withdraw(c: HouseContext): Promise<Response> {
  await withdrawInvitation(c.var.ctx, idOf(c), (await regionIn(c)).id);
  return toTeam(c, "withdrawn");
}

async function end(c: HouseContext): Promise<Response> {
  await endPart(c.var.ctx, (await regionIn(c)).id, idOf(c));
  return toTeam(c, "ended");
}

/** @throws NotFound for somebody who is there by another right than being in the team */
async function leave(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const region = await regionIn(c);
  const own = (await teamOf(ctx, region.id)).find(({ person }) => person.id === me(c).id);
  if (!own) throw new NotFound("You are not in this team yourself, so there is nothing to leave.");
  await endPart(ctx, region.id, own.grantId);
  return c.redirect(`${REGIONS_PATH}?done=left`, 303);
}

const TEAM = `${REGIONS_PATH}/:slug/team`;

export const teamRoutes: Route[] = [
  get(TEAM, WORK, (c) => showTeam(c)),
  post(TEAM, KEEP, invite),
  post(`${TEAM}/invitations/:id/withdrawal`, KEEP, withdraw),
  post(`${TEAM}/parts/:id/removal`, KEEP, end),
  post(`${TEAM}/leaving`, WORK, leave),
];
