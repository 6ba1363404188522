import { NotFound } from "#base/surprises.ts";
import type { HouseContext, ScopedAccess } from "#platform/http/routes.ts";
import { may, type Permission, type Scope } from "#platform/permissions.ts";
import { type Tended, tendedBySlug } from "./queries.ts";

/**
 * The partnership of the address. A page that is off the site is not found by those who may not tend it.
 *
 * @throws NotFound
 */
export async function tendedOf(c: HouseContext): Promise<Tended> {
  const tended = await tendedBySlug(c.var.ctx, c.req.param("slug") ?? "");
  if (!tended) throw new NotFound();
  return tended;
}

export function scopeOf({ id, content }: Tended): Scope {
  return { partnership: id, states: content.states };
}

async function tendedScope(c: HouseContext): Promise<Scope> {
  const tended = await tendedOf(c);
  const scope = scopeOf(tended);
  if (tended.hiddenAt && !may(c.var.ctx.actor, "partnership.tend", scope)) throw new NotFound();
  return scope;
}

const scoped = (permission: Permission): ScopedAccess => ({ permission, scope: tendedScope });

/** Who may change the page. */
export const TEND = scoped("partnership.tend");
/** Who may let others in. */
export const SHARE = scoped("partnership.share");
