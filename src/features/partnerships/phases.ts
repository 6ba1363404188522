import type { Stage } from "./stages.ts";

/** What a stage has in common with others: peers of one phase have the same questions. */
export const PHASES: Record<Stage, "starting" | "working" | "resting" | "ended" | undefined> = {
  unknown: undefined,
  emerging: "starting",
  launching: "starting",
  active: "working",
  relaunched: "working",
  paused: "resting",
  closed: "ended",
};
