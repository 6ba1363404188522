import { NotFound } from "#base/surprises.ts";
import type { Mergeable } from "#platform/exchange.ts";
import { pairsAlike, peopleFound } from "./alike.ts";
import { mergePeople } from "./merge.ts";
import { sidesOf } from "./sides.ts";

export const mergeablePeople: Mergeable = {
  kind: "people",
  title: "People",
  administratorsOnly: true,
  afterwards:
    "The one that stays keeps its name, its e-mail address and, if it has one, its profile; then the other’s profile is deleted. Roles, letters and everything that names the one that goes will name the one that stays. The one that goes is signed out everywhere, and its address and passkeys no longer open this account; updates that were sent in from that address stay with it. This cannot be taken back.",
  async alike(ctx, limit) {
    const pairs = await pairsAlike(ctx, limit);
    const sides = await sidesOf(ctx, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
    return pairs.map(({ a, b, why }) => ({ a: sides.get(a)!, b: sides.get(b)!, why }));
  },
  async find(ctx, text, limit) {
    const ids = await peopleFound(ctx, text, limit);
    const sides = await sidesOf(ctx, ids);
    return ids.flatMap((id) => sides.get(id) ?? []);
  },
  async side(ctx, id) {
    const side = (await sidesOf(ctx, [id])).get(id);
    if (!side) throw new NotFound();
    return side;
  },
  merge: mergePeople,
};
