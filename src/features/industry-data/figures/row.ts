import type { Bounded } from "./bounded.ts";

/** One industry of the region. 0 is the first period, 1 the last. */
export interface IndustryRow {
  /** NAICS code, or the slug of a named sector. */
  industry: string;
  title: string;
  /** Hue and icon of a named sector. */
  look?: { hue: string; icon: string };
  /** Withheld: value null, at least `low`, at most `high`. */
  jobs0: Bounded;
  jobs1: Bounded;
  /** The nation's jobs in the same industry and ownership; null where no figures of the nation are held. */
  nation0: Bounded | null;
  nation1: Bounded | null;
  /** Establishments are published even where jobs are withheld. */
  establishments0: number;
  establishments1: number;
  /** Jobs to an establishment. */
  averageSize1: Bounded;
  change: Bounded;
  /** As a fraction: 0.05 is 5 percent. Null value where there were no jobs at first ("new"). */
  percent: Bounded;
  /** Compound yearly growth, a fraction. */
  cagr: Bounded;
  /** Share of all jobs of the region, whoever the employer is; a fraction. */
  share0: Bounded;
  share1: Bounded;
  /** Location quotient as BLS publishes it: both totals count all ownerships. */
  lq0: Bounded;
  lq1: Bounded;
  lqChange: Bounded;
  /** Shift-share; the three add up to `change`. Jobs. */
  nationalGrowth: Bounded;
  industryMix: Bounded;
  competitiveEffect: Bounded;
  /** `nationalGrowth` + `industryMix`. */
  expectedChange: Bounded;
  /** Dollars of the period (a year's; a quarter's times four); of what is visible where some is withheld, null where nothing is. */
  averagePay0: number | null;
  averagePay1: number | null;
  payIsPartial: boolean;
  /** To the average pay of all jobs of the region. */
  payRatio1: number | null;
  /** Dollars; null where any is withheld. */
  totalWages1: number | null;
  /** Of the visible part. */
  visibleWages1: number;
  /** How many of the region's counties have something withheld in this row, in either period. */
  withheldCounties: number;
  withheld0: number;
  withheld1: number;
  counties: number;
  /** Fewer than 10 establishments, or a quotient on fewer than 100 jobs: a warning belongs beside it. */
  isSmall: boolean;
  /** The industry has no code of that name in one of the periods' NAICS, so the two cannot be compared. */
  broken?: string;
}
