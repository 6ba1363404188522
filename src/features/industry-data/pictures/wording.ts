import type { AnalysisAnswer, IndustryRow } from "../analysis/answer.ts";
import { figureWords, percentage, whole } from "../analysis/figure-words.ts";
import { periodWords } from "../analysis/question.ts";

/** "grew by 3.1%", "lost 1.5% of its jobs", "stayed as it was". */
export function growthWords({ percent }: IndustryRow): string | undefined {
  const { value } = percent;
  if (value === null) return undefined;
  if (Math.abs(value) < 0.0005) return "stayed as it was";
  return `${value > 0 ? "grew" : "shrank"} by ${percentage(Math.abs(value))}`;
}

/** Industries that must be named although they have no place: at most so many by name. */
const NAMED = 8;

export function namesOf<Row extends { title: string }>(
  rows: readonly Row[],
  say: (row: Row) => string = ({ title }) => title,
): string {
  const named = rows.slice(0, NAMED).map(say);
  if (rows.length > NAMED) return `${named.join("; ")} and ${rows.length - NAMED} more`;
  return named.length > 2 ? named.join("; ") : listed(named);
}

/** "Ohio, Utah and Texas". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export function withJobs(row: IndustryRow): string {
  return `${row.title} (${figureWords(row.jobs1, whole)} jobs)`;
}

export function spanWords({ question }: AnalysisAnswer): string {
  return `${periodWords(question.from)} to ${periodWords(question.to)}`;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "one industry", "three industries", "12 industries". */
/** Quotients and shift-share measure a region against the nation. */
export function isWithoutNation({ notes }: Pick<AnalysisAnswer, "notes">): boolean {
  return notes.some(({ kind }) => kind === "base-missing");
}

export function countWords(count: number, one: string, many: string): string {
  const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
  return `${small[count] ?? whole(count)} ${count === 1 ? one : many}`;
}

/** Most jobs first; of what is withheld counts what is sure. */
export function largestFirst(rows: readonly IndustryRow[]): IndustryRow[] {
  return [...rows].sort((a, b) => sureJobs(b) - sureJobs(a) || (a.industry < b.industry ? -1 : 1));
}

export function sureJobs({ jobs1 }: IndustryRow): number {
  return jobs1.value ?? jobs1.low ?? 0;
}
