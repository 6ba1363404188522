import { workspaceById } from "#features/partnerships/public.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { keptSecret } from "#platform/http/secret-page.ts";
import { openStopLink, stopHref, stopLetters } from "./stopping.ts";
import { StopPage } from "./views/stop-page.tsx";

async function show(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { letter, round } = await openStopLink(ctx, { id: c.req.param("id"), token: c.req.param("token") });
  const workspace = round && (await workspaceById(ctx, round.partnership));
  return keptSecret(
    c.var.show(
      { title: "No more letters", noindex: true, scripts: ["writing.js"] },
      <StopPage
        partnership={workspace?.name ?? "this partnership"}
        action={stopHref(ctx, letter)}
        done={c.req.query("done") !== undefined}
      />,
    ),
  );
}

/** Pressed on the page, or by a mail program in its reader's stead (RFC 8058), which asks nothing. */
async function stop(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { letter, round } = await openStopLink(ctx, { id: c.req.param("id"), token: c.req.param("token") });
  if (round) await stopLetters(ctx, letter, round);
  return keptSecret(c.redirect(`${stopHref(ctx, letter)}?done`, 303));
}

export const stopRoutes: Route[] = [
  get("/letters/stop/:id/:token", "signed-link", show),
  post("/letters/stop/:id/:token", "signed-link", stop),
];
