import { NotFound } from "#base/surprises.ts";
import { idOf } from "#platform/http/params.ts";
import type { HouseContext, ScopedAccess } from "#platform/http/routes.ts";
import { may } from "#platform/permissions.ts";
import { mayRead } from "../../regions/rules.ts";
import { type Decision, decisionById } from "./queries.ts";

/**
 * The decision of the address.
 *
 * @throws NotFound also for one that this person may not read
 */
export async function decisionIn(c: HouseContext): Promise<Decision> {
  const { ctx } = c.var;
  const decision = await decisionById(ctx, idOf(c));
  const isShown =
    decision &&
    mayRead(ctx.actor, {
      region: decision.region,
      states: decision.record.region.states,
      shown: decision.shown,
    });
  if (!decision || !isShown) throw new NotFound();
  return decision;
}

/** Those of the region's team. */
export const BY_ITS_TEAM: ScopedAccess = {
  permission: "region.work",
  async scope(c) {
    return { region: (await decisionIn(c)).region };
  },
};

export function isOfItsTeam(c: HouseContext, { region }: Decision): boolean {
  return may(c.var.ctx.actor, "region.work", { region });
}
