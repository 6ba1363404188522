import { NotAllowed } from "#base/surprises.ts";
import type { HouseContext, Route } from "#platform/http/routes.ts";

/**
 * The one place that decides whether somebody may come to an address; undefined lets them in. Signed links are let
 * through to their handler, which looks at the link before anything else.
 */
export function refusalFor(route: Route, c: HouseContext): Response | undefined {
  const { actor } = c.var.ctx;
  if (route.access === "everyone" || route.access === "signed-link") return undefined;
  if (actor.kind === "person" && (actor.role === "editor" || route.access === "member")) return undefined;
  if (actor.kind === "guest" && route.method === "GET") {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?return=${encodeURIComponent(pathname + search)}`, 303);
  }
  throw new NotAllowed(
    actor.kind === "guest"
      ? "Please sign in first; nothing was changed."
      : "Only the editors of this site may do this.",
  );
}
