import { NotFound } from "#base/surprises.ts";
import type { HouseContext, ScopedAccess } from "#platform/http/routes.ts";
import { may, type Permission } from "#platform/permissions.ts";
import { type Region, regionBySlug } from "./queries.ts";
import { mayRead } from "./rules.ts";

/**
 * The region of the address.
 *
 * @throws NotFound also for one that this person may not see
 */
export async function regionIn(c: HouseContext): Promise<Region> {
  const { ctx } = c.var;
  const region = await regionBySlug(ctx, c.req.param("slug") ?? "");
  if (!region || !mayRead(ctx.actor, { ...region, region: region.id })) throw new NotFound();
  return region;
}

const scoped = (permission: Permission): ScopedAccess => ({
  permission,
  async scope(c) {
    return { region: (await regionIn(c)).id };
  },
});

/** Those who work with the region of the address. */
export const WORK = scoped("region.work");
/** Those who keep it. */
export const KEEP = scoped("region.keep");

export function worksWith(c: HouseContext, { id }: Pick<Region, "id">): boolean {
  return may(c.var.ctx.actor, "region.work", { region: id });
}

export function keeps(c: HouseContext, { id }: Pick<Region, "id">): boolean {
  return may(c.var.ctx.actor, "region.keep", { region: id });
}
