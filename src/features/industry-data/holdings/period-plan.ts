import type { FoundArea } from "./findings.ts";

/** What one period will consist of. */
export interface PeriodPlan {
  period: string;
  number: number;
  found: FoundArea[];
  /** Areas of the file that is held now which no new file has and which were not added up here. */
  keeps: string[];
  replaces: string[];
  /** States without rows of their own whose counties are all here, with the digits down to which these have rows. */
  statesToAddUp: { fips: string; depth: number }[];
  /** Digits down to which all states have rows. */
  depth: number;
  /** Industries of more digits that every area has. */
  alsoHeld: readonly string[];
  base: "file" | "kept" | "added-up" | "missing";
  fromQuarters: boolean;
}
