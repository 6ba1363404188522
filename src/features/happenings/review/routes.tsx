import { z } from "zod";
import { optionalLine } from "#base/fields.ts";
import { get, type HouseContext, type Route } from "#platform/http/routes.ts";
import { STAGES } from "../stages.ts";
import { REVIEWERS } from "./access.ts";
import { deedRoutes } from "./deed-routes.ts";
import { editRoutes } from "./edit-routes.tsx";
import { happeningsForEditors } from "./list-queries.ts";
import { showReview } from "./showing.tsx";
import { stateRoutes } from "./state-routes.tsx";
import { ListPage } from "./views/list-page.tsx";

const ListQuery = z.object({
  q: optionalLine("The words", { max: 200 }).catch(""),
  stage: z.enum(STAGES).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

async function showList(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const filter = ListQuery.parse(c.req.query());
  const { items, total } = await happeningsForEditors(ctx, filter);
  return c.var.show(
    { title: "All happenings", noindex: true },
    <ListPage items={items} total={total} filter={filter} zone={ctx.site.timeZone} />,
  );
}

export const reviewRoutes: Route[] = [
  get("/desk/happenings", "editor", showList),
  ...editRoutes,
  get("/desk/happenings/:id", REVIEWERS, (c) => showReview(c)),
  ...deedRoutes,
  ...stateRoutes,
];
