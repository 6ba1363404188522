import type { IndustryRow } from "./answer.ts";

/** By what a table may be ordered; the first is the usual one. Largest stands first, names from A to Z. */
export const ORDERS = [
  "jobs",
  "name",
  "share",
  "change",
  "percent",
  "lq",
  "competitive",
  "pay",
  "establishments",
] as const;
export type Order = (typeof ORDERS)[number];

export const ORDER_WORDS: Record<Order, string> = {
  jobs: "jobs",
  name: "name",
  share: "share",
  change: "change",
  percent: "growth",
  lq: "location quotient",
  competitive: "competitive effect",
  pay: "pay",
  establishments: "establishments",
};

/** What a row is ordered by. A withheld figure counts as what it is at least. */
const KEYS: Record<Exclude<Order, "name">, (row: IndustryRow) => number | null> = {
  jobs: ({ jobs1 }) => jobs1.low,
  share: ({ share1 }) => share1.low,
  change: ({ change }) => change.value ?? change.low,
  percent: ({ percent }) => percent.value ?? percent.low,
  lq: ({ lq1 }) => lq1.value ?? lq1.low,
  competitive: ({ competitiveEffect }) => competitiveEffect.value ?? competitiveEffect.low,
  pay: ({ averagePay1 }) => averagePay1,
  establishments: ({ establishments1 }) => establishments1,
};

/** The same rows in another order; those without the figure stand last, equal ones by their code. */
export function ordered(rows: readonly IndustryRow[], order: Order): IndustryRow[] {
  const byCode = (a: IndustryRow, b: IndustryRow) => a.industry.localeCompare(b.industry, "en");
  if (order === "name") return [...rows].sort((a, b) => a.title.localeCompare(b.title, "en") || byCode(a, b));
  const key = KEYS[order];
  return [...rows].sort((a, b) => (key(b) ?? -Infinity) - (key(a) ?? -Infinity) || byCode(a, b));
}
