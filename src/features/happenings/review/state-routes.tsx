import { NotFound } from "#base/surprises.ts";
import { stateByCode } from "#features/places/public.ts";
import { get, type HouseContext, type Route } from "#platform/http/routes.ts";
import { countWaiting, waitingHappenings } from "./sources.ts";
import { StateReviewPage } from "./views/state-review-page.tsx";

const PAGE = 25;

/** @throws NotFound for what is no state */
function stateOf(c: HouseContext) {
  const asked = c.req.param("code") ?? "";
  const state = /^[a-z]{2}$/.test(asked) ? stateByCode(asked) : undefined;
  if (!state) throw new NotFound();
  return state;
}

async function showWaiting(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const state = stateOf(c);
  const asked = c.req.query("page") ?? "";
  const page = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
  const total = await countWaiting(ctx, state.code);
  return c.var.show(
    { title: `Updates from ${state.name}`, noindex: true },
    <StateReviewPage
      state={state}
      items={
        await waitingHappenings(ctx, "all", { limit: PAGE, offset: (page - 1) * PAGE, state: state.code })
      }
      total={total}
      page={page}
      pages={Math.ceil(total / PAGE)}
      zone={ctx.site.timeZone}
    />,
  );
}

/** What waits in one state, for those who publish there. */
export const stateRoutes: Route[] = [
  get(
    "/states/:code/review",
    { permission: "state.publish", scope: (c) => ({ states: [stateOf(c).code] }) },
    showWaiting,
  ),
];
