import type { IndustryRow } from "../analysis/answer.ts";
import {
  dollars,
  type FigureFormat,
  percentage,
  quotient,
  signedPercentage,
  whole,
} from "../analysis/figure-words.ts";
import { type Bounded, exactly, UNKNOWN } from "../figures/bounded.ts";

/** What can be compared between places of different size, the usual one first; jobs stand for those who want them. */
export const COMPARED = ["share", "growth", "lq", "pay", "jobs"] as const;
export type Compared = (typeof COMPARED)[number];

export const MEASURES: Record<
  Compared,
  { label: string; words: string; format: FigureFormat; of(row: IndustryRow): Bounded }
> = {
  share: {
    label: "Share of all jobs",
    words: "How large a part of each place’s jobs is in the industry.",
    format: percentage,
    of: ({ share1 }) => share1,
  },
  growth: {
    label: "Growth",
    words: "By how many percent the industry’s jobs grew or shrank in each place.",
    format: signedPercentage,
    of: ({ percent }) => percent,
  },
  lq: {
    label: "Location quotient",
    words: "How concentrated the industry is in each place, against the nation.",
    format: quotient,
    of: ({ lq1 }) => lq1,
  },
  pay: {
    label: "Average pay",
    words: "What the industry’s jobs pay a year in each place, as far as it is published.",
    format: dollars,
    of: ({ averagePay1 }) => (averagePay1 === null ? UNKNOWN : exactly(averagePay1)),
  },
  jobs: {
    label: "Jobs",
    words: "How many jobs the industry has in each place.",
    format: whole,
    of: ({ jobs1 }) => jobs1,
  },
};
