import { NotFound } from "#base/surprises.ts";
import { type State, stateByCode } from "#features/places/public.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import type { Permission, Scope } from "#platform/permissions.ts";

/** The state that an address names. @throws NotFound for what is none */
export function stateOf(c: HouseContext): State {
  const asked = c.req.param("code") ?? "";
  const state = /^[a-z]{2}$/.test(asked) ? stateByCode(asked) : undefined;
  if (!state) throw new NotFound();
  return state;
}

/** For those to whom this state is given, and for editors. */
export function ofState(permission: Permission) {
  return { permission, scope: (c: HouseContext): Scope => ({ states: [stateOf(c).code] }) };
}
