import type { Person } from "../queries.ts";

/** Somebody who has signed in must remain: an invited address may be mistyped, and would lock everyone out. */
export function mayLeave(editorId: string, editors: readonly Pick<Person, "id" | "lastSeenAt">[]): boolean {
  return editors.some((editor) => editor.id !== editorId && editor.lastSeenAt !== null);
}
