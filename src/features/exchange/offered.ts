import { NotFound } from "#base/surprises.ts";
import type { Actor } from "#platform/context.ts";
import { may } from "#platform/permissions.ts";

/** What a room offers, some of it to administrators alone. */
interface Offered {
  kind: string;
  administratorsOnly?: boolean;
}

/** Those that this person may use, in the order of the rooms. */
export function offeredTo<T extends Offered>(actor: Actor, all: readonly T[]): T[] {
  return all.filter(({ administratorsOnly }) => !administratorsOnly || may(actor, "house.administer"));
}

/** @throws NotFound for what nobody offers, and for what is not offered to this person */
export function offeredOne<T extends Offered>(actor: Actor, all: readonly T[], kind: string): T {
  const one = offeredTo(actor, all).find((offer) => offer.kind === kind);
  if (!one) throw new NotFound();
  return one;
}
