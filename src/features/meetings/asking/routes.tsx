import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { ofTable, TEAM, type Workspace, workspaceById } from "#features/partnerships/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { judgeSender } from "#platform/http/gate.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { keptSecret } from "#platform/http/secret-page.ts";
import { meetingIn, toMeeting } from "../open-meeting.ts";
import { meetingPath } from "../paths.ts";
import { anyMeetingById, type Meeting } from "../queries.ts";
import { takesAnswers } from "../rules.ts";
import { askToCome, confirmAsking, decideAsking, setOpenLink } from "./actions.ts";
import { AskForm, DecisionForm } from "./forms.ts";
import { comeHref, confirmHref, openCome, openConfirm } from "./links.ts";
import { AskedPage, ComePage, ConfirmPage } from "./views/come-page.tsx";

const linkOf = (c: HouseContext) => ({ id: c.req.param("id"), token: c.req.param("token") });

/** @throws NotFound once the meeting has begun or was called off, too: then nobody can ask any more */
async function comeIn(c: HouseContext): Promise<{ meeting: Meeting; workspace: Workspace }> {
  const { ctx } = c.var;
  const meeting = await openCome(ctx, linkOf(c));
  const workspace = await workspaceById(ctx, meeting.partnership);
  if (!workspace || !takesAnswers(meeting, ctx.now))
    throw new NotFound(
      "Nobody can ask to come to this meeting any more. It has begun, or it was called off.",
    );
  return { meeting, workspace };
}

async function showCome(
  c: HouseContext,
  { values = {}, problems = {} }: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { meeting, workspace } = await comeIn(c);
  const failed = hasProblems(problems);
  return keptSecret(
    c.var.show(
      {
        title: meeting.title,
        noindex: true,
        scripts: ["writing.js"],
        failed,
        status: failed ? 422 : 200,
      },
      <ComePage
        partnership={workspace.name}
        meeting={meeting}
        action={comeHref(c.var.ctx, meeting)}
        values={values}
        problems={problems}
      />,
    ),
  );
}

async function ask(c: HouseContext): Promise<Response> {
  const found = await comeIn(c);
  const values = await formValues(c);
  const form = parse(AskForm, values);
  if (!form.ok) return showCome(c, { values, problems: form.problems });
  const { doubt, problems } = await judgeSender(c, values, { email: form.value.email });
  if (hasProblems(problems)) return showCome(c, { values, problems });
  await askToCome(c.var.ctx, found, form.value, doubt);
  return keptSecret(c.redirect(`${comeHref(c.var.ctx, found.meeting)}/asked`, 303));
}

async function showAsked(c: HouseContext): Promise<Response> {
  const { meeting, workspace } = await comeIn(c);
  return keptSecret(
    c.var.show(
      { title: "Look into your mailbox", noindex: true },
      <AskedPage partnership={workspace.name} meeting={meeting} />,
    ),
  );
}

async function confirmIn(c: HouseContext) {
  const { ctx } = c.var;
  const asker = await openConfirm(ctx, linkOf(c));
  const meeting = await anyMeetingById(ctx, asker.meeting);
  const workspace = meeting && (await workspaceById(ctx, meeting.partnership));
  if (!meeting || !workspace) throw new NotFound();
  return { asker, meeting, workspace };
}

async function showConfirm(c: HouseContext): Promise<Response> {
  const { asker, meeting, workspace } = await confirmIn(c);
  return keptSecret(
    c.var.show(
      { title: "Is this your address?", noindex: true, scripts: ["writing.js"] },
      <ConfirmPage
        partnership={workspace.name}
        meeting={meeting}
        action={confirmHref(c.var.ctx, asker)}
        done={asker.confirmedAt !== null}
      />,
    ),
  );
}

async function confirm(c: HouseContext): Promise<Response> {
  const { asker, meeting } = await confirmIn(c);
  await confirmAsking(c.var.ctx, meeting, asker);
  return keptSecret(c.redirect(confirmHref(c.var.ctx, asker), 303));
}

async function decide(c: HouseContext): Promise<Response> {
  const found = await meetingIn(c);
  const form = parse(DecisionForm, await formValues(c));
  const list = meetingPath(found.workspace.slug, found.meeting.id, "guests");
  // Two buttons say yes or no, so a form without either was made by hand.
  if (!form.ok) return c.redirect(list, 303);
  const { decision, word } = form.value;
  await decideAsking(c.var.ctx, found, idOf(c, "asker"), decision, word.trim());
  return c.redirect(`${list}?said=${decision}`, 303);
}

const toLink = (c: HouseContext) => `${toMeeting("guests")(c)}#open-link`;

export const askingRoutes: Route[] = [
  get("/come/:id/:token", "signed-link", (c) => showCome(c)),
  post("/come/:id/:token", "signed-link", ask),
  get("/come/:id/:token/asked", "signed-link", showAsked),
  get("/come/confirm/:id/:token", "signed-link", showConfirm),
  post("/come/confirm/:id/:token", "signed-link", confirm),
  post(ofTable("/meetings/:id/askers/:asker"), TEAM, decide),
  post(
    ofTable("/meetings/:id/guests/open-link"),
    TEAM,
    deed(async (c) => setOpenLink(c.var.ctx, (await meetingIn(c)).meeting, true), toLink),
  ),
  post(
    ofTable("/meetings/:id/guests/open-link/closing"),
    TEAM,
    deed(async (c) => setOpenLink(c.var.ctx, (await meetingIn(c)).meeting, false), toLink),
  ),
];
