import type { Actor, Grant } from "./actor.ts";

/**
 * Everyone who may come to the site, from least to most. A partnership editor, a region's member and keeper, a state lead
 * and a state editor are so for the partnerships, regions and states that they were given, and members everywhere else.
 */
export const ROLES = [
  "guest",
  "member",
  "partnership-editor",
  "region-member",
  "region-keeper",
  "state-lead",
  "state-editor",
  "editor",
  "administrator",
] as const;
export type RoleName = (typeof ROLES)[number];

export type { Grant, GrantedRole } from "./actor.ts";

/** What a deed is done to: whose partnership or region, in which states. Empty for deeds that belong to no place. */
export interface Scope {
  partnership?: string;
  region?: string;
  states?: readonly string[];
}

const EDITORS: readonly RoleName[] = ["editor", "administrator"];
const STATE: readonly RoleName[] = ["state-lead", "state-editor", ...EDITORS];

/**
 * The one table of who may do what. What is not named here nobody may do. A state lead sees the state and keeps its
 * page; to publish its happenings and to tend its partnerships' pages, an editor must have made them a state editor.
 */
export const PERMISSIONS = {
  /** Change a partnership's page: words, stage, champions, priorities, partners; restore an earlier version. */
  "partnership.tend": ["partnership-editor", "state-editor", ...EDITORS],
  /** Invite others to tend it, and end that. */
  "partnership.share": ["partnership-editor", "state-editor", ...EDITORS],
  /**
   * Its shared table: people and companies, meetings, letters, the action plan. Its team alone, not even the editors of
   * the site, who can make themselves part of it where everybody sees that they did.
   */
  "partnership.work": ["partnership-editor"],
  /** Answer the indicators for a partnership, see its team's answers, set the team's answer. */
  "partnership.assess": ["partnership-editor", ...EDITORS],
  /** See a region of the team's own, choose its sector together, decide, and take a decision up again. */
  "region.work": ["region-member", "region-keeper", ...EDITORS],
  /** Change a region's name and counties, say who may see it, invite others and end that. */
  "region.keep": ["region-keeper", ...EDITORS],
  /** See the state's overview for its lead. */
  "state.oversee": STATE,
  /** Change the words on the state's page. */
  "state.tend": STATE,
  /** Review and publish happenings of the state. */
  "state.publish": ["state-editor", ...EDITORS],
  /** Say who leads a state, and what they may do there. */
  "state.appoint": EDITORS,
  /** The desk: review, import and export, sponsors, affiliates, investments, claims. */
  "desk.work": EDITORS,
  /** Appoint administrators; merge, export and erase what is held about a person. */
  "house.administer": ["administrator"],
} as const satisfies Record<string, readonly RoleName[]>;
export type Permission = keyof typeof PERMISSIONS;

/** Every role that somebody has for what `scope` names. */
export function rolesFor(actor: Actor, scope: Scope = {}): RoleName[] {
  if (actor.kind !== "person") return ["guest"];
  const granted = actor.grants.filter((grant) => isWithin(grant, scope));
  const roles: RoleName[] = ["member", ...granted.map(({ role }) => role)];
  if (actor.role !== "member") roles.push(actor.role);
  return roles;
}

function isWithin(grant: Grant, scope: Scope): boolean {
  switch (grant.role) {
    case "partnership-editor":
      return grant.scope === scope.partnership;
    case "region-member":
    case "region-keeper":
      return grant.scope === scope.region;
    default:
      return (scope.states ?? []).includes(grant.scope);
  }
}

/** Whether somebody may do this to what `scope` names; the house itself may do all. */
export function may(actor: Actor, permission: Permission, scope: Scope = {}): boolean {
  if (actor.kind === "system") return true;
  const allowed: readonly RoleName[] = PERMISSIONS[permission];
  return rolesFor(actor, scope).some((role) => allowed.includes(role));
}
