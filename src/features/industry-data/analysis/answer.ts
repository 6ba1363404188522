import type { IndustryRow } from "../figures/row.ts";
import type { AnalysisQuestion } from "./question.ts";

export type { IndustryRow };

/** Something that must stand beside the figures: a NAICS break, a base that is missing or added up, old county codes. */
export interface AnalysisNote {
  kind:
    | "naics-break"
    | "base-missing"
    | "base-reconstructed"
    | "connecticut"
    | "outside-base"
    | "withheld"
    | "overlap"
    | "pandemic"
    | "partial";
  words: string;
}

export interface AnalysisAnswer {
  question: AnalysisQuestion;
  rows: readonly IndustryRow[];
  /** Totals of the region, all ownerships, and of the scope asked for. */
  total: { all: IndustryRow; scope: IndustryRow };
  /** Years between the two periods. */
  years: number;
  notes: readonly AnalysisNote[];
  /** Where each period came from, in words, with the day it was imported. */
  provenance: readonly { period: string; words: string; importedOn: string; source: string }[];
}
