import type { Actor } from "#platform/context.ts";

export type SignedIn = Extract<Actor, { kind: "person" }>;

export function isSignedIn(actor: Actor): actor is SignedIn {
  return actor.kind === "person";
}

export function isEditor(actor: Actor): boolean {
  return actor.kind === "person" && actor.role === "editor";
}

/** Editors, and the house itself for the command line. */
export function mayManageEditors(actor: Actor): boolean {
  return actor.kind === "system" || isEditor(actor);
}

/** Where a person lands who asked for no page in particular. */
export function homeOf(actor: Actor): "/desk" | "/my-updates" {
  return isEditor(actor) ? "/desk" : "/my-updates";
}
