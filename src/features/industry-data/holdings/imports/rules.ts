import type { BroughtFile, FiguresImportState } from "./tables.ts";

/** A job has it in hand; its page changes by itself. */
export function isUnderWay({ state }: { state: FiguresImportState }): boolean {
  return state === "looking" || state === "taking-in";
}

export const STATE_WORDS: Record<FiguresImportState, string> = {
  looking: "Being looked at",
  looked: "Waits for your yes",
  refused: "Could not be read",
  "taking-in": "Being taken in",
  done: "Taken in",
  failed: "Failed, nothing was changed",
  dropped: "Dropped",
};

export function filesInWords(files: readonly Pick<BroughtFile, "name">[]): string {
  const [first, ...others] = files;
  if (!first) return "no file";
  if (others.length === 0) return first.name;
  return `${first.name} and ${others.length} ${others.length === 1 ? "other" : "others"}`;
}

/** How far a job is: "Reading the figures, 40%". */
export function progressWords({ share, doing }: { share: number; doing: string }): string {
  return `${doing || "Beginning"}, ${Math.round(share * 100)}%`;
}
