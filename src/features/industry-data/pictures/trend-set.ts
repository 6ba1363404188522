import type { IndustryRow } from "../analysis/answer.ts";
import type { Bounded } from "../figures/bounded.ts";

/** One industry's jobs in every period that is held, the oldest first. */
export interface Trend extends Pick<IndustryRow, "industry" | "title" | "look"> {
  points: readonly { period: string; jobs: Bounded }[];
}

export interface TrendSet {
  /** Where: "15 counties of Ohio". */
  place: string;
  trends: readonly Trend[];
  /** Before these periods NAICS changed, so that lines across are to be read with care. */
  breaks?: readonly { period: string; words: string }[];
  /** What else must be said, such as a period that lacks a county. */
  notes?: readonly string[];
}
