import type { Compared } from "../comparing/measures.ts";
import type { Bounded } from "../figures/bounded.ts";

/** One figure of one industry in several places, the region first. */
export interface ComparedFigures {
  measure: Compared;
  /** The industry's title. */
  title: string;
  /** Of what period or between which: "2016". */
  span: string;
  places: readonly { name: string; figure: Bounded }[];
}
