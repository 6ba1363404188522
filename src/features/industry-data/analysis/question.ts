/** `private` counts private employers; `all` adds federal, state and local government. */
export type OwnershipScope = "private" | "all";

/** Which industries are rows: NAICS at 2, 3 or 4 digits, or the named sectors. */
export type Level = "sector" | "3" | "4" | "named";

/** What is asked of the figures; the same for page, API, command line and downloads. */
export interface AnalysisQuestion {
  /** County FIPS codes, sorted, each once. */
  counties: readonly string[];
  /** Periods that are held: `2015`, or both quarters of the same kind, `2015q1`. */
  from: string;
  to: string;
  ownership: OwnershipScope;
  level: Level;
  /** With `named`: slugs of sectors; empty means all of them. */
  sectors: readonly string[];
}
