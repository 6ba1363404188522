import type { Actor } from "#platform/actor.ts";
import { may } from "#platform/permissions.ts";

/** Who may see something of a team's, from few to many: its team, the leads of its states as well, everyone. */
export const SHOWN = ["team", "state", "everyone"] as const;
export type Shown = (typeof SHOWN)[number];

/** More counties than this are no region: even Georgia has but 159. */
export const MOST_COUNTIES = 200;

/** From here on a team is told that its region is larger than those that teams work with. */
export const MANY_COUNTIES = 30;

interface Owned {
  /** The region's id. */
  region: string;
  states: readonly string[];
  shown: Shown;
}

/** Whether somebody may read what belongs to a region's team. What they may not read is not found. */
export function mayRead(actor: Actor, { region, states, shown }: Owned): boolean {
  if (shown === "everyone" || may(actor, "region.work", { region })) return true;
  return shown === "state" && may(actor, "state.oversee", { states });
}
