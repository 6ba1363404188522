import type { Actor, Role } from "#platform/context.ts";
import { may } from "#platform/permissions.ts";

export type SignedIn = Extract<Actor, { kind: "person" }>;

export function isSignedIn(actor: Actor): actor is SignedIn {
  return actor.kind === "person";
}

export function isEditor(actor: Actor): boolean {
  return actor.kind === "person" && may(actor, "desk.work");
}

/** Editors, and the house itself for the command line. */
export function mayManageEditors(actor: Actor): boolean {
  return may(actor, "desk.work");
}

/** Administrators, and the house itself: they appoint each other, and nobody else takes the role away. */
export function mayManageAdministrators(actor: Actor): boolean {
  return may(actor, "house.administer");
}

/** Where a person lands who asked for no page in particular. */
export function homeOf(actor: Actor): "/desk" | "/my-updates" {
  return isEditor(actor) ? "/desk" : "/my-updates";
}

/** Whether a role comes with the desk. */
export function worksTheDesk(role: Role): boolean {
  return role !== "member";
}
