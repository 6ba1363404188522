import { Conflict } from "#base/surprises.ts";
import { partnershipNames } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { gapsOf } from "../analysis/missing.ts";
import { KEEP, keeps, regionIn, worksWith } from "../regions/access.ts";
import { lockRegion, removeRegion } from "../regions/actions.ts";
import { REGIONS_PATH } from "../regions/paths.ts";
import { mayRead } from "../regions/rules.ts";
import { teamOf } from "../regions/team.ts";
import { RegionPage } from "../regions/views/region-page.tsx";
import { decisionsOfRegion } from "./decisions/queries.ts";
import { choicesOf } from "./queries.ts";
import { ChosenPart } from "./views/chosen-part.tsx";

/** A region with what its team chose, as far as the reader may read it. */
async function showRegion(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const region = await regionIn(c);
  const isTeam = worksWith(c, region);
  const names = await partnershipNames(ctx, region.partnership ? [region.partnership] : []);
  const decisions = (await decisionsOfRegion(ctx, region.id)).filter(({ states, shown }) =>
    mayRead(ctx.actor, { region: region.id, states, shown }),
  );
  const choices = isTeam ? await choicesOf(ctx, region.id) : [];
  return c.var.show(
    {
      title: region.name,
      description: region.note || `The region ${region.name} and its industries.`,
      noindex: region.shown !== "everyone",
      scripts: isTeam ? ["writing.js"] : ["reading.js"],
    },
    <RegionPage
      region={region}
      team={isTeam ? await teamOf(ctx, region.id) : undefined}
      keeps={keeps(c, region)}
      gaps={await gapsOf(ctx, region.counties)}
      partnership={[...names.values()][0]}
      chosen={
        <ChosenPart
          region={region}
          open={choices.filter(({ state }) => state === "open")}
          decisions={decisions}
          isTeam={isTeam}
        />
      }
      done={c.req.query("done")}
    />,
  );
}

/** @throws Conflict once something was decided on it, which stays readable for ever */
async function removeUndecided(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await lockRegion(ctx, id);
    if ((await decisionsOfRegion(ctx, id)).length > 0)
      throw new Conflict(
        "Your team has decided on this region, and what is decided stays. So the region stays, too.",
      );
    await removeRegion(ctx, id);
  });
}

async function remove(c: HouseContext): Promise<Response> {
  await removeUndecided(c.var.ctx, (await regionIn(c)).id);
  return c.redirect(`${REGIONS_PATH}?done=removed`, 303);
}

const ONE = `${REGIONS_PATH}/:slug`;

export const regionPageRoutes: Route[] = [
  get(ONE, "everyone", showRegion),
  post(`${ONE}/removal`, KEEP, remove),
];
