import { z } from "zod";

/** `private` counts private employers; `all` adds federal, state and local government. */
export const OWNERSHIPS = ["all", "private"] as const;
export type OwnershipScope = (typeof OWNERSHIPS)[number];

/** Which industries are rows: the named sectors, or NAICS at 2 (`sector`), 3 or 4 digits. */
export const LEVELS = ["named", "sector", "3", "4"] as const;
export type Level = (typeof LEVELS)[number];

/** More counties than this are a state, and states are asked about as such. */
export const MOST_COUNTIES = 200;

/** What is asked of the figures; the same for page, API, command line and downloads. */
export interface AnalysisQuestion {
  /** County FIPS codes, sorted, each once. */
  counties: readonly string[];
  /** Periods that are held: `2015`, or both the same quarter of two years, `2015q1`. */
  from: string;
  to: string;
  ownership: OwnershipScope;
  level: Level;
  /** With `named`: slugs of sectors; empty means all of them. */
  sectors: readonly string[];
}

/** A year, or a quarter of one. */
export const PeriodName = z
  .string()
  .regex(/^\d{4}(q[1-4])?$/, "A period is a year, such as 2016, or a quarter, such as 2016q1.");

/** Years from one period to the other; whole ones, because only equal quarters are compared. */
export function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4));
}

/** "2016", "first quarter of 2016". */
export function periodWords(period: string): string {
  const [year, quarter] = period.split("q");
  return quarter
    ? `${["first", "second", "third", "fourth"][Number(quarter) - 1]} quarter of ${year}`
    : year!;
}

/** NAICS digits of the rows; undefined for named sectors, which mix them. */
export function digitsOf(level: Level): 2 | 3 | 4 | undefined {
  return level === "named" ? undefined : level === "sector" ? 2 : level === "3" ? 3 : 4;
}

/** The one way to write a question as a query, so that the same view has the same address. */
export function queryOf(question: AnalysisQuestion, more: Record<string, string> = {}): string {
  const { counties, from, to, ownership, level, sectors } = question;
  const parts = [
    `counties=${counties.join(",")}`,
    `from=${from}`,
    `to=${to}`,
    `ownership=${ownership}`,
    `level=${level}`,
    ...(level === "named" && sectors.length > 0 ? [`sectors=${sectors.join(",")}`] : []),
    ...Object.entries(more).map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
  ];
  return `?${parts.join("&")}`;
}
