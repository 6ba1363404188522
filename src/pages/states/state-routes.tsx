import { NotFound } from "#base/surprises.ts";
import { affiliatesOfState } from "#features/affiliates/public.ts";
import {
  feedsOf,
  happeningsBySector,
  listHappenings,
  NO_FILTER,
  partnershipsNamed,
  withArticle,
} from "#features/happenings/public.ts";
import { investmentsOfState } from "#features/investments/public.ts";
import { academiesOfState, partnershipsOfState } from "#features/partnerships/public.ts";
import { type State, stateByCode } from "#features/places/public.ts";
import { sectors, sectorsByIds } from "#features/sectors/public.ts";
import { sponsorsOfState } from "#features/sponsors/public.ts";
import { leadsOfState, statePage } from "#features/state-leads/public.ts";
import type { Ctx } from "#platform/context.ts";
import { encode, WRITTEN_OUT } from "#platform/http/page-bytes.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import { Partnerships } from "./partnerships.tsx";
import { StatePage } from "./state-page.tsx";

/** Cards of happenings on a state's page; the whole list is one link away, as it is for what follows. */
const HAPPENINGS = 5;
const PARTNERSHIPS = 12;
const INVESTMENTS = 8;
const NAMES = 40;

/**
 * What a state's page says to everybody in the same few words, made once until something public changes; its map, the
 * largest part of the page, is written out as well. What happened is read each time, and so is whoever leads: what
 * people show of themselves is theirs to change at once.
 */
function toldOfState(ctx: Ctx, state: State, sectorIds: readonly string[]) {
  const { code } = state;
  return ctx.keep(`what is told of ${code}`, async () => {
    const named = await partnershipsNamed(ctx, code, NAMES);
    const partnerships = await partnershipsOfState(ctx, state, PARTNERSHIPS);
    const sectors = await sectorsOf(ctx, partnerships.items);
    const written = (
      <Partnerships state={state} partnerships={partnerships} named={named} sectors={sectors} />
    );
    return {
      words: await statePage(ctx, code),
      partnerships: partnerships.total,
      map: encode(String(await written.toString())),
      counts: await happeningsBySector(ctx, sectorIds, code),
      investment: await investmentsOfState(ctx, code, INVESTMENTS),
      academies: await academiesOfState(ctx, code),
      sponsors: await sponsorsOfState(ctx, code),
    };
  });
}

function sectorsOf(ctx: Ctx, items: readonly { sectors: string[] }[]) {
  return sectorsByIds(
    ctx,
    items.flatMap((item) => item.sectors),
  );
}

/** A state's whole story: as many queries for a state of one partnership as for a state of thirty. */
export async function showState(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const asked = c.req.param("code") ?? "";
  const state = /^[a-z]{2}$/i.test(asked) ? stateByCode(asked) : undefined;
  if (!state) throw new NotFound();
  if (asked !== state.code) return c.redirect(`/states/${state.code}`, 301);
  const { code } = state;
  const filter = { ...NO_FILTER, state };
  const listing = await listHappenings(ctx, filter, { offset: 0, limit: HAPPENINGS });
  const offered = await sectors(ctx);
  const { map, ...told } = await toldOfState(
    ctx,
    state,
    offered.map(({ id }) => id),
  );
  const name = withArticle(state.name);
  return show(
    {
      title: state.name,
      description: `Sector partnerships in ${name}: where they are, what they tried and what worked, who leads them and what was invested.`,
      feeds: feedsOf(filter),
      writtenOut: map,
    },
    <StatePage
      state={state}
      {...told}
      map={WRITTEN_OUT}
      listing={listing}
      offered={offered}
      sectors={await sectorsOf(ctx, listing.items)}
      affiliates={await affiliatesOfState(ctx, code)}
      leads={await leadsOfState(ctx, code)}
      timeZone={ctx.site.timeZone}
    />,
  );
}
