import { NotAllowed } from "#base/surprises.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import { isSignedIn, type SignedIn } from "./rules.ts";

/** Who is signed in. @throws NotAllowed for a guest, whom the route's own rule has kept out before */
export function signedIn(c: HouseContext): SignedIn {
  const { actor } = c.var.ctx;
  if (!isSignedIn(actor)) throw new NotAllowed("Please sign in first.");
  return actor;
}
