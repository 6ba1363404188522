import type { ImportState, Outcome } from "../tables.ts";

/** A job has it in hand; its page changes by itself. */
export function isUnderWay({ state }: { state: ImportState }): boolean {
  return state === "reading" || state === "taking-in";
}

export const STATE_WORDS: Record<ImportState, string> = {
  reading: "Being tried out",
  tried: "Waits for your yes",
  refused: "Could not be read",
  "taking-in": "Being taken in",
  done: "Taken in",
  failed: "Failed, nothing was changed",
  dropped: "Dropped",
};

export const OUTCOMES = ["new", "changed", "unchanged", "refused"] as const satisfies readonly Outcome[];

export const OUTCOME_WORDS: Record<Outcome, string> = {
  new: "New",
  changed: "Changed",
  unchanged: "Unchanged",
  refused: "Refused",
};
