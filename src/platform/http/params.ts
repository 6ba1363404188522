import { NotFound } from "#base/surprises.ts";
import type { HouseContext } from "./routes.ts";

/**
 * An id from the address.
 *
 * @throws NotFound for what is no UUID, before the database is asked and complains
 */
export function idOf(c: HouseContext, name = "id"): string {
  const id = c.req.param(name) ?? "";
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new NotFound();
  return id;
}

/**
 * The signed-in person who is doing this.
 *
 * @throws NotFound for a guest, whom the route's own rule has kept out before
 */
export function me(c: HouseContext): { id: string; name: string } {
  const { actor } = c.var.ctx;
  if (actor.kind !== "person") throw new NotFound();
  return actor;
}

/** A verb without fields of its own: do it, then go back to where it shows. */
export function deed(act: (c: HouseContext) => Promise<unknown>, next: (c: HouseContext) => string) {
  return async (c: HouseContext): Promise<Response> => {
    await act(c);
    return c.redirect(next(c), 303);
  };
}
