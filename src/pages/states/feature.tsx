import type { StarterContent } from "#base/sockets.ts";
import { NotFound } from "#base/surprises.ts";
import {
  feedsOf,
  happeningsBySector,
  happeningsByState,
  listHappenings,
  NO_FILTER,
  partnershipsNamed,
  withArticle,
} from "#features/happenings/public.ts";
import { allStates, stateByCode } from "#features/places/public.ts";
import { sectors, sectorsByIds } from "#features/sectors/public.ts";
import type { Feature } from "#platform/feature.ts";
import { type HouseContext, reading } from "#platform/http/routes.ts";
import { readKnownStates } from "./known.ts";
import { StatePage } from "./state-page.tsx";
import { StatesPage } from "./states-page.tsx";

/** Cards on a state's page; its whole list is one link away. */
const SHOWN = 8;
const MOST_PARTNERSHIPS = 40;

export async function statesFeature(content: StarterContent): Promise<Feature> {
  const known = await readKnownStates(content);

  async function showStates(c: HouseContext): Promise<Response> {
    const codes = allStates().map(({ code }) => code);
    return c.var.show(
      {
        title: "States",
        description: "Which states share what their sector partnerships do, on a map and as a list.",
        feeds: feedsOf(NO_FILTER),
      },
      <StatesPage counts={await happeningsByState(c.var.ctx, codes)} />,
    );
  }

  async function showState(c: HouseContext): Promise<Response> {
    const { ctx, show } = c.var;
    const asked = c.req.param("code") ?? "";
    const state = /^[a-z]{2}$/i.test(asked) ? stateByCode(asked) : undefined;
    if (!state) throw new NotFound();
    if (asked !== state.code) return c.redirect(`/states/${state.code}`, 301);
    const filter = { ...NO_FILTER, state };
    const listing = await listHappenings(ctx, filter, { offset: 0, limit: SHOWN });
    const offered = await sectors(ctx);
    const facts = known(state.code);
    const title = `News from ${withArticle(state.name)}`;
    const ids = offered.map(({ id }) => id);
    const anything = listing.items.length > 0;
    return show(
      {
        title,
        description: `What sector partnerships in ${withArticle(state.name)} tried, what worked, and the documents they used.`,
        feeds: feedsOf(filter),
      },
      <StatePage
        state={state}
        known={facts}
        named={anything ? await partnershipsNamed(ctx, state.code, MOST_PARTNERSHIPS) : []}
        listing={listing}
        offered={offered}
        counts={anything ? await happeningsBySector(ctx, ids, state.code) : new Map()}
        sectors={
          await sectorsByIds(
            ctx,
            listing.items.flatMap((item) => item.sectors),
          )
        }
        timeZone={ctx.site.timeZone}
      />,
    );
  }

  return {
    name: "states",
    routes: [reading("/states", showStates), reading("/states/:code", showState)],
    nav: [{ place: "masthead", label: "States", href: "/states", order: 20 }],
    sitemap: [
      {
        async entries(ctx) {
          const codes = allStates().map(({ code }) => code);
          const counts = await happeningsByState(ctx, codes);
          const told = codes.filter((code) => counts.has(code) || known(code).intro !== "");
          return [{ path: "/states" }, ...told.map((code) => ({ path: `/states/${code}` }))];
        },
      },
    ],
  };
}
