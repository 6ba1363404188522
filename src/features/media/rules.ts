import { fileKind } from "#base/file-kinds.ts";
import type { Actor } from "#platform/context.ts";
import { may } from "#platform/permissions.ts";
import type { MediaFile } from "./queries.ts";

/** Public files are everyone's. A private one is the editors', and theirs who hold its key. */
export function maySeeMedia(
  actor: Actor,
  file: Pick<MediaFile, "visibility" | "kind" | "problem">,
  holdsKey: boolean,
): boolean {
  if (holdsKey || seesAll(actor)) return true;
  // A picture that cannot be read cannot be cleaned either: what the camera wrote may still be in it.
  return file.visibility === "public" && !(isPicture(file) && file.problem !== null);
}

function seesAll(actor: Actor): boolean {
  return may(actor, "desk.work");
}

export function isPicture(file: Pick<MediaFile, "kind">): boolean {
  return fileKind(file.kind)?.isImage ?? false;
}
