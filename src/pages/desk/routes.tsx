import { z } from "zod";
import { DESK_VIEWS, type ModerationQueue } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { get, type HouseContext, type Route } from "#platform/http/routes.ts";
import { deskPage, troublesNow } from "./queries.ts";
import { DeskPage } from "./views/desk-page.tsx";

const DeskQuery = z.object({
  view: z.enum(DESK_VIEWS).catch("all"),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

export function deskRoutes(queues: readonly ModerationQueue<Ctx>[]): Route[] {
  async function showDesk(c: HouseContext): Promise<Response> {
    const { ctx } = c.var;
    const { view, page } = DeskQuery.parse(c.req.query());
    const desk = await deskPage(ctx, queues, view, page);
    return c.var.show(
      { title: "Desk", noindex: true },
      <DeskPage
        desk={desk}
        troubles={await troublesNow(ctx)}
        view={view}
        page={page}
        me={ctx.actor.kind === "person" ? ctx.actor.id : ""}
        now={ctx.now}
        zone={ctx.site.timeZone}
      />,
    );
  }
  return [get("/desk", "editor", showDesk)];
}
