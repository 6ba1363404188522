import { feedsOf, happeningsByState, NO_FILTER } from "#features/happenings/public.ts";
import { partnershipsByState } from "#features/partnerships/public.ts";
import { allStates } from "#features/places/public.ts";
import { ofState, toldStates } from "#features/state-leads/public.ts";
import type { Feature } from "#platform/feature.ts";
import { get, type HouseContext, reading } from "#platform/http/routes.ts";
import { showLeadDesk } from "./lead-routes.tsx";
import { showState } from "./state-routes.tsx";
import { StatesPage } from "./states-page.tsx";

const codes = () => allStates().map(({ code }) => code);

async function showStates(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const layer = c.req.query("by") === "happenings" ? "happenings" : "partnerships";
  return c.var.show(
    {
      title: layer === "happenings" ? "States by happenings" : "States",
      description: "Which states have sector partnerships and share what they do, on a map and as a list.",
      canonical: layer === "happenings" ? "/states?by=happenings" : "/states",
      feeds: feedsOf(NO_FILTER),
    },
    <StatesPage
      layer={layer}
      partnerships={await partnershipsByState(ctx)}
      happenings={await happeningsByState(ctx, codes())}
      told={await toldStates(ctx)}
    />,
  );
}

export const statesFeature: Feature = {
  name: "states",
  routes: [
    reading("/states", showStates),
    reading("/states/:code", showState),
    get("/states/:code/lead", ofState("state.oversee"), showLeadDesk),
  ],
  nav: [{ place: "masthead", label: "States", href: "/states", order: 20 }],
  sitemap: [
    {
      async entries(ctx) {
        const happenings = await happeningsByState(ctx, codes());
        const partnerships = await partnershipsByState(ctx);
        const told = await toldStates(ctx);
        const here = codes().filter(
          (code) => happenings.has(code) || partnerships.has(code) || told.has(code),
        );
        return [{ path: "/states" }, ...here.map((code) => ({ path: `/states/${code}` }))];
      },
    },
  ],
};
