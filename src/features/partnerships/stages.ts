/**
 * Where a partnership is in its life. `unknown` is for pages made from a source that does not say; nobody moves to it.
 */
export const STAGES = [
  "unknown",
  "emerging",
  "launching",
  "active",
  "paused",
  "relaunched",
  "closed",
] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_WORDS: Record<Stage, { name: string; means: string }> = {
  unknown: { name: "Stage not told", means: "Its source does not say how far it is." },
  emerging: {
    name: "Emerging",
    means: "A support team forms, looks at the region’s industries and seeks champions.",
  },
  launching: { name: "Launching", means: "The sector is chosen, champions invite, a launch date is set." },
  active: { name: "Active", means: "It has launched; businesses work on their priorities." },
  paused: { name: "Paused", means: "It rests, and may come back." },
  relaunched: { name: "Relaunched", means: "It rested, and businesses have come together again." },
  closed: { name: "Closed", means: "It has ended. What it learned stays here." },
};

/** The way forward; a step to anything before it, or out of the ordinary, asks for a word of explanation. */
const FORWARD: Record<Stage, readonly Stage[]> = {
  unknown: ["emerging", "launching", "active", "paused", "relaunched", "closed"],
  emerging: ["launching", "active", "paused", "closed"],
  launching: ["active", "paused", "closed"],
  active: ["paused", "closed"],
  paused: ["relaunched", "closed"],
  relaunched: ["paused", "closed"],
  closed: ["relaunched"],
};

export function stepsFrom(stage: Stage): { forward: readonly Stage[]; withAWord: readonly Stage[] } {
  const forward = FORWARD[stage];
  return {
    forward,
    withAWord: STAGES.filter((one) => one !== "unknown" && one !== stage && !forward.includes(one)),
  };
}

/** Whether a move needs a word of explanation: every step backwards does, and so does pausing or ending. */
export function needsAWord(from: Stage, to: Stage): boolean {
  return !FORWARD[from].includes(to) || to === "paused" || to === "closed";
}
