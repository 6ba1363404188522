import type { Level, OwnershipScope } from "../analysis/question.ts";

/** Levels at which a team chooses: finer ones are too many to talk about one by one. */
export const CHOICE_LEVELS = ["named", "sector", "3"] as const satisfies readonly Level[];
export type ChoiceLevel = (typeof CHOICE_LEVELS)[number];

/** What a choice asks of the figures; its counties are those of the region's shape. */
export interface ChoiceQuestion {
  /** Periods, as the analysis names them. */
  from: string;
  to: string;
  ownership: OwnershipScope;
  level: ChoiceLevel;
}

/** Figures that a criterion may go by. */
export const FIGURE_KEYS = [
  "jobs",
  "share",
  "percent",
  "change",
  "lq",
  "lqChange",
  "competitive",
  "payRatio",
] as const;
export type FigureKey = (typeof FIGURE_KEYS)[number];

/** Something that candidates are compared by. */
export interface Criterion {
  /** Stays the same while its name and weight change: `size`, or an id of the team's own. */
  id: string;
  name: string;
  /** What one is asked to think of; empty for figures, which speak for themselves. */
  hint: string;
  /** 0 to 10; 0 leaves it out of the sum. */
  weight: number;
  /** The figure it goes by; null for those that people score. */
  figure: FigureKey | null;
}

/** The figures' own criteria, in the order of every table. */
export const FIGURE_CRITERIA = [
  { id: "size", name: "Size", figures: ["jobs", "share"] },
  { id: "growth", name: "Growth", figures: ["percent", "change"] },
  { id: "concentration", name: "Concentration", figures: ["lq", "lqChange"] },
  { id: "competitiveness", name: "Competitiveness", figures: ["competitive"] },
  { id: "pay", name: "Pay", figures: ["payRatio"] },
] as const satisfies readonly { id: string; name: string; figures: readonly FigureKey[] }[];
export type FigureCriterion = (typeof FIGURE_CRITERIA)[number]["id"];

/** What people know and figures do not, as the field asks it; a team changes it as it likes. */
export const USUAL_OWN_CRITERIA: readonly Pick<Criterion, "id" | "name" | "hint">[] = [
  {
    id: "champions",
    name: "Willing champions",
    hint: "Are there two to six business leaders who would stand up for it?",
  },
  {
    id: "groups",
    name: "Existing groups",
    hint: "Is there an association or a circle of companies that works, or one in the way?",
  },
  {
    id: "readiness",
    name: "Readiness of the support partners",
    hint: "Could colleges, agencies and schools serve it together within a year?",
  },
  {
    id: "local",
    name: "Local knowledge",
    hint: "What is about to open, close or grow that no figure shows yet?",
  },
];

export const MOST_OWN = 12;
export const MOST_WEIGHT = 10;
/** More cannot be talked about one by one. */
export const MOST_CANDIDATES = 24;
/** Elimination ends when this many are left. */
export const ENOUGH_LEFT = 3;
