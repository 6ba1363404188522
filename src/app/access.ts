import { NotAllowed } from "#base/surprises.ts";
import type { Actor } from "#platform/context.ts";
import type { Access, HouseContext, Route } from "#platform/http/routes.ts";
import { may } from "#platform/permissions.ts";

/**
 * The one place that decides whether somebody may come to an address; undefined lets them in. Signed links are let
 * through to their handler, which looks at the link before anything else.
 */
export async function refusalFor(route: Route, c: HouseContext): Promise<Response | undefined> {
  const { access } = route;
  if (access === "everyone" || access === "signed-link") return undefined;
  const { actor } = c.var.ctx;
  if (actor.kind === "guest" && route.method === "GET") {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?return=${encodeURIComponent(pathname + search)}`, 303);
  }
  if (actor.kind === "guest") throw new NotAllowed("Please sign in first; nothing was changed.");
  if (await isLetIn(actor, access, c)) return undefined;
  throw new NotAllowed(REFUSALS[typeof access === "string" ? access : "scoped"]);
}

async function isLetIn(
  actor: Actor,
  access: Exclude<Access, "everyone" | "signed-link">,
  c: HouseContext,
): Promise<boolean> {
  if (access === "member") return true;
  if (access === "editor") return may(actor, "desk.work");
  if (access === "administrator") return may(actor, "house.administer");
  return may(actor, access.permission, await access.scope(c));
}

const REFUSALS = {
  member: "Please sign in first.",
  editor: "Only the editors of this site may do this.",
  administrator: "Only the administrators of this site may do this.",
  scoped: "Only those who look after this may do this. Ask them, or the editors of this site, to let you in.",
};
