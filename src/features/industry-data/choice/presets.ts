import type { FigureCriterion, FigureKey } from "./content.ts";

export interface Preset {
  id: string;
  title: string;
  words: string;
  weights: Record<FigureCriterion, number>;
  /** Of each criterion the figure it goes by, where that is not the first. */
  figures: Partial<Record<FigureCriterion, FigureKey>>;
  /** What each of the team's own weighs. */
  own: number;
}

/** Weights that the field uses; a team begins with one and changes it. */
export const PRESETS: readonly Preset[] = [
  {
    id: "balanced",
    title: "Balanced",
    words: "All five figures count alike, and what you know yourselves counts as much as one of them.",
    weights: { size: 4, growth: 4, concentration: 4, competitiveness: 4, pay: 4 },
    figures: {},
    own: 4,
  },
  {
    id: "emerging",
    title: "Emerging sectors",
    words:
      "Looks for what has just become the region’s own: a location quotient of at most 1 at first and at least 1 at the end, with pay above the region’s average. Candidates that are so carry a mark.",
    weights: { size: 1, growth: 6, concentration: 8, competitiveness: 4, pay: 6 },
    figures: { concentration: "lqChange" },
    own: 4,
  },
  {
    id: "jobs",
    title: "Jobs first",
    words: "For a region that needs many jobs soon: size and growth in numbers of jobs lead.",
    weights: { size: 8, growth: 8, concentration: 3, competitiveness: 4, pay: 2 },
    figures: { growth: "change" },
    own: 4,
  },
  {
    id: "pay",
    title: "Pay first",
    words: "For a region that has jobs and wants better ones: pay leads, then what the region is good at.",
    weights: { size: 3, growth: 3, concentration: 4, competitiveness: 3, pay: 10 },
    figures: {},
    own: 4,
  },
];

export function presetOf(id: string): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
