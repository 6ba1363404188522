import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { isSignedIn } from "../rules.ts";
import { takeUpInvitation } from "./invitations.ts";
import { type FoundInvitation, findInvitation } from "./queries.ts";
import {
  DeadInvitationPage,
  InvitationPage,
  OtherAddressPage,
  SignInFirstPage,
} from "./views/invitation-pages.tsx";

const tokenOf = (c: HouseContext) => c.req.param("token") ?? "";
const signInAndBack = (path: string) => `/sign-in?return=${encodeURIComponent(path)}`;
const pathOf = (c: HouseContext) => `/invitations/${tokenOf(c)}`;

/** The address is a key, so no other site learns it and nobody keeps a copy. */
async function keptSecret(answer: Response | Promise<Response>): Promise<Response> {
  const response = await answer;
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cache-control", "private, no-store");
  return response;
}

/** A link that opens nothing: kind words, or straight on for whoever just used it. */
function answerDead(c: HouseContext, invitation: FoundInvitation | undefined): Promise<Response> | Response {
  const { actor } = c.var.ctx;
  if (invitation?.state === "used" && isSignedIn(actor) && actor.email === invitation.email)
    return c.redirect(invitation.leadsTo, 303);
  const state = invitation && invitation.state !== "open" ? invitation.state : "unknown";
  return keptSecret(
    c.var.show(
      { title: "This invitation opens nothing", noindex: true, status: state === "unknown" ? 404 : 410 },
      <DeadInvitationPage state={state} />,
    ),
  );
}

async function showInvitation(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const invitation = await findInvitation(ctx, tokenOf(c));
  if (invitation?.state !== "open") return answerDead(c, invitation);
  const { actor } = ctx;
  if (!isSignedIn(actor))
    return keptSecret(
      show(
        { title: "You are invited", noindex: true },
        <SignInFirstPage invitation={invitation} signIn={signInAndBack(pathOf(c))} />,
      ),
    );
  if (actor.email !== invitation.email)
    return keptSecret(
      show(
        { title: "This invitation is for another address", noindex: true, status: 403 },
        <OtherAddressPage invitation={invitation} email={actor.email} />,
      ),
    );
  return keptSecret(
    show(
      { title: "You are invited", noindex: true },
      <InvitationPage action={pathOf(c)} invitation={invitation} name={actor.name} />,
    ),
  );
}

async function takeUp(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { actor } = ctx;
  const invitation = await findInvitation(ctx, tokenOf(c));
  if (invitation?.state !== "open") return answerDead(c, invitation);
  if (!isSignedIn(actor)) return c.redirect(signInAndBack(pathOf(c)), 303);
  if (actor.email !== invitation.email) return showInvitation(c);
  const start = await takeUpInvitation(ctx, tokenOf(c), actor);
  return start ? c.redirect(start, 303) : answerDead(c, await findInvitation(ctx, tokenOf(c)));
}

export const invitationRoutes: Route[] = [
  get("/invitations/:token", "signed-link", showInvitation),
  post("/invitations/:token", "signed-link", takeUp),
];
